#pragma once

#include "engine/cli/polylogue_models/models_progress.h"
#include "engine/explain/sparse_code.h"

#include <filesystem>
#include <string>

namespace engine {

struct ConceptOptions {
    std::filesystem::path model;
    std::filesystem::path dataset;
    std::string output; ///< empty: the first
    SparseCodeSettings settings;
    ProgressForm progress = ProgressForm::InPlace;
    bool json = false;
};

/// Prints what the units of a sparse code of the model's fusion layer add to its prediction, and in which
/// segments they are. @throws as ToldSegments and conceptsOf(); FormatError (`bad_option`) for an output that
/// the model has not, (`not_rows`) for models of recordings.
void printConcepts(const ConceptOptions& options);

}
