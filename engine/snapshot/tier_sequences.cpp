#include "engine/snapshot/tier_sequences.h"

#include <algorithm>
#include <limits>
#include <set>

namespace engine {

namespace {

constexpr std::string_view kPrefix = "tier:";

std::vector<std::string> numberLabels(const Tier& tier)
{
    std::vector<std::string> names;
    for (const LabelScheme& label : tier.labels) {
        if (std::holds_alternative<NumberScale>(label.scale))
            names.push_back(label.name);
    }
    return names;
}

float valueOf(const Segment& segment, const std::string& label)
{
    const auto value = segment.values.find(label);
    const double* number
        = value == segment.values.end() ? nullptr : std::get_if<double>(&value->second.value);
    return number ? static_cast<float>(*number) : std::numeric_limits<float>::quiet_NaN();
}

Entry tierEntry(const Annotation& annotation, const Tier& tier)
{
    const std::vector<std::string> labels = numberLabels(tier);
    Entry entry;
    std::vector<std::string> texts;
    std::vector<float> values;
    bool hasText = false;
    for (const IntervalIndex::Entry& at : annotation.byTime(tier.id).all()) {
        const Segment& segment = *annotation.segment(at.id);
        entry.intervals.values.push_back({segment.start.seconds(), segment.end.seconds()});
        texts.push_back(segment.text);
        hasText = hasText || !segment.text.empty();
        for (const std::string& label : labels)
            values.push_back(valueOf(segment, label));
    }
    const std::size_t rows = texts.size();
    if (!labels.empty())
        entry.features = {ElementType::Float32, {rows, labels.size()}, std::move(values)};
    else if (hasText)
        entry.features = {ElementType::Text, {rows, 1}, std::move(texts)};
    else
        entry.features = {ElementType::Float32, {rows, 1}, std::vector<float>(rows, 1.0F)};
    return entry;
}

}

std::filesystem::path tierPath(const TierName& tier)
{
    std::string name(kPrefix);
    for (const char character : tier)
        name += character == '/' ? '|' : character; // one part of a path
    return name;
}

std::optional<TierName> tierNamed(const std::filesystem::path& path)
{
    std::string name = path.filename().string();
    if (!name.starts_with(kPrefix))
        return std::nullopt;
    name.erase(0, kPrefix.size());
    for (char& character : name)
        character = character == '|' ? '/' : character;
    return name;
}

ComputationalSequence tierSequence(const Annotation& annotation, const TierName& name,
                                   const std::string& video)
{
    ComputationalSequence sequence;
    std::string root = name; // of a layer of answers: `stance/anna`, which no file could hold
    std::ranges::replace(root, '/', '.');
    Metadata metadata{{"root name", root},
                      {"computational sequence description", "a tier of annotation, " + name},
                      {"creator", "Polylogue"}};
    for (const auto& [id, tier] : annotation.tiers()) {
        if (tier.name != name || (!video.empty() && tier.video != video) || annotation.byTime(id).size() == 0)
            continue;
        if (const std::vector<std::string> labels = numberLabels(tier); !labels.empty())
            metadata["dimension names"] = labels;
        sequence.put(tier.video, tierEntry(annotation, tier));
    }
    sequence.setMetadata(std::move(metadata));
    return sequence;
}

std::vector<TierName> sequenceTiers(const Annotation& annotation)
{
    std::set<TierName> names;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (tier.kind == TierKind::Interval && tier.name != kWordsTier && tier.name != kLabelsTier)
            names.insert(tier.name);
    }
    return {names.begin(), names.end()};
}

}
