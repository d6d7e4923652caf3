#pragma once

#include "engine/model_files/model_card.h"
#include "engine/training/data/feature_data.h"

namespace engine {

class FusionModel;

/// @throws FormatError (code `unaligned`) when the data are unaligned and the model fuses word by word. The
/// message names both, and the models that could take the data.
void requireTakes(const FusionModel& model, const ModelCard& card, const FeatureData& data);

}
