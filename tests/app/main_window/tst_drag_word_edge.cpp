#include "engine/sequences/csd_file.h"
#include "widgets/base/theme.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/words_track.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <csignal>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Drags edges of words in the real window by mouse, with the real model process behind it.
class DragWordEdge : public WindowTest {
    Q_OBJECT

private slots:
    void init()
    {
        m_real.reset();
        IsolatedHome::forgetProjects();
        QVERIFY(openDemo());
        m_view = find<widgets::TimelineView>("timeline");
        QVERIFY(m_view);
        // The longest word of the first labelled segment: an edge with room on both sides.
        const auto [first, last] = document().wordsOfSegment(0);
        m_word = first;
        for (std::size_t word = first; word < last; ++word) {
            if (document().words().intervals[word].length() > document().words().intervals[m_word].length())
                m_word = word;
        }
        QVERIFY(!document().isEdited(m_word));
        session().player().seek(middleOf(m_word));
        m_view->zoomTo({document().words().intervals[m_word].start - 1.0,
                        document().words().intervals[m_word].end + 1.0});
        QVERIFY(settle());
    }

    void cleanup() { m_real.reset(); }

    void alignedRowAndPredictionFollowTheMouse()
    {
        const std::vector<float> rowBefore = acousticRow();
        const std::vector<float> answerBefore = sentimentSaid();
        QVERIFY(!rowBefore.empty());
        QVERIFY(!answerBefore.empty());
        action("snap")->trigger(); // the edge lies where the mouse is, at whatever zoom

        const QPoint grip = edgePoint();
        QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
        moveTo(grip - QPoint(60, 0));
        // While the button is still down:
        QTRY_VERIFY(acousticRow() != rowBefore);
        // (The shown number has two decimals, which may be the same again.)
        QTRY_VERIFY(!sentimentSaid().empty() && sentimentSaid() != answerBefore);
        QTRY_COMPARE(text("predictedSentiment"), widgets::signedNumber(sentimentSaid()[0], 2));
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, grip - QPoint(60, 0));
        QVERIFY(settle());

        const double moved = -60 / m_view->scale().pixelsPerSecond;
        const double edge = document().words().intervals[m_word].end;
        QVERIFY(std::abs(edge - (document().recordedWords()[m_word].end + moved))
                < 1.5 / m_view->scale().pixelsPerSecond);
        QVERIFY(document().isEdited(m_word));
    }

    /// scripts/pictures makes the README's moving picture of what this leaves: a picture of each step.
    void eachStepOfTheMouseIsAnswered()
    {
        action("snap")->trigger();
        const QPoint grip = edgePoint();
        const double begun = document().words().intervals[m_word].end;
        QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
        constexpr int kSteps = 16;
        for (int step = 0; step <= 2 * kSteps; ++step) { // to the left, and back
            const int away = 8 * (step <= kSteps ? step : 2 * kSteps - step);
            moveTo(grip - QPoint(away, 0));
            const double edge = begun - away / m_view->scale().pixelsPerSecond;
            QVERIFY(std::abs(document().words().intervals[m_word].end - edge)
                    < 1.5 / m_view->scale().pixelsPerSecond);
            QVERIFY(settle());
            QTRY_COMPARE(text("predictedSentiment"), widgets::signedNumber(sentimentSaid()[0], 2));
            picture(window(), qPrintable(QStringLiteral("drag-%1").arg(step, 2, 10, QLatin1Char('0'))));
        }
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, grip);
    }

    void oneDragIsOneStepBackAndForth()
    {
        const engine::TimedText before = document().words();
        drag(-50);
        const engine::TimedText after = document().words();
        QVERIFY(after != before);
        QCOMPARE(history().count(), 1);

        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().words(), before);
        QVERIFY(!document().isEdited(m_word));
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(document().words(), after);
    }

    void escapeGivesTheEdgeBack()
    {
        const engine::TimedText before = document().words();
        const QPoint grip = edgePoint();
        QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
        moveTo(grip - QPoint(40, 0));
        QVERIFY(document().words() != before);
        QTest::keyClick(m_view, Qt::Key_Escape);
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, grip - QPoint(40, 0));
        QCOMPARE(document().words(), before);
        QCOMPARE(history().count(), 0);
    }

    void snapsToThePlayheadUnlessAltIsHeld()
    {
        const double edge = document().words().intervals[m_word].end;
        const double playhead = edge - 30 / m_view->scale().pixelsPerSecond;
        session().player().seek(playhead);
        QVERIFY(settle());
        const QPoint grip = edgePoint();
        QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
        moveTo(grip - QPoint(27, 0));
        picture(window(), "snap");
        const double position = session().player().position();
        QVERIFY(std::abs(document().words().intervals[m_word].end - position) < 1e-8);
        QTest::mouseMove(m_view, grip - QPoint(26, 0), -1);
        send(QEvent::MouseMove, grip - QPoint(25, 0), Qt::AltModifier);
        QVERIFY(std::abs(document().words().intervals[m_word].end - position) > 1e-4);
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, grip - QPoint(25, 0));
    }

    void snapsToFramesOnlyWhenTheyAreWideApart()
    {
        const double frame = session().player().frameLength();
        const auto offFrame = [&] { // of the edge that was dragged, in frames
            const double frames = document().words().intervals[m_word].end / frame;
            return std::abs(frames - std::round(frames));
        };
        session().player().seek(0.0); // out of the way, as is the other tier
        const auto zoomTo = [&](double pixelsPerFrame) {
            const double end = document().words().intervals[m_word].end;
            m_view->setScale({end - 600 / (pixelsPerFrame / frame), pixelsPerFrame / frame});
            return settle();
        };
        QVERIFY(zoomTo(7.0));
        drag(-5); // 0.7 frames
        QVERIFY(offFrame() > 0.01);
        QVERIFY(zoomTo(60.0));
        const double end = document().words().intervals[m_word].end / frame;
        const auto nextFrame = static_cast<int>(std::lround((end - std::floor(end - 0.2)) * 60));
        drag(-nextFrame + 3); // three pixels beside a frame
        QVERIFY2(offFrame() < 1e-4, qPrintable(QString::number(offFrame())));
        drag(-20); // between two frames
        QVERIFY(offFrame() > 0.2);
        drag(23 - 60); // beside the one before
        QVERIFY(offFrame() < 1e-4);

        QAction* snap = find<QAction>("snap");
        snap->trigger();
        QVERIFY(!snap->isChecked());
        drag(3 - 60);
        QVERIFY(offFrame() > 0.01);
        snap->trigger();
    }

    void shiftPushesTheNextWord()
    {
        const engine::TimedText before = document().words();
        const QPoint grip = edgePoint();
        QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
        const double far = before.intervals[m_word + 1].start - before.intervals[m_word].end + 0.1;
        const QPoint target = grip + QPoint(static_cast<int>(far * m_view->scale().pixelsPerSecond), 0);
        send(QEvent::MouseMove, (grip + target) / 2, Qt::ShiftModifier | Qt::AltModifier);
        send(QEvent::MouseMove, target, Qt::ShiftModifier | Qt::AltModifier);
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, target);
        const auto& words = document().words().intervals;
        QVERIFY(words[m_word].end > before.intervals[m_word].end);
        QCOMPARE(words[m_word + 1].start, words[m_word].end);
        QVERIFY(std::abs(words[m_word + 1].length() - before.intervals[m_word + 1].length()) < 1e-6);
        QCOMPARE(history().count(), 1);
    }

    void aLabelledSegmentsEdgeIsDraggedAndItsPredictionFollows()
    {
        const engine::Interval segment = document().labels().rows.intervals[0];
        m_view->zoomTo({segment.end - 2, segment.end + 1});
        QVERIFY(settle());
        const auto answerBefore = session().prediction().answer(0)->prediction.values;
        const auto other = session().prediction().answer(1)->prediction.values;
        const QRect area = m_view->areaOf(find<widgets::LabelsTrack>("labelsTrack"));
        const QPoint grip(area.left() + static_cast<int>(std::lround(m_view->scale().x(segment.end))),
                          area.center().y());
        QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
        moveTo(grip - QPoint(300, 0));
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, grip - QPoint(300, 0));
        QVERIFY(document().labels().rows.intervals[0].end < segment.end - 0.2);
        QVERIFY(settle());
        QVERIFY(session().prediction().answer(0)->prediction.values != answerBefore);
        QCOMPARE(session().prediction().answer(1)->prediction.values, other);
        QCOMPARE(history().count(), 1);
    }

    void dragThatTouchedTheNextWordAndCameBackLeavesItAlone()
    {
        // An edge before a pause: dragged onto the next word, it touches, but does not take the other edge
        // along.
        const auto& words = document().words().intervals;
        std::size_t word = 0;
        while (word + 1 < words.size() && words[word + 1].start - words[word].end < 0.1)
            ++word;
        QVERIFY(word + 1 < words.size());
        const engine::TimedText before = document().words();
        auto& session = this->session();
        const auto move = [&](double seconds) {
            session.editor().segments().moveEdge(document().segmentId(app::kWordsTier, word), true, seconds,
                                                 engine::EdgeMode::Follow, 7);
        };
        move(words[word + 1].start + 1.0);
        QCOMPARE(words[word].end, words[word + 1].start);
        move(before.intervals[word].end + 0.05);
        QCOMPARE(words[word + 1], before.intervals[word + 1]);
        move(before.intervals[word].end);
        QCOMPARE(document().words(), before);
        QCOMPARE(session.editor().history().count(), 0);
    }

    void anotherDatasetOpensWhileASegmentIsInFocus()
    {
        QSignalSpy messages(&session().document().notices(), &app::Notices::said);
        session().project().open({std::filesystem::path(DEMO) / "media" / "grid_talk_a.mp4"});
        QTRY_COMPARE(session().videos().current(), QStringLiteral("grid_talk_a"));
        QVERIFY(settle());
        QCOMPARE(messages.count(), 0);
        QVERIFY(!find<widgets::WordsTrack>("wordsTrack")->isVisible());
    }

    void exportedWordsHoldTheEdit()
    {
        drag(-40);
        auto& session = this->session();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("words.csd"));
        session.wordExport().write(session.videos().dataset().get(), path);
        QVERIFY(settle());
        const engine::CsdFile written(path.toStdString());
        QCOMPARE(written.intervals(document().video().id.toStdString()).values, document().words().intervals);
    }

    void windowWorksOnWhenTheModelProcessIsKilledWhileDragging()
    {
        const QPoint grip = edgePoint();
        QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
        moveTo(grip - QPoint(20, 0));
        const qint64 victim = session().modelsClient().processId();
        QVERIFY(victim > 0);
        QSignalSpy states(&session().modelsClient(), &app::ModelsClient::stateChanged);
        QCOMPARE(::kill(static_cast<pid_t>(victim), SIGKILL), 0);
        QTRY_VERIFY(!states.isEmpty()); // lost, and perhaps on its way back already

        moveTo(grip - QPoint(55, 0)); // the window takes part as if nothing had happened
        QVERIFY(document().isEdited(m_word));
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, grip - QPoint(55, 0));
        const engine::TimedText edited = document().words();

        QTRY_COMPARE(session().modelsClient().state(), app::ModelsClient::State::Ready);
        QVERIFY(session().modelsClient().processId() != victim);
        QVERIFY(settle());
        const auto* answer = session().prediction().answer(0);
        QVERIFY(answer && answer->current);
        QCOMPARE(document().words(), edited);
    }

    void switchingAModalityOffChangesTheAnswer()
    {
        const QString before = text("predictedSentiment");
        auto* button = find<QAbstractButton>("textSwitch");
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(12, button->height() / 2));
        QTRY_VERIFY(text("predictedSentiment") != before);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(12, button->height() / 2));
        QTRY_COMPARE(text("predictedSentiment"), before);
    }

private:
    double middleOf(std::size_t word)
    {
        const engine::Interval interval = document().words().intervals[word];
        return (interval.start + interval.end) / 2;
    }
    /// What the model says of the first segment as it is now; empty while it is being asked.
    std::vector<float> sentimentSaid()
    {
        const auto* answer = session().prediction().answer(0);
        return answer && answer->current ? answer->prediction.values : std::vector<float>();
    }
    QString text(const char* label) { return find<QLabel>(label)->text(); }
    std::vector<float> acousticRow() { return find<widgets::RowBars>("acousticRow")->row(); }

    /// The end edge of the word, in the timeline.
    QPoint edgePoint()
    {
        const auto* words = find<widgets::WordsTrack>("wordsTrack");
        const QRect area = m_view->areaOf(words);
        const double x = m_view->scale().x(document().words().intervals[m_word].end);
        return {area.left() + static_cast<int>(std::lround(x)), area.top() + area.height() / 3};
    }
    void send(QEvent::Type type, QPoint position, Qt::KeyboardModifiers modifiers)
    {
        QMouseEvent event(type, position, m_view->mapToGlobal(position), Qt::NoButton, Qt::LeftButton,
                          modifiers);
        QApplication::sendEvent(m_view, &event);
    }
    /// In steps, as a hand moves.
    void moveTo(QPoint target)
    {
        for (int x = 5; x >= 0; --x) {
            QTest::mouseMove(m_view, target + QPoint(x, 0));
            QCoreApplication::processEvents();
        }
    }
    void drag(int pixels)
    {
        const QPoint grip = edgePoint();
        QTest::mousePress(m_view, Qt::LeftButton, {}, grip);
        moveTo(grip + QPoint(pixels, 0));
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, grip + QPoint(pixels, 0));
    }

    widgets::TimelineView* m_view = nullptr;
    std::size_t m_word = 0;
};

WINDOW_TEST_MAIN(DragWordEdge)

#include "tst_drag_word_edge.moc"
