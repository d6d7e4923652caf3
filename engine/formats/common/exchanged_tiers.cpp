#include "engine/formats/common/exchanged_tiers.h"

#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <limits>

namespace engine {

std::size_t itemCount(const ExchangedTier& tier)
{
    if (tier.tier.kind != TierKind::Continuous)
        return tier.segments.size();
    std::size_t count = 0;
    for (const Segment& segment : tier.segments)
        count += segment.samples.size();
    return count;
}

bool anyOverlap(const Tier& tier, std::span<const Segment> segments)
{
    if (isSymbolic(tier))
        return false;
    std::vector<std::pair<std::int64_t, std::int64_t>> spans;
    spans.reserve(segments.size());
    for (const Segment& segment : segments)
        spans.emplace_back(segment.start.ticks, segment.end.ticks);
    std::ranges::sort(spans);
    std::int64_t reached = std::numeric_limits<std::int64_t>::min();
    for (const auto& [start, end] : spans) {
        if (start < reached)
            return true;
        reached = std::max(reached, end);
    }
    return false;
}

std::string kindsOf(std::span<const FormatExtra> extras)
{
    std::vector<std::string_view> kinds;
    for (const FormatExtra& extra : extras) {
        if (std::ranges::find(kinds, extra.kind) == kinds.end())
            kinds.push_back(extra.kind);
    }
    return fmt::format("{}", fmt::join(kinds, ", "));
}

std::vector<std::string> displayNames(const ExchangedTiers& tiers)
{
    std::set<std::string> videos;
    for (const ExchangedTier& tier : tiers.tiers)
        videos.insert(tier.tier.video);
    std::vector<std::string> names;
    for (const ExchangedTier& tier : tiers.tiers)
        names.push_back(videos.size() < 2 || tier.tier.video.empty()
                            ? tier.tier.name
                            : tier.tier.video + "/" + tier.tier.name);
    return names;
}

std::vector<std::string> uniqueNames(const ExchangedTiers& tiers)
{
    std::vector<std::string> names = displayNames(tiers);
    std::set<std::string> taken;
    for (std::string& name : names) {
        if (name.empty())
            name = "tier";
        const std::string plain = name;
        for (int number = 2; !taken.insert(name).second; ++number)
            name = fmt::format("{} ({})", plain, number);
    }
    return names;
}

namespace {

void checkNamed(const ExchangedTiers& tiers, const std::vector<std::string>& shown,
                const std::vector<std::string>& names, const std::string& video, const std::string& path)
{
    std::set<std::string_view> known;
    std::set<std::string_view> videos;
    for (std::size_t i = 0; i < tiers.tiers.size(); ++i) {
        known.insert({tiers.tiers[i].tier.name, shown[i]});
        videos.insert(tiers.tiers[i].tier.video);
    }
    if (!video.empty() && !videos.contains(video))
        throw FormatError("unknown_tier", path,
                          fmt::format("has nothing of '{}', only of: {}", video, fmt::join(videos, ", ")));
    for (const std::string& name : names) {
        if (!known.contains(name))
            throw FormatError("unknown_tier", path,
                              fmt::format("has no tier '{}', only: {}", name, fmt::join(shown, ", ")));
    }
}

}

ExchangedTiers selected(ExchangedTiers tiers, const std::vector<std::string>& names, const std::string& video,
                        const std::string& path)
{
    const std::vector<std::string> shown = displayNames(tiers);
    checkNamed(tiers, shown, names, video, path);
    ExchangedTiers result{{}, std::move(tiers.media), tiers.extent, std::move(tiers.extras)};
    std::set<TierId> kept;
    for (std::size_t i = 0; i < tiers.tiers.size(); ++i) {
        ExchangedTier& tier = tiers.tiers[i];
        const bool isNamed = names.empty() || std::ranges::find(names, tier.tier.name) != names.end()
            || std::ranges::find(names, shown[i]) != names.end();
        if (!isNamed || (!video.empty() && tier.tier.video != video))
            continue;
        kept.insert(tier.tier.id);
        result.tiers.push_back(std::move(tier));
    }
    for (ExchangedTier& tier : result.tiers) {
        if (tier.tier.parent == 0 || kept.contains(tier.tier.parent))
            continue;
        tier.tier.parent = 0;
        tier.tier.constraint = Constraint::None;
        tier.tier.overlapping = anyOverlap(tier.tier, tier.segments);
        for (Segment& segment : tier.segments) {
            segment.parent = 0;
            segment.order = 0;
        }
    }
    return result;
}

}
