#include "app/timeline/segment_selection.h"

#include <algorithm>

namespace app {

SegmentSelection::SegmentSelection(const Document& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
    for (const auto signal : {&Document::wordsChanged, &Document::labelsChanged})
        connect(&document, signal, this, &SegmentSelection::prune);
    connect(&document, &Document::videoChanged, this, &SegmentSelection::prune);
    connect(&document, &Document::tierChanged, this, &SegmentSelection::prune);
}

std::vector<std::size_t> SegmentSelection::indices(const TierName& tier) const
{
    std::vector<std::size_t> result;
    if (tier != m_tier || m_ids.empty())
        return result;
    for (std::size_t i = 0; i < m_document.spans(tier).size(); ++i) {
        if (m_ids.contains(m_document.segmentId(tier, i)))
            result.push_back(i);
    }
    return result;
}

std::vector<engine::SegmentId> SegmentSelection::ids() const
{
    std::vector<engine::SegmentId> result;
    for (const std::size_t index : indices(m_tier))
        result.push_back(m_document.segmentId(m_tier, index));
    return result;
}

void SegmentSelection::take(const TierName& tier, std::set<engine::SegmentId> ids, bool isKept)
{
    m_isKept = isKept;
    if (m_tier == tier && m_ids == ids)
        return;
    m_tier = tier;
    m_ids = std::move(ids);
    emit changed();
}

void SegmentSelection::click(const TierName& tier, std::size_t index, Qt::KeyboardModifiers modifiers)
{
    if (index >= m_document.spans(tier).size())
        return;
    const engine::SegmentId clicked = m_document.segmentId(tier, index);
    std::set<engine::SegmentId> ids = tier == m_tier ? m_ids : std::set<engine::SegmentId>();
    if (modifiers & Qt::ShiftModifier) {
        std::size_t from = index;
        for (std::size_t i = 0; tier == m_tier && i < m_document.spans(tier).size(); ++i) {
            if (m_document.segmentId(tier, i) == m_last)
                from = i;
        }
        ids.clear();
        for (std::size_t i = std::min(from, index); i <= std::max(from, index); ++i)
            ids.insert(m_document.segmentId(tier, i));
        if (from == index)
            m_last = clicked;
        take(tier, std::move(ids), true);
        return;
    }
    m_last = clicked;
    if (modifiers & Qt::ControlModifier) {
        if (!ids.insert(clicked).second)
            ids.erase(clicked);
        take(tier, std::move(ids), true);
    } else {
        take(tier, {clicked}, false);
    }
}

void SegmentSelection::selectAll(const TierName& tier)
{
    std::vector<engine::SegmentId> ids;
    for (std::size_t i = 0; i < m_document.spans(tier).size(); ++i)
        ids.push_back(m_document.segmentId(tier, i));
    select(tier, ids);
}

void SegmentSelection::select(const TierName& tier, const std::vector<engine::SegmentId>& ids)
{
    m_last = ids.empty() ? 0 : ids.front();
    take(tier, {ids.begin(), ids.end()}, true);
}

void SegmentSelection::clear()
{
    take(m_tier, {}, false);
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
    const std::vector<std::size_t> index = indices(m_tier);
    if (index.empty())
        return;
    if (!holds(m_document.spans(m_tier)[index.front()], seconds))
        clear();
}

}
