#include "engine/annotation/layer_changes.h"

#include <algorithm>
#include <set>

namespace engine {

namespace {

/// Whether a judgement says the same as before, at whatever times.
bool saysTheSame(const Segment& before, Segment after)
{
    after.parent = before.parent;
    after.order = before.order;
    after.start = before.start;
    after.end = before.end;
    return before == after;
}

}

std::vector<Layer> layersAlteredBy(const Annotation& annotation, const Change& change)
{
    std::vector<Layer> layers;
    std::set<TierId> seen;
    const auto note = [&](const Tier* tier) {
        if (!tier || !seen.insert(tier->id).second)
            return;
        const auto layer = layerOfTier(annotation, *tier);
        if (layer && std::ranges::find(layers, layer->name, &Layer::name) == layers.end())
            layers.push_back(*layer);
    };
    for (const auto& replaced : change.tiers) {
        if (replaced.before)
            note(annotation.tier(replaced.before->id));
    }
    for (const auto& replaced : change.segments) {
        const TierId tier = (replaced.after ? replaced.after : replaced.before)->tier;
        if (seen.contains(tier))
            continue; // comparing copies a segment, and a change may hold many
        if (!replaced.before || !replaced.after || !saysTheSame(*replaced.before, *replaced.after))
            note(annotation.tier(tier));
    }
    return layers;
}

}
