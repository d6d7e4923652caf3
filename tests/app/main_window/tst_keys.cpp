#include "app/settings/settings.h"
#include "widgets/library/library_panel.h"
#include "widgets/palette/command_palette.h"
#include "widgets/timeline/timeline_view.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTest>

#include <cmath>

#include "tests/support/window_test.h"

/// The keyboard map, pressed in the real window.
class KeysTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_view = find<widgets::TimelineView>("timeline");
    }
    void cleanupTestCase() { m_real.reset(); }
    void init()
    {
        m_view->setFocus();
        player().pause();
        player().seek(4.0);
        QVERIFY(settle());
    }

    void spacePlaysAndPauses()
    {
        press(Qt::Key_Space);
        QVERIFY(player().isPlaying());
        press(Qt::Key_Space);
        QVERIFY(!player().isPlaying());
    }

    void theRecentCommandsComeFirstAndWhatCannotBeDoneIsHidden()
    {
        const auto rows = [this] {
            press(Qt::Key_K, Qt::ControlModifier);
            const auto* palette = window().findChild<widgets::CommandPalette*>();
            const auto* list = palette->findChild<QListWidget*>();
            QStringList texts;
            for (int row = 0; row < list->count(); ++row)
                texts << list->item(row)->text();
            return texts;
        };
        const auto run = [this](const QString& part) {
            auto* palette = window().findChild<widgets::CommandPalette*>();
            auto* search = palette->findChild<QLineEdit*>();
            QTest::keyClicks(search, part);
            QTest::keyClick(search, Qt::Key_Return);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        const QStringList first = rows();
        QCOMPARE(first.front(), QStringLiteral("File"));
        for (const char* head : {"Edit", "View", "Play", "Align", "Label", "Model", "Help"})
            QVERIFY2(first.contains(QLatin1String(head)), head);
        QVERIFY(!first.contains(QStringLiteral("Revert this video"))); // nothing was applied to it
        QVERIFY(!first.contains(QStringLiteral("Run a command…")));
        run(QStringLiteral("Normal speed"));
        const QStringList then = rows();
        QCOMPARE(then.mid(0, 2), (QStringList{QStringLiteral("Recent"), QStringLiteral("Normal speed")}));
        QCOMPARE(then.count(QStringLiteral("Normal speed")), 1);
        QCOMPARE(app::Settings().recentCommands(), QStringList{QStringLiteral("speed-normal")});
        picture(*window().findChild<widgets::CommandPalette*>(), "palette");
        run(QStringLiteral("Normal speed"));
        QVERIFY(activate());
    }

    void stepsAndWalks_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<double>("expected");
        const int none = Qt::NoModifier;
        const int shift = Qt::ShiftModifier;
        QTest::newRow("one frame forward") << int(Qt::Key_Right) << none << 4.04;
        QTest::newRow("one frame back") << int(Qt::Key_Left) << none << 3.96;
        QTest::newRow("one second forward") << int(Qt::Key_Right) << shift << 5.0;
        QTest::newRow("one second back") << int(Qt::Key_Left) << shift << 3.0;
        QTest::newRow("start") << int(Qt::Key_Home) << none << 0.0;
    }
    void stepsAndWalks()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(double, expected);
        press(static_cast<Qt::Key>(key), static_cast<Qt::KeyboardModifiers>(modifiers));
        QVERIFY2(std::abs(player().position() - expected) < 1e-6,
                 qPrintable(QString::number(player().position())));
    }

    void altArrowsWalkSegmentsAndCtrlArrowsWordEdges()
    {
        const auto& segments = session().document().video().labels.intervals;
        player().seek(0.0);
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(player().position(), segments.front().start);
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(player().position(), segments[1].start);
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(player().position(), segments.front().start);
        const engine::Interval word = session().document().words().intervals.front();
        player().seek(word.start);
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(player().position(), word.end);
    }

    void digitsLabelTheSegmentUnderThePlayhead()
    {
        const auto& document = this->session().document();
        player().seek(document.labels().rows.intervals[1].start + 0.1);
        press(Qt::Key_7);
        QCOMPARE(document.labels().rows.features.at(1, 0), 3.0F);
        press(Qt::Key_2, Qt::KeypadModifier);
        QCOMPARE(document.labels().rows.features.at(1, 0), -2.0F);
        press(Qt::Key_0);
        QVERIFY(std::isnan(document.labels().rows.features.at(1, 0)));
        press(Qt::Key_F, Qt::ControlModifier); // in a text field they are digits
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("73"));
        QVERIFY(std::isnan(document.labels().rows.features.at(1, 0)));
        find<QLineEdit>("librarySearch")->clear();
        undoAll();
    }

    void keysEditTheWordUnderThePlayhead()
    {
        const auto& document = this->session().document();
        const engine::TimedText before = document.words();
        std::size_t word = 0; // one with some length, touched by the next
        while (before.intervals[word].length() < 0.2
               || before.intervals[word].end != before.intervals[word + 1].start)
            ++word;
        const engine::Interval span = before.intervals[word];
        press(Qt::Key_Up); // words
        player().seek((span.start + span.end) / 2);
        const double middle = player().position();
        press(Qt::Key_S);
        QCOMPARE(document.words().texts.size(), before.texts.size() + 1);
        QCOMPARE(document.words().intervals[word].end, middle);
        player().seek((span.start + middle) / 2);
        press(Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(document.words().intervals, before.intervals);

        press(Qt::Key_Period); // its end a frame later: the next word's start follows
        QVERIFY(std::abs(document.words().intervals[word].end - (span.end + 0.04)) < 1e-6);
        QCOMPARE(document.words().intervals[word + 1].start, document.words().intervals[word].end);
        press(Qt::Key_B); // now the start
        press(Qt::Key_Period);
        QVERIFY(std::abs(document.words().intervals[word].start - (span.start + 0.04)) < 1e-6);
        press(Qt::Key_B);
        press(Qt::Key_BracketRight);
        QCOMPARE(document.words().intervals[word].end, player().position());
        undoAll();
        QCOMPARE(document.words(), before);

        player().seek((span.start + span.end) / 2);
        press(Qt::Key_F2);
        auto* field = find<QLineEdit>("wordText");
        QVERIFY(field && field->isVisible());
        QCOMPARE(field->text().toStdString(), before.texts[word]);
        QTest::keyClicks(field, QStringLiteral("retyped"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(document.words().texts[word], std::string("retyped"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        press(Qt::Key_Delete);
        QCOMPARE(document.words().texts.size(), before.texts.size() - 1);
        undoAll();
        QCOMPARE(document.words(), before);
    }

    void keysEditSegmentsOnceTheyWereChosen()
    {
        const auto& document = this->session().document();
        const auto before = document.labels().rows.intervals;
        press(Qt::Key_Down);
        player().seek(before[2].start + 0.5);
        press(Qt::Key_Delete);
        QCOMPARE(document.labels().rows.intervals.size(), before.size() - 1);
        press(Qt::Key_N);
        QCOMPARE(document.labels().rows.intervals.size(), before.size());
        QCOMPARE(document.labels().rows.intervals[2].start, player().position());
        press(Qt::Key_7);
        QCOMPARE(document.labels().rows.features.at(2, 0), 3.0F);
        QVERIFY(settle()); // the new segment has its prediction
        QVERIFY(session().prediction().answer(2) || !session().prediction().refusal(2).isEmpty());
        undoAll();
        QCOMPARE(document.labels().rows.intervals, before);
        press(Qt::Key_Up);
    }

    void zoomsAroundThePlayheadAndBack()
    {
        press(Qt::Key_Z, Qt::ShiftModifier);
        const double whole = m_view->scale().pixelsPerSecond;
        const double x = m_view->scale().x(4.0);
        press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(m_view->scale().pixelsPerSecond > whole * 1.3);
        QVERIFY(std::abs(m_view->scale().x(4.0) - x) < 1.0);
        press(Qt::Key_Z);
        const auto segment
            = session().document().video().labels.intervals[*session().document().segmentAt(4.0)];
        QVERIFY(m_view->scale().x(segment.start) > 0);
        QVERIFY(m_view->scale().x(segment.end) < m_view->trackArea().width());
        press(Qt::Key_Z, Qt::ShiftModifier);
        QVERIFY(std::abs(m_view->scale().pixelsPerSecond - whole) < 1e-6);
    }

    void lettersTypedIntoTheSearchStayThere()
    {
        press(Qt::Key_F, Qt::ControlModifier);
        auto* search = find<QLineEdit>("librarySearch");
        QVERIFY(search->hasFocus());
        const bool following = m_view->isFollowing();
        QTest::keyClicks(search, QStringLiteral("f l"));
        QCOMPARE(search->text(), QStringLiteral("f l"));
        QCOMPARE(m_view->isFollowing(), following);
        QVERIFY(!player().isPlaying());
        search->clear();
    }

    void ctrlDownOpensTheNextVideo()
    {
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(session().videos().current(), QStringLiteral("ada_2"));
        QVERIFY(settle());
        QCOMPARE(session().document().video().id, QStringLiteral("ada_2"));
        press(Qt::Key_Up, Qt::ControlModifier);
        QVERIFY(settle());
        QCOMPARE(session().document().video().id, QStringLiteral("ada_1"));
    }

    void speedChangesAndReturns()
    {
        press(Qt::Key_R);
        QVERIFY(player().rate() > 1.0);
        press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(player().rate(), 1.0);
    }

private:
    void undoAll()
    {
        m_view->setFocus();
        while (history().canUndo())
            press(Qt::Key_Z, Qt::ControlModifier);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&window(), key, modifiers);
    }

    widgets::TimelineView* m_view = nullptr;
};

WINDOW_TEST_MAIN(KeysTest)

#include "tst_keys.moc"
