#include "app/window/message_list.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/words_track.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QInputDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <cmath>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

using app::kLabelsTier;
using app::kWordsTier;

/// Words and segments are chosen by mouse and keys, deleted and carried over the clipboard, in the real
/// window.
class SelectionTest : public WindowTest {
    Q_OBJECT

private slots:
    void init()
    {
        m_real.reset();
        IsolatedHome::forgetProjects();
        QVERIFY(openDemo());
        m_view = find<widgets::TimelineView>("timeline");
        m_words = find<widgets::WordsTrack>("wordsTrack");
        m_labels = find<widgets::LabelsTrack>("labelsTrack");
        m_view->setFollowing(false);
        m_view->setFocus();
        m_view->zoomTo({0.0, 5.0});
    }
    void cleanup() { m_real.reset(); }

    void clicksChooseOneMoreAndRanges()
    {
        const std::vector<std::size_t> none;
        click(m_words, 1);
        QCOMPARE(m_words->selected(), std::vector<std::size_t>{1});
        click(m_words, 3, Qt::ControlModifier);
        QCOMPARE(m_words->selected(), (std::vector<std::size_t>{1, 3}));
        click(m_words, 1, Qt::ControlModifier);
        QCOMPARE(m_words->selected(), std::vector<std::size_t>{3});
        click(m_words, 3);
        click(m_words, 6, Qt::ShiftModifier);
        QCOMPARE(m_words->selected(), (std::vector<std::size_t>{3, 4, 5, 6}));
        picture(window(), "selected-words");
        player().seek(9.0); // stays, wherever the playhead goes
        QCOMPARE(m_words->selected().size(), std::size_t{4});
        QTest::keyClick(m_view, Qt::Key_Escape);
        QCOMPARE(m_words->selected(), none);

        click(m_words, 2);
        player().seek(9.0); // one that was only clicked does not
        QCOMPARE(m_words->selected(), none);

        QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_words->selected().size(), document().words().texts.size());
        click(m_labels, 0);
        QCOMPARE(m_words->selected(), none);
        QCOMPARE(m_labels->selected(), std::vector<std::size_t>{0});
        QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_labels->selected().size(), document().labels().ids.size());
    }

    void manyAreDeletedAsOneStep()
    {
        const engine::TimedText before = document().words();
        click(m_words, 2);
        click(m_words, 4, Qt::ControlModifier);
        QTest::keyClick(m_view, Qt::Key_Delete);
        QCOMPARE(document().words().texts.size(), before.texts.size() - 2);
        QCOMPARE(document().words().texts[2], before.texts[3]);
        QCOMPARE(stack().count(), 1);
        QCOMPARE(stack().undoText(), QStringLiteral("delete 2 word(s)"));
        QVERIFY(m_words->selected().empty());
        QTest::keyClick(m_view, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().words(), before);
    }

    void labelsGoOverTheClipboardIntoAnotherVideo()
    {
        const engine::Interval first = document().labels().rows.intervals[0];
        const engine::Interval second = document().labels().rows.intervals[1];
        const float value = document().labels().rows.features.at(1, 0);
        click(m_labels, 0);
        m_view->zoomTo({0.0, second.end});
        click(m_labels, 1, Qt::ControlModifier);
        QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines
            = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        const QStringList cells = lines.back().split(QLatin1Char('\t'));
        QVERIFY(std::abs(cells[0].toDouble() - second.start) < 1e-6);
        QVERIFY(std::abs(cells[1].toDouble() - second.end) < 1e-6);
        QCOMPARE(cells[3].toFloat(), value); // after the text

        QTest::keyClick(&window(), Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(settle());
        QCOMPARE(document().video().id, QStringLiteral("ada_2"));
        QVERIFY(m_labels->selected().empty());
        QSignalSpy messages(&session().document().notices(), &app::Notices::said);
        player().seek(document().labels().rows.intervals[0].start);
        const engine::TimedFeatures before = document().labels().rows;
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(document().labels().rows.intervals, before.intervals); // others are in the way
        QCOMPARE(messages.count(), 1);
        QVERIFY(!messages.first().first().value<app::Notice>().text.isEmpty());

        QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
        click(m_labels, 0);
        QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(m_view, Qt::Key_Delete);
        QVERIFY(document().labels().rows.intervals.empty());
        player().seek(1.0);
        QTest::keyClick(m_view, Qt::Key_V, Qt::ControlModifier);
        const engine::TimedFeatures after = document().labels().rows;
        QCOMPARE(after.intervals.size(), std::size_t{2});
        const double at = player().position();
        QVERIFY(std::abs(after.intervals[0].start - at) < 1e-8);
        QVERIFY(std::abs(after.intervals[1].end - (at + second.end - first.start)) < 1e-8);
        QCOMPARE(after.features.at(1, 0), value);
        QCOMPARE(m_labels->selected(), (std::vector<std::size_t>{0, 1}));
        QCOMPARE(stack().undoText(), QStringLiteral("paste 2 segment(s)"));
        stack().undo();
        QVERIFY(document().labels().rows.intervals.empty());
    }

    void cutWordsComeBackWithTheirText()
    {
        const engine::TimedText before = document().words();
        click(m_words, 2);
        player().seek(before.intervals[2].start);
        QTest::keyClick(m_view, Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(document().words().texts.size(), before.texts.size() - 1);
        QTest::keyClick(m_view, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(document().words().texts, before.texts);
        QCOMPARE(stack().count(), 2);
    }

    void goToAcceptsTheNameOfASegmentOfAnyVideo()
    {
        goTo(QStringLiteral("ada_3[1]"));
        QTRY_COMPARE(session().videos().current(), QStringLiteral("ada_3"));
        QVERIFY(settle());
        QCOMPARE(player().position(), document().video().labels.intervals[1].start);
        QCOMPARE(m_labels->selected(), std::vector<std::size_t>{1});
        goTo(QStringLiteral("ada_3[0]"));
        QCOMPARE(player().position(), document().video().labels.intervals[0].start);

        const double before = player().position();
        goTo(QStringLiteral("ada_3[99]"));
        QVERIFY(find<app::MessageList>("messages")->last().contains(QLatin1String("99")));
        goTo(QStringLiteral("nobody[0]"));
        QVERIFY(find<app::MessageList>("messages")->last().contains(QLatin1String("nobody")));
        QCOMPARE(player().position(), before);
    }

private:
    /// Types it into the dialog of the key G.
    void goTo(const QString& text)
    {
        QTimer::singleShot(0, this, [text] {
            auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QTest::keyClicks(dialog->findChild<QLineEdit*>(), text);
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        QTest::keyClick(m_view, Qt::Key_G);
    }
    QUndoStack& stack() { return history(); }

    /// In the middle of a word or segment.
    void click(const widgets::IntervalTrack* track, std::size_t index, Qt::KeyboardModifiers modifiers = {})
    {
        const auto& spans = document().spans(track == m_words ? kWordsTier : kLabelsTier);
        const engine::Interval span = spans.at(index);
        const QRect area = m_view->areaOf(track);
        const double x = m_view->scale().x((span.start + span.end) / 2);
        QTest::mouseClick(m_view, Qt::LeftButton, modifiers,
                          {area.left() + static_cast<int>(std::lround(x)), area.top() + area.height() / 3});
    }

    widgets::TimelineView* m_view = nullptr;
    widgets::WordsTrack* m_words = nullptr;
    widgets::LabelsTrack* m_labels = nullptr;
};

WINDOW_TEST_MAIN(SelectionTest)

#include "tst_selection.moc"
