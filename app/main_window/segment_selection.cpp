#include "app/main_window/segment_selection.h"

#include <algorithm>

namespace app {

SegmentSelection::SegmentSelection(const Document& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
    for (const auto signal : {&Document::wordsChanged, &Document::labelsChanged})
        connect(&document, signal, this, &SegmentSelection::prune);
    connect(&document, &Document::videoChanged, this, &SegmentSelection::prune);
}

std::vector<std::size_t> SegmentSelection::indices(TierRole role) const
{
    std::vector<std::size_t> result;
    if (role != m_role || m_ids.empty())
        return result;
    for (std::size_t i = 0; i < m_document.spans(role).size(); ++i) {
        if (m_ids.contains(m_document.segmentId(role, i)))
            result.push_back(i);
    }
    return result;
}

std::vector<engine::SegmentId> SegmentSelection::ids() const
{
    std::vector<engine::SegmentId> result;
    for (const std::size_t index : indices(m_role))
        result.push_back(m_document.segmentId(m_role, index));
    return result;
}

void SegmentSelection::take(TierRole role, std::set<engine::SegmentId> ids, bool isKept)
{
    m_isKept = isKept;
    if (m_role == role && m_ids == ids)
        return;
    m_role = role;
    m_ids = std::move(ids);
    emit changed();
}

void SegmentSelection::click(TierRole role, std::size_t index, Qt::KeyboardModifiers modifiers)
{
    if (index >= m_document.spans(role).size())
        return;
    const engine::SegmentId clicked = m_document.segmentId(role, index);
    std::set<engine::SegmentId> ids = role == m_role ? m_ids : std::set<engine::SegmentId>();
    if (modifiers & Qt::ShiftModifier) {
        std::size_t from = index;
        for (std::size_t i = 0; role == m_role && i < m_document.spans(role).size(); ++i) {
            if (m_document.segmentId(role, i) == m_last)
                from = i;
        }
        ids.clear();
        for (std::size_t i = std::min(from, index); i <= std::max(from, index); ++i)
            ids.insert(m_document.segmentId(role, i));
        if (from == index)
            m_last = clicked;
        take(role, std::move(ids), true);
        return;
    }
    m_last = clicked;
    if (modifiers & Qt::ControlModifier) {
        if (!ids.insert(clicked).second)
            ids.erase(clicked);
        take(role, std::move(ids), true);
    } else {
        take(role, {clicked}, false);
    }
}

void SegmentSelection::selectAll(TierRole role)
{
    std::vector<engine::SegmentId> ids;
    for (std::size_t i = 0; i < m_document.spans(role).size(); ++i)
        ids.push_back(m_document.segmentId(role, i));
    select(role, ids);
}

void SegmentSelection::select(TierRole role, const std::vector<engine::SegmentId>& ids)
{
    m_last = ids.empty() ? 0 : ids.front();
    take(role, {ids.begin(), ids.end()}, true);
}

void SegmentSelection::clear()
{
    take(m_role, {}, false);
}

/// What is not there any more is not selected; places may have changed even where all are there.
void SegmentSelection::prune()
{
    if (m_ids.empty())
        return;
    const std::vector<engine::SegmentId> left = ids();
    m_ids = {left.begin(), left.end()};
    emit changed();
}

void SegmentSelection::followPlayhead(double seconds)
{
    if (m_isKept || m_ids.empty())
        return;
    const std::vector<std::size_t> index = indices(m_role);
    if (index.empty())
        return;
    const engine::Interval span = m_document.spans(m_role)[index.front()];
    if (seconds < span.start || seconds > span.end)
        clear();
}

}
