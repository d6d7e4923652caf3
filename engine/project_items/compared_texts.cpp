#include "engine/project_items/compared_texts.h"

#include "engine/annotation/layers.h"
#include "engine/annotation/tier_roles.h"

#include <algorithm>
#include <set>

namespace engine {

namespace {

/// The text that the tier has at these moments (TimePoint's ticks).
std::string textAt(const Annotation& annotation, TierId tier, std::int64_t from, std::int64_t to)
{
    std::string text;
    std::int64_t most = 0;
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier).spanning(from, to)) {
        const Segment& segment = *annotation.segment(entry.id);
        const std::int64_t shared = std::min(to, segment.end.ticks) - std::max(from, segment.start.ticks);
        if (shared > most && !segment.text.empty()) {
            most = shared;
            text = segment.text;
        }
    }
    return text;
}

}

std::vector<std::string> comparableTexts(const Annotation& annotation)
{
    std::set<std::string> names;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (tier.kind == TierKind::Interval && tier.name != kWordsTier && tier.name != kLabelsTier
            && !layerOfTier(annotation, tier))
            names.insert(tier.name);
    }
    return {names.begin(), names.end()};
}

std::vector<std::string> textsAt(const Annotation& annotation, const std::string& video, const Interval& span,
                                 const std::vector<std::string>& tiers)
{
    const std::int64_t from = TimePoint::ofSeconds(span.start).ticks;
    const std::int64_t to = TimePoint::ofSeconds(span.end).ticks;
    const std::vector<const Tier*> ofVideo = annotation.tiersOf(video);
    std::vector<std::string> texts;
    for (const std::string& name : tiers) {
        const auto tier = std::ranges::find(ofVideo, name, &Tier::name);
        texts.push_back(tier == ofVideo.end() ? std::string() : textAt(annotation, (*tier)->id, from, to));
    }
    return texts;
}

}
