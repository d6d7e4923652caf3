#include "app/commands/move_word_edge.h"

#include <QTest>
#include <QUndoStack>

using namespace app;

class MoveWordEdgeTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        VideoData data;
        data.id = QStringLiteral("a");
        data.words = {{{0.0, 1.0}, {1.0, 2.0}}, {"one", "two"}};
        m_document = std::make_unique<Document>();
        m_document->setVideo(std::move(data));
    }

    void redoUndoRedo()
    {
        QUndoStack stack;
        const engine::TimedText before = m_document->words();
        stack.push(new MoveWordEdge(*m_document, {{0, {0.0, 0.8}}, {1, {0.8, 2.0}}}, 1));
        const engine::TimedText after = m_document->words();
        stack.undo();
        QCOMPARE(m_document->words(), before);
        stack.redo();
        QCOMPARE(m_document->words(), after);
        QCOMPARE(stack.undoText(), QStringLiteral("move edge of “one”"));
    }

    void movesOfOneDragMerge()
    {
        QUndoStack stack;
        const engine::TimedText before = m_document->words();
        stack.push(new MoveWordEdge(*m_document, {{0, {0.0, 0.8}}}, 1));
        stack.push(new MoveWordEdge(*m_document, {{0, {0.0, 0.6}}}, 1));
        QCOMPARE(stack.count(), 1);
        stack.push(new MoveWordEdge(*m_document, {{0, {0.0, 0.5}}}, 2));
        QCOMPARE(stack.count(), 2);
        stack.undo();
        stack.undo();
        QCOMPARE(m_document->words(), before);
    }

    void dragThatEndsWhereItBeganLeavesNoStep()
    {
        QUndoStack stack;
        stack.push(new MoveWordEdge(*m_document, {{0, {0.0, 0.8}}}, 1));
        stack.push(new MoveWordEdge(*m_document, {{0, {0.0, 1.0}}}, 1));
        QCOMPARE(stack.count(), 0);
        QVERIFY(!m_document->hasEdits());
    }

private:
    std::unique_ptr<Document> m_document;
};

QTEST_GUILESS_MAIN(MoveWordEdgeTest)
#include "tst_move_word_edge.moc"
