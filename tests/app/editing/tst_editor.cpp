#include "app/document/track_layout_item.h"
#include "app/editing/editor.h"
#include "app/project/camera_items.h"
#include "engine/annotation/difference.h"

#include <QSignalSpy>
#include <QTest>

#include "tests/support/small_video.h"

using namespace app;
using test::smallVideo;

class EditorTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>();
        m_editor = std::make_unique<Editor>(*m_document);
        m_editor->setAnnotator(QStringLiteral("eve"));
        m_document->setProject({}, {}, {});
        m_document->setVideo(smallVideo("a"));
    }

    void oneGestureIsOneStepBackAndForth()
    {
        const engine::TimedText before = m_document->words();
        for (const double end : {0.9, 0.8, 0.7})
            moveEnd(0, end, 1);
        const engine::TimedText after = m_document->words();
        QCOMPARE(after.intervals[0].end, 0.7);
        QCOMPARE(after.intervals[1].start, 0.7);
        QCOMPARE(history().count(), 1);
        QCOMPARE(history().undoText(), QStringLiteral("move edge of “one”"));
        history().undo();
        QCOMPARE(m_document->words(), before);
        history().redo();
        QCOMPARE(m_document->words(), after);
        moveEnd(0, 0.6, 2);
        QCOMPARE(history().count(), 2);
    }

    void aLockedTrackRefusesEveryEditAndSaysSo()
    {
        const widgets::TrackLayout locked{{QStringLiteral("wordsTrack"), false, 0, true, false, 3}};
        m_editor->setTrackLayout(locked, QStringLiteral("lock Words"), 0);
        QCOMPARE(trackLayout(m_document->annotation()), locked);
        const engine::TimedText before = m_document->words();
        QSignalSpy refusals(m_editor.get(), &Editor::refused);
        moveEnd(0, 0.9, 1);
        QVERIFY(!m_editor->segments().split(kWordsTier, 0, 0.5));
        QVERIFY(!m_editor->segments().remove(kWordsTier, 0));
        QVERIFY(!m_editor->segments().insert(kWordsTier, {2.2, 2.8}));
        QVERIFY(!m_editor->segments().retype(m_document->segmentId(kWordsTier, 0), QStringLiteral("new")));
        QCOMPARE(refusals.count(), 5);
        QVERIFY(refusals.first().first().toString().contains(QLatin1String("locked")));
        QCOMPARE(m_document->words(), before);
        m_editor->setLabel(0, QStringLiteral("sentiment"), 2.0); // the other track is not
        QCOMPARE(m_document->labels().rows.features.at(0, 0), 2.0F);
        history().undo();
        history().undo(); // unlocked again
        QVERIFY(m_editor->segments().remove(kWordsTier, 0));
    }

    void aGestureThatEndsWhereItBeganLeavesNoStep()
    {
        const engine::TimedText before = m_document->words();
        moveEnd(0, 0.7, 1);
        moveEnd(0, 1.0, 1);
        QCOMPARE(history().count(), 0);
        QCOMPARE(m_document->words(), before);
        QVERIFY(!m_document->isEdited(0)); // the very double of the file
    }

    void whatAGestureTouchedOnItsWayIsLeftAlone()
    {
        moveEnd(1, 5.0, 1); // as far as the third word, which begins at 3
        QCOMPARE(m_document->words().intervals[1].end, 3.0);
        moveEnd(1, 2.5, 1); // and back: it does not take the third word's start along
        QCOMPARE(m_document->words().intervals[2].start, 3.0);
        QVERIFY(m_document->annotation().checkConsistency().empty());
    }

    void undoInTheMiddleOfAGestureBeginsAnother()
    {
        moveEnd(0, 0.7, 1);
        history().undo();
        moveEnd(0, 0.6, 1);
        QCOMPARE(m_document->words().intervals[0].end, 0.6);
        history().undo();
        QVERIFY(!m_document->isEdited(0));
    }

    void valuesSayWhoGaveThemAndCanBeTakenAway()
    {
        m_editor->setLabel(1, QStringLiteral("sentiment"), 2.0);
        const engine::Segment& segment = *m_document->annotation().segment(m_document->labels().ids[1]);
        QCOMPARE(std::get<double>(segment.values.at("sentiment").value), 2.0);
        QCOMPARE(segment.values.at("sentiment").by.annotator, std::string("eve"));
        QVERIFY(segment.values.at("sentiment").by.when > 0);
        QCOMPARE(history().undoText(), QStringLiteral("sentiment 2 for segment 2"));
        m_editor->setLabel(1, QStringLiteral("sentiment"), std::nullopt);
        QVERIFY(m_document->annotation().segment(m_document->labels().ids[1])->values.empty());
        history().undo();
        history().undo();
        QCOMPARE(m_document->labels().rows.features.at(1, 0), 0.0F);
    }

    void aValueThatIsNotOnTheScaleIsRefusedWithTheReason()
    {
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        m_editor->setLabel(0, QStringLiteral("sentiment"), 9.0);
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.first().first().toString().contains(
            QStringLiteral("9 is not on the scale of sentiment")));
        QCOMPARE(history().count(), 0);
    }

    void undoingTheFirstEditTakesTheTierOutOfTheProject()
    {
        moveEnd(0, 0.7, 1);
        QCOMPARE(m_document->storedAnnotation().tiers().size(), std::size_t{1});
        history().undo();
        QVERIFY(m_document->storedAnnotation().tiers().empty());
        QCOMPARE(m_document->words().intervals[0], (engine::Interval{0.0, 1.0}));
        history().redo();
        QCOMPARE(m_document->words().intervals[0].end, 0.7);
        // A tier that goes, is stored anew by another edit, and comes back, step by step.
        QVERIFY(m_editor->editStored(QStringLiteral("read again"), [](const engine::Annotation& stored) {
            return engine::difference(stored, {});
        }));
        moveEnd(0, 0.4, 2);
        for (int step = 0; step < 3; ++step)
            history().undo();
        QCOMPARE(m_document->words().intervals[0], (engine::Interval{0.0, 1.0}));
        for (int step = 0; step < 3; ++step)
            history().redo();
        QCOMPARE(m_document->words().intervals[0].end, 0.4);
        QVERIFY(m_document->annotation().checkConsistency().empty());
    }

    void undoTellsTheVideoThatItChanges()
    {
        moveEnd(0, 0.7, 1);
        m_document->setVideo(smallVideo("b"));
        moveEnd(0, 0.6, 2);
        QSignalSpy videos(m_editor.get(), &Editor::videoChanged);
        history().undo();
        history().undo();
        QCOMPARE(videos.count(), 1); // b is in sight
        QCOMPARE(videos[0].first().toString(), QStringLiteral("a"));
        history().undo(); // past the beginning: nothing
        QCOMPARE(videos.count(), 1);
        QVERIFY(m_document->annotation().checkConsistency().empty());
    }

    void undoTellsTheVideoWhoseCameraItMoves()
    {
        m_editor->edit(QStringLiteral("offset"), [](const engine::Annotation& annotation) {
            return putOffset(annotation, {"b/side.mp4", "/b/side.mp4"}, 1.0);
        });
        QSignalSpy videos(m_editor.get(), &Editor::videoChanged);
        history().undo();
        QCOMPARE(videos.count(), 1);
        QCOMPARE(videos[0].first().toString(), QStringLiteral("b"));
    }

    void theTracksHaveTheirPlaceInTheProject()
    {
        QSignalSpy changes(m_document.get(), &Document::layoutChanged);
        const widgets::TrackLayout layout{{QStringLiteral("acoustic"), true, 0},
                                          {QStringLiteral("words"), false, 60}};
        m_editor->setTrackLayout(layout, QStringLiteral("hide Acoustic"), 0);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(trackLayout(m_document->annotation()), layout);
        history().undo();
        QVERIFY(trackLayout(m_document->annotation()).empty());
        QCOMPARE(changes.count(), 2);
    }

    void anotherProjectHasAHistoryOfItsOwn()
    {
        moveEnd(0, 0.7, 1);
        m_document->setProject({}, {}, {});
        QCOMPARE(history().count(), 0);
    }

    void neighboursArePushedOrOverwritten()
    {
        moveEnd(1, 3.5, 1, engine::EdgeMode::Push); // the third word, 3 to 4, makes room
        QCOMPARE(m_document->words().intervals[2], (engine::Interval{3.5, 4.5}));
        history().undo();
        moveEnd(1, 3.5, 2, engine::EdgeMode::Overwrite);
        QCOMPARE(m_document->words().intervals[2], (engine::Interval{3.5, 4.0}));
        moveEnd(1, 5.0, 2, engine::EdgeMode::Overwrite); // it is gone
        QCOMPARE(m_document->words().texts.size(), std::size_t{2});
        moveEnd(1, 3.2, 2, engine::EdgeMode::Overwrite); // and back, in the same drag
        QCOMPARE(m_document->words().texts.size(), std::size_t{3});
        QCOMPARE(history().count(), 1);
    }

    void wordsAreSplitMergedInsertedRetypedAndRemoved()
    {
        const engine::TimedText before = m_document->words();
        QVERIFY(m_editor->segments().split(kWordsTier, 1, 1.4));
        QCOMPARE(m_document->words().texts, (std::vector<std::string>{"one", "two", "", "three"}));
        QVERIFY(m_editor->segments().retype(m_document->segmentId(kWordsTier, 2), QStringLiteral("half")));
        QVERIFY(m_editor->segments().mergeWithNext(kWordsTier, 1));
        QCOMPARE(m_document->words().texts, (std::vector<std::string>{"one", "two half", "three"}));
        QVERIFY(m_editor->segments().insert(kWordsTier, {2.2, 2.6}));
        QCOMPARE(m_document->words().intervals[2], (engine::Interval{2.2, 2.6}));
        QVERIFY(m_document->isEdited(2));
        QVERIFY(m_editor->segments().shift(kWordsTier, 2, 0.1));
        QVERIFY(m_editor->segments().remove(kWordsTier, 0));
        QCOMPARE(m_document->words().texts, (std::vector<std::string>{"two half", "", "three"}));
        QVERIFY(!m_editor->segments().insert(kWordsTier, {1.5, 2.5})); // over another word
        QVERIFY(!m_editor->segments().split(kWordsTier, 0, 9.0));
        QVERIFY(!m_editor->segments().mergeWithNext(kWordsTier, 2));
        QVERIFY(m_document->annotation().checkConsistency().empty());
        while (history().canUndo())
            history().undo();
        QCOMPARE(m_document->words(), before);
    }

    void aNewWordHasNoVectorButFrames()
    {
        QVERIFY(m_editor->segments().insert(kWordsTier, {2.2, 2.6}));
        const auto aligned = m_document->wordAlignment().align(1, 4);
        QCOMPARE(aligned[0].features.values, (std::vector<float>{20, 0, 30}));
        QCOMPARE(aligned[0].rows[1].sourceRows, std::size_t{0});
        QVERIFY(aligned[1].rows[1].sourceRows > 0);
    }

    /// Once per drag, and only where somebody has answered.
    void whoMovesASegmentIsToldOfItsAnswers()
    {
        QSignalSpy told(m_editor.get(), &Editor::told);
        moveEnd(0, 0.9, 1);
        QCOMPARE(told.count(), 0);
        QVERIFY(m_editor->edit(QStringLiteral("answer"), [&](const engine::Annotation& annotation) {
            return engine::judge(annotation, m_document->segmentId(kWordsTier, 0),
                                 engine::annotatorLayer(kWordsTier, "bo", 1),
                                 [](engine::Segment& answer) { answer.comment = "well"; });
        }));
        moveEnd(0, 0.8, 2);
        moveEnd(0, 0.7, 2);
        QCOMPARE(told.count(), 1);
        QVERIFY(told.first().first().toString().contains(QLatin1String("bo")));
        moveEnd(0, 0.6, 3);
        QCOMPARE(told.count(), 2);
        moveEnd(1, 1.9, 4);
        QCOMPARE(told.count(), 2);
    }

    void aThousandMovesLeaveNoDrift()
    {
        for (int i = 1; i <= 1000; ++i)
            moveEnd(0, 0.5 + (i % 400) / 1001.0, i);
        moveEnd(0, 1.0, 1001);
        QCOMPARE(m_document->words().intervals[0].end, 1.0);
        QCOMPARE(m_document->words().intervals[1].start, 1.0);
    }

private:
    /// Of a word.
    void moveEnd(std::size_t word, double seconds, int gesture,
                 engine::EdgeMode mode = engine::EdgeMode::Follow)
    {
        m_editor->segments().moveEdge(m_document->segmentId(kWordsTier, word), true, seconds, mode, gesture);
    }
    QUndoStack& history() { return m_editor->history(); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<Editor> m_editor;
};

QTEST_GUILESS_MAIN(EditorTest)
#include "tst_editor.moc"
