#pragma once

#include "engine/cli/polylogue_models/models_progress.h"

#include <filesystem>
#include <string>

namespace engine {

struct LayerOptions {
    std::filesystem::path model;
    std::filesystem::path dataset;
    std::filesystem::path out; ///< .csd
    std::string output; ///< empty: the first
    ProgressForm progress = ProgressForm::InPlace;
};

/// Writes what the model's fusion layer is given for each segment, as a computational sequence
/// `fusion_layer`: an entry per video, a row per segment in the order of their starts, H columns `unit_0`, ….
/// @throws as ToldSegments, fusionLayerOf() and writeCsd(); FormatError (`bad_option`) for an output that the
/// model has not, (`not_rows`) for models of recordings.
void writeFusionLayer(const LayerOptions& options);

}
