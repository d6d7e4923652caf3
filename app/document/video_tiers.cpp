#include "app/document/video_tiers.h"

#include "app/document/recorded_rows.h"
#include "engine/annotation/layers.h"

#include <algorithm>

namespace app {

void VideoTiers::clear()
{
    m_words = {};
    m_labels = {};
    m_own.clear();
}

void VideoTiers::read(const VideoData& video)
{
    clear();
    readTier(video, kWordsTier);
    readTier(video, kLabelsTier);
    for (const engine::Tier* tier : ownTiers(m_annotation, video.id.toStdString()))
        readTier(video, tier->name);
}

void VideoTiers::readTier(const VideoData& video, const TierName& name)
{
    const engine::Tier* const tier = engine::tierCalled(m_annotation, video.id.toStdString(), name);
    if (name == kWordsTier) {
        m_words = wordsView(m_annotation, tier);
        fitRows(m_words, video.words);
    } else if (name == kLabelsTier) {
        m_labels = labelsView(m_annotation, tier);
    } else {
        m_own[name] = spansView(m_annotation, tier);
    }
}

const SpansView& VideoTiers::own(const TierName& name) const
{
    static const SpansView none;
    const auto found = m_own.find(name);
    return found == m_own.end() ? none : found->second;
}

const std::vector<engine::Interval>& VideoTiers::spans(const TierName& name) const
{
    return name == kWordsTier ? m_words.text.intervals
        : name == kLabelsTier ? m_labels.rows.intervals
                              : own(name).intervals;
}

engine::SegmentId VideoTiers::id(const TierName& name, std::size_t index) const
{
    return name == kWordsTier ? m_words.ids.at(index)
        : name == kLabelsTier ? m_labels.ids.at(index)
                              : own(name).ids.at(index);
}

std::optional<std::size_t> VideoTiers::indexOf(const TierName& name, engine::SegmentId id) const
{
    const engine::Segment* segment = m_annotation.segment(id);
    if (!segment)
        return std::nullopt;
    const std::vector<engine::Interval>& all = spans(name);
    const auto first = std::ranges::partition_point(all, [&](const engine::Interval& span) {
        return engine::TimePoint::ofSeconds(span.start) < segment->start;
    });
    for (auto index = static_cast<std::size_t>(first - all.begin()); index < all.size(); ++index) {
        if (this->id(name, index) == id)
            return index;
    }
    return std::nullopt;
}

std::optional<std::size_t> VideoTiers::lastWordBefore(double seconds) const
{
    const std::vector<engine::Interval>& spoken = m_words.text.intervals;
    const auto next = std::ranges::partition_point(
        spoken, [&](const engine::Interval& word) { return word.start <= seconds; });
    return next == spoken.begin() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(next - spoken.begin()) - 1);
}

std::vector<const engine::Tier*> ownTiers(const engine::Annotation& annotation, const std::string& video)
{
    std::vector<const engine::Tier*> tiers = annotation.tiersOf(video);
    std::erase_if(tiers, [](const engine::Tier* tier) {
        return tier->name == kWordsTier || tier->name == kLabelsTier;
    });
    return tiers;
}

}
