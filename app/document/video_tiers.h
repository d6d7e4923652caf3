#pragma once

#include "app/document/tier_views.h"
#include "app/document/video_data.h"
#include "engine/annotation/annotation.h"

#include <map>
#include <optional>

namespace app {

/// The tiers of the video in sight in the order of time, as tracks, lists and models read them.
class VideoTiers {
public:
    explicit VideoTiers(const engine::Annotation& annotation) : m_annotation(annotation) { }

    void clear(); ///< no video is in sight
    void read(const VideoData& video);
    /// One tier is another by now.
    void readTier(const VideoData& video, const TierName& name);

    const WordsView& words() const { return m_words; }
    const LabelsView& labels() const { return m_labels; }
    const std::vector<engine::Interval>& spans(const TierName& name) const; ///< empty: there is no such tier
    engine::SegmentId id(const TierName& name, std::size_t index) const;
    /// The place of a segment in its tier; absent: it is not there.
    std::optional<std::size_t> indexOf(const TierName& name, engine::SegmentId id) const;
    /// The last word that began before this time.
    std::optional<std::size_t> lastWordBefore(double seconds) const;

private:
    const SpansView& own(const TierName& name) const;

    const engine::Annotation& m_annotation;
    WordsView m_words;
    LabelsView m_labels;
    std::map<TierName, SpansView> m_own; ///< beside words and labels
};

/// The tiers of a video that people made, beside words and labels, from top to bottom.
std::vector<const engine::Tier*> ownTiers(const engine::Annotation& annotation, const std::string& video);

}
