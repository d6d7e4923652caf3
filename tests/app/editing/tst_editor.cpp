#include "app/document/track_layout_item.h"
#include "app/editing/editor.h"

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
            m_editor->moveWordEdge(0, true, end, 1);
        const engine::TimedText after = m_document->words();
        QCOMPARE(after.intervals[0].end, 0.7);
        QCOMPARE(after.intervals[1].start, 0.7);
        QCOMPARE(history().count(), 1);
        QCOMPARE(history().undoText(), QStringLiteral("move edge of “one”"));
        history().undo();
        QCOMPARE(m_document->words(), before);
        history().redo();
        QCOMPARE(m_document->words(), after);
        m_editor->moveWordEdge(0, true, 0.6, 2);
        QCOMPARE(history().count(), 2);
    }

    void aGestureThatEndsWhereItBeganLeavesNoStep()
    {
        const engine::TimedText before = m_document->words();
        m_editor->moveWordEdge(0, true, 0.7, 1);
        m_editor->moveWordEdge(0, true, 1.0, 1);
        QCOMPARE(history().count(), 0);
        QCOMPARE(m_document->words(), before);
        QVERIFY(!m_document->isEdited(0)); // the very double of the file
    }

    void whatAGestureTouchedOnItsWayIsLeftAlone()
    {
        m_editor->moveWordEdge(1, true, 5.0, 1); // as far as the third word, which begins at 3
        QCOMPARE(m_document->words().intervals[1].end, 3.0);
        m_editor->moveWordEdge(1, true, 2.5, 1); // and back: it does not take the third word's start along
        QCOMPARE(m_document->words().intervals[2].start, 3.0);
        QVERIFY(m_document->annotation().checkConsistency().empty());
    }

    void undoInTheMiddleOfAGestureBeginsAnother()
    {
        m_editor->moveWordEdge(0, true, 0.7, 1);
        history().undo();
        m_editor->moveWordEdge(0, true, 0.6, 1);
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

    void undoTellsTheVideoThatItChanges()
    {
        m_editor->moveWordEdge(0, true, 0.7, 1);
        m_document->setVideo(smallVideo("b"));
        m_editor->moveWordEdge(0, true, 0.6, 2);
        QSignalSpy videos(m_editor.get(), &Editor::videoChanged);
        history().undo();
        history().undo();
        QCOMPARE(videos.count(), 2);
        QCOMPARE(videos[0].first().toString(), QStringLiteral("b"));
        QCOMPARE(videos[1].first().toString(), QStringLiteral("a"));
        history().undo(); // past the beginning: nothing
        QCOMPARE(videos.count(), 2);
        QVERIFY(m_document->annotation().checkConsistency().empty());
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
        m_editor->moveWordEdge(0, true, 0.7, 1);
        m_document->setProject({}, {}, {});
        QCOMPARE(history().count(), 0);
    }

    void aThousandMovesLeaveNoDrift()
    {
        for (int i = 1; i <= 1000; ++i)
            m_editor->moveWordEdge(0, true, 0.5 + (i % 400) / 1001.0, i);
        m_editor->moveWordEdge(0, true, 1.0, 1001);
        QCOMPARE(m_document->words().intervals[0].end, 1.0);
        QCOMPARE(m_document->words().intervals[1].start, 1.0);
    }

private:
    QUndoStack& history() { return m_editor->history(); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<Editor> m_editor;
};

QTEST_GUILESS_MAIN(EditorTest)
#include "tst_editor.moc"
