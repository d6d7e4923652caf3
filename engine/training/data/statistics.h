#pragma once

#include "engine/model_files/data_options.h"
#include "engine/model_files/normalisation.h"
#include "engine/training/data/feature_data.h"

namespace engine {

/// Mean and (population) deviation of each feature over all steps of the segments that have it, in float64;
/// with `max` the greatest absolute value instead, with `none` 0 and 1. A modality that no segment has gets 0
/// and 1, and width 1 when its width is not known.
Normalisation measureNormalisation(const FoldData& training, const DataOptions& options = {});

}
