#include "engine/annotation/layer_names.h"

#include "engine/annotation/tier_roles.h"
#include "engine/annotation/word_sets.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace engine {

std::optional<Layer> layerByName(const Tier& tier, const std::string& of)
{
    if (tier.name == settledLayer(of, tier.annotator).name)
        return settledLayer(of, tier.annotator);
    const std::string first = annotatorLayer(of, tier.annotator, 1).name;
    if (tier.annotator.empty() || !tier.name.starts_with(first))
        return std::nullopt;
    int pass = 1;
    if (tier.name.size() > first.size() + 1)
        std::from_chars(tier.name.data() + first.size() + 1, tier.name.data() + tier.name.size(), pass);
    using enum Presentation;
    using enum LayerPurpose;
    for (const Presentation presentation : {All, TextOnly, SoundOnly, SilentVideo}) {
        for (const LayerPurpose purpose : {Judging, Repeat, Training}) {
            const Layer layer = layerFor(annotatorLayer(of, tier.annotator, pass, presentation), purpose);
            if (layer.name == tier.name)
                return layer;
        }
    }
    return std::nullopt;
}

std::optional<Layer> layerByName(const Tier& tier)
{
    const std::string settled = settledLayer({}, {}).name;
    if (tier.name.size() > settled.size() && tier.name.ends_with(settled))
        return layerByName(tier, tier.name.substr(0, tier.name.size() - settled.size()));
    const auto at = (tier.name + "/").find("/" + tier.annotator + "/");
    return tier.annotator.empty() || at == std::string::npos || at == 0
        ? std::nullopt
        : layerByName(tier, tier.name.substr(0, at));
}

std::vector<std::string> judgedTiers(const Annotation& annotation)
{
    std::set<std::string> judged;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (const auto layer = layerOfTier(annotation, tier))
            judged.insert(layer->of);
    }
    std::vector<std::string> names(judged.begin(), judged.end());
    std::ranges::stable_partition(names, [](const std::string& name) { return name == kLabelsTier; });
    return names;
}

std::vector<std::string> judgeableTiers(const Annotation& annotation)
{
    const auto isScaled = [](const LabelScheme& label) {
        return !std::holds_alternative<FreeText>(label.scale) || wordListOf(label);
    };
    std::set<std::string> found;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (tier.kind == TierKind::Interval && tier.name != kWordsTier && tier.name != kLabelsTier
            && std::ranges::any_of(tier.labels, isScaled) && !layerOfTier(annotation, tier))
            found.insert(tier.name);
    }
    std::vector<std::string> names{kLabelsTier};
    names.insert(names.end(), found.begin(), found.end());
    return names;
}

}
