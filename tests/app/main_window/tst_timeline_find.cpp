#include "widgets/player/overview_strip.h"
#include "widgets/timeline/find_bar.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/words_track.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// The find bar over the timeline, by keys, in the real window.
class TimelineFindTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_view = find<widgets::TimelineView>("timeline");
        m_text = find<QLineEdit>("findText");
        m_words = find<widgets::WordsTrack>("wordsTrack");
    }
    void cleanupTestCase() { m_real.reset(); }
    void init()
    {
        m_view->setFocus();
        player().seek(0.0);
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_text->isVisible());
        QTRY_VERIFY(m_text->hasFocus());
        QTest::keyClick(m_text, Qt::Key_Delete); // all of it is selected
        QVERIFY(m_text->text().isEmpty());
    }
    void cleanup() { QTest::keyClick(m_text, Qt::Key_Escape); }

    void walksThroughTheHitsAndRoundTheEnds()
    {
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < words().texts.size(); ++i) {
            if (words().texts[i] == "the")
                expected.push_back(i);
        }
        QVERIFY(expected.size() >= 3);
        QTest::keyClick(find<QWidget>("findBar"), Qt::Key_Escape);
        QVERIFY(!m_text->isVisible());
        QTest::keyClick(&window(), Qt::Key_F3); // opens it
        QTest::keyClicks(m_text, QStringLiteral("\\bThe\\b"));
        QCOMPARE(result(), QStringLiteral("nothing found"));
        pattern()->click();
        QCOMPARE(result(), QStringLiteral("%1 hit(s)").arg(expected.size()));
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QTest::keyClick(&window(), Qt::Key_F3);
            QCOMPARE(result(), QStringLiteral("%1 of %2").arg(i + 1).arg(expected.size()));
            QCOMPARE(player().position(), words().intervals[expected[i]].start);
            QCOMPARE(m_words->selected(), std::vector<std::size_t>{expected[i]});
        }
        QVERIFY(settle());
        picture(window(), "find-bar");
        QTest::keyClick(m_text, Qt::Key_Return); // round
        QCOMPARE(player().position(), words().intervals[expected.front()].start);
        QTest::keyClick(&window(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(player().position(), words().intervals[expected.back()].start);
        pattern()->click();
    }

    void phrasesGoOverSeveralWordsAndMarksAreTakenAway()
    {
        auto* overview = find<widgets::OverviewStrip>("overview");
        const QImage before = overview->grab().toImage();
        const QString phrase = QString::fromStdString(words().texts[3] + " " + words().texts[4]);
        QTest::keyClicks(m_text, phrase.toUpper());
        player().seek(words().intervals[3].start);
        QTest::keyClick(m_text, Qt::Key_Return);
        QCOMPARE(m_words->selected(), (std::vector<std::size_t>{3, 4}));
        player().seek(0.0);
        QVERIFY(overview->grab().toImage() != before);
        QTest::keyClick(m_text, Qt::Key_Escape);
        QVERIFY(!m_text->isVisible());
        QVERIFY(m_view->hasFocus());
        QCOMPARE(overview->grab().toImage(), before);
    }

    void labelsAreFoundAndBadExpressionsSaid()
    {
        const auto& labels = session().document().labels().rows;
        std::size_t happy = 0;
        while (!(labels.features.at(happy, 1) > 0))
            ++happy;
        QTest::keyClicks(m_text, session().document().labels().names[1] + QLatin1Char(' '));
        QTest::keyClick(m_text, Qt::Key_Return);
        QCOMPARE(find<widgets::LabelsTrack>("labelsTrack")->selected(), std::vector<std::size_t>{happy});
        pattern()->click();
        QTest::keyClicks(m_text, QStringLiteral("("));
        QVERIFY2(result().startsWith(QLatin1String("no valid expression")), qPrintable(result()));
        QTest::keyClick(m_text, Qt::Key_Return); // and nothing happens
        pattern()->click();
    }

private:
    const engine::TimedText& words() { return session().document().words(); }
    QString result() { return find<QLabel>("findResult")->text(); }
    /// The switch between text and expression.
    QAbstractButton* pattern()
    {
        for (auto* button : find<QWidget>("findBar")->findChildren<QAbstractButton*>()) {
            if (button->isCheckable())
                return button;
        }
        return nullptr;
    }

    widgets::TimelineView* m_view = nullptr;
    widgets::WordsTrack* m_words = nullptr;
    QLineEdit* m_text = nullptr;
};

WINDOW_TEST_MAIN(TimelineFindTest)

#include "tst_timeline_find.moc"
