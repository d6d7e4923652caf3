#pragma once

#include "engine/cli/polylogue_models/models_progress.h"
#include "engine/explain/absent_kind.h"

#include <filesystem>
#include <string>

namespace engine {

/// Of which segment `explain --counterfactuals` is asked.
struct CounterfactualOptions {
    std::filesystem::path model;
    std::filesystem::path dataset; ///< dataset.json
    std::string segment; ///< `ada_1[2]`
    std::string output; ///< by its name; empty: the first
    AbsentKind absent = AbsentKind::Mean;
    ProgressForm progress = ProgressForm::InPlace;
    bool json = false;
};

/// Prints what would have to be otherwise for the model to say the other sign: in words, or as a line of JSON
/// (toLine()).
/// @throws FormatError, IoError, ShapeError as ToldSegments and counterfactualsOf() do.
void printCounterfactuals(const CounterfactualOptions& options);

}
