#include "app/commands/move_word_edge.h"

namespace app {

namespace {

std::vector<std::size_t> wordsIn(const std::vector<engine::WordTimes>& times)
{
    std::vector<std::size_t> words;
    for (const engine::WordTimes& change : times)
        words.push_back(change.word);
    return words;
}

}

MoveWordEdge::MoveWordEdge(Document& document, std::vector<engine::WordTimes> after, int drag)
    : m_document(document)
    , m_video(document.video().id)
    , m_after(std::move(after))
    , m_drag(drag)
{
    for (const engine::WordTimes& change : m_after)
        m_before.push_back({change.word, document.words().intervals.at(change.word)});
    setText(
        tr("move edge of “%1”").arg(QString::fromStdString(document.words().texts.at(m_after.front().word))));
}

bool MoveWordEdge::mergeWith(const QUndoCommand* next)
{
    const auto* later = static_cast<const MoveWordEdge*>(next);
    if (later->m_drag != m_drag || later->m_video != m_video || wordsIn(later->m_after) != wordsIn(m_after))
        return false;
    m_after = later->m_after;
    setObsolete(m_after == m_before);
    return true;
}

}
