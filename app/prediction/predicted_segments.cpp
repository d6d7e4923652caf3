#include "app/prediction/predicted_segments.h"

#include "app/document/document.h"
#include "app/prediction/model_input.h"

#include <algorithm>
#include <ranges>

namespace app {

std::vector<engine::Interval> PredictedSegments::wanted() const
{
    if (!m_document.hasVideo())
        return {};
    std::vector<engine::Interval> segments = m_document.labels().rows.intervals;
    const bool needsPieces
        = segments.empty() && m_input.asksParts() && !m_document.video().mediaPath.isEmpty();
    for (double start = 0.0; needsPieces && start < m_videoEnd; start += kPiece)
        segments.push_back({start, std::min(start + kPiece, m_videoEnd)});
    return segments;
}

bool PredictedSegments::take()
{
    std::vector<engine::Interval> segments = wanted();
    m_arePieces = !segments.empty() && m_document.labels().rows.intervals.empty();
    return std::exchange(m_all, std::move(segments)) != m_all;
}

std::optional<std::size_t> PredictedSegments::at(double seconds) const
{
    if (m_arePieces) {
        const auto piece = static_cast<std::size_t>(std::max(0.0, seconds) / kPiece);
        return std::min(piece, m_all.size() - 1);
    }
    const auto segment = m_document.segmentAt(seconds);
    return segment && *segment < m_all.size() ? segment : std::nullopt;
}

std::optional<std::size_t> PredictedSegments::pieceInSight() const
{
    return m_arePieces ? at(m_playhead) : std::nullopt;
}

std::pair<std::size_t, std::size_t>
PredictedSegments::wordsOf(std::size_t segment, const std::vector<engine::Interval>& words) const
{
    return engine::wordsOf(m_all[segment], words);
}

bool PredictedSegments::hasEditedWords(std::size_t segment) const
{
    if (m_input.isUnaligned() || m_input.asksParts())
        return false;
    const auto [first, last] = wordsOf(segment, m_document.words().intervals);
    return std::ranges::any_of(std::views::iota(first, last),
                               [&](std::size_t word) { return m_document.isEdited(word); });
}

}
