#pragma once

#include "engine/formats/common/exchanged_tiers.h"
#include "engine/formats/common/export_losses.h"
#include "engine/formats/input/number_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

/// Everything that tiers say, as sentences that do not depend on numbers of tiers and segments.
namespace engine::test {

inline std::string schemeText(const LabelScheme& scheme)
{
    std::string text = scheme.name;
    if (const auto* scale = std::get_if<NumberScale>(&scheme.scale))
        return fmt::format("{} {} to {} by {}", text, scale->least, scale->greatest, scale->step);
    if (const auto* vocabulary = std::get_if<Vocabulary>(&scheme.scale)) {
        for (const Term& term : vocabulary->terms)
            text += fmt::format(" [{}|{}|{}]", term.name, term.colour, term.key);
        return text;
    }
    return text + " free";
}

inline std::string segmentText(const Segment& segment, const std::string& parent, bool isInterpolated)
{
    std::string text = fmt::format("{}-{} '{}' of '{}'", segment.start.seconds(), segment.end.seconds(),
                                   segment.text, parent);
    for (const auto& [name, value] : segment.values)
        text += fmt::format(" {}={}{} by {} {} {} {}", name,
                            std::holds_alternative<double>(value.value) ? "#" : "", textOf(value),
                            value.by.annotator, value.by.when, value.by.pass, value.by.visible);
    if (segment.confidence)
        text += " sure " + shortest(*segment.confidence);
    if (segment.flagged || !segment.comment.empty())
        text += fmt::format(" comment '{}' {}", segment.comment, segment.flagged ? "flagged" : "");
    if (!segment.isTimed())
        text += " without times";
    for (const float sample : segment.samples)
        text += fmt::format(" {}", sample);
    return text + (isInterpolated ? " interpolated" : "");
}

/// In the order of the file, tiers by their names.
inline std::vector<std::string> factsOf(const ExchangedTiers& tiers)
{
    std::map<TierId, std::string> names;
    std::map<SegmentId, std::string> segments;
    for (const ExchangedTier& tier : tiers.tiers) {
        names[tier.tier.id] = tier.tier.name;
        for (const Segment& segment : tier.segments)
            segments[segment.id] = fmt::format("{} at {}", segment.text, segment.start.seconds());
    }
    std::vector<std::vector<std::string>> parts;
    for (const ExchangedTier& tier : tiers.tiers) {
        const Tier& is = tier.tier;
        std::vector<std::string>& facts = parts.emplace_back();
        facts.push_back(
            fmt::format("tier '{}' of video '{}', kind {}, below '{}' ({}), rate {}, by '{}', of '{}', "
                        "colour '{}'{}",
                        is.name, is.video, static_cast<int>(is.kind), names[is.parent],
                        static_cast<int>(is.constraint), is.rate, is.annotator, tier.tier.participant, is.colour,
                        tier.timesAreInvented ? ", invented times" : ""));
        if (!tier.type.empty())
            facts.push_back(fmt::format("type of {}: {}", is.name, tier.type));
        for (const LabelScheme& scheme : is.labels)
            facts.push_back("scheme of " + is.name + ": " + schemeText(scheme));
        for (const Segment& segment : tier.segments)
            facts.push_back(
                is.name + ": "
                + segmentText(segment, segments[segment.parent], tier.interpolated.contains(segment.id)));
    }
    std::ranges::sort(parts);
    std::vector<std::string> facts;
    for (const auto& part : parts)
        facts.insert(facts.end(), part.begin(), part.end());
    for (const MediaReference& media : tiers.media)
        facts.push_back(fmt::format("media {} {} {} {} {}", media.url, media.relative, media.mimeType,
                                    media.timeOrigin, media.extractedFrom));
    if (tiers.extent)
        facts.push_back(fmt::format("extent {} {}", tiers.extent->start, tiers.extent->end));
    for (const FormatExtra& extra : tiers.extras)
        facts.push_back(fmt::format("{} {}: {}", extra.format, extra.kind, extra.text));
    return facts;
}

}
