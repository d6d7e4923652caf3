#pragma once

#include "app/dataset_view/kept_explanations.h"
#include "engine/explain/concepts.h"

#include <optional>

namespace app {

/// The concepts that were found, and of what.
struct FoundConcepts {
    engine::Concepts concepts;
    std::string modelSha256;
    std::string dataSha256;

    bool isOf(const engine::ExplainedDataset::Provenance& now) const
    {
        return modelSha256 == now.modelSha256 && dataSha256 == now.dataSha256;
    }
};

/// What was kept of an output's concepts, beside the predictions; for tasks. Absent: nothing, or nothing that
/// can be read.
std::optional<FoundConcepts> readKeptConcepts(const ExplanationKey& key, const std::string& output);

/// For tasks; keeps nothing where the key has no file. @throws IoError (`io`).
void keepConcepts(const FoundConcepts& found, const ExplanationKey& key);

}
