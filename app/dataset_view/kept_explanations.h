#pragma once

#include "engine/core/run_context.h"
#include "engine/explain/explained_dataset.h"
#include "engine/sequences/dataset_list.h"

#include <QString>

#include <filesystem>
#include <optional>

namespace app {

/// Which answers are meant.
struct ExplanationKey {
    std::filesystem::path project; ///< empty: none is open, nothing is kept
    std::filesystem::path model;
    std::string absent; ///< `mean`
    engine::DatasetList dataset;

    /// Where they are kept: in the folder `NAME.predictions` beside the project. Empty: nowhere.
    std::filesystem::path file() const;
};

/// What was kept, and what it would be made from now.
struct KeptExplanations {
    std::optional<engine::ExplainedDataset> kept;
    engine::ExplainedDataset::Provenance now;
    QString problem; ///< why what was kept cannot be read; empty: it can, or there is nothing

    bool isModelOther() const { return kept && kept->provenance.modelSha256 != now.modelSha256; }
    bool isDataOther() const { return kept && kept->provenance.dataSha256 != now.dataSha256; }
};

/// Reads what was kept, and hashes the model; for tasks. Labels decide no prediction: other values make
/// nothing stale, other segments do.
/// @param files  the dataset of the key without the project's edits
/// @throws IoError when the model cannot be read, FormatError (`data_invalid`), Cancelled.
KeptExplanations readKeptExplanations(const ExplanationKey& key, const engine::DatasetList& files,
                                      const engine::RunContext& run);

/// Writes them, as a table or, to a name that ends with `.csd`, as a sequence (explanationSequence()); for
/// tasks. @throws IoError (`io`); ShapeError (`no_times`) for segments of a sequence.
void keepExplanations(const engine::ExplainedDataset& dataset, const std::filesystem::path& file);

}
