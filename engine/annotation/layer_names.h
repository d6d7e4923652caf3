#pragma once

#include "engine/annotation/layers.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// The layer over the tier `of` that the name of a tier stands for: `labels/anna/2/text` of the annotator
/// anna over `labels`. Absent: it stands for none.
std::optional<Layer> layerByName(const Tier& tier, const std::string& of);

/// The same over whatever tier the name begins with.
std::optional<Layer> layerByName(const Tier& tier);

/// The names of the tiers that somebody judged, each once: `labels` first, the others by name. O(tiers).
std::vector<std::string> judgedTiers(const Annotation& annotation);

/// The names of the tiers whose segments can be judged: `labels`, and tiers of intervals with a label of
/// numbers or terms that are no judgements themselves, by name. O(tiers).
std::vector<std::string> judgeableTiers(const Annotation& annotation);

}
