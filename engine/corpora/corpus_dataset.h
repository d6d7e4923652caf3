#pragma once

#include "engine/core/run_context.h"
#include "engine/sequences/dataset_list.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A column of labels that a person names.
struct WantedLabel {
    std::string name; ///< also of its column
    double low = 0.0, high = 0.0; ///< within which it must lie, when `isBounded`
    bool isBounded = false;

    /// `NAME`, or `NAME:low:high`. @throws FormatError (`bad_config`).
    static WantedLabel parse(const std::string& text);
};

/// What a corpus was made into.
struct CorpusDataset {
    DatasetList list; ///< with media and folds
    std::vector<std::string> labelNames; ///< of the columns
    std::size_t segments = 0; ///< with labels
    std::vector<std::string> notes; ///< sentences about what was left out
};

/// Reads a corpus by its layout and writes `labels.csd`, and `sentences.csd` where there are texts, into its
/// folder.
/// @param layout  as corpusLayout() gives it. @param files  all files of the folder
/// @param labels  besides those of the layout
/// @throws IoError, FormatError (`data_invalid`, `bad_config`) naming file and line; Cancelled.
CorpusDataset makeCorpusDataset(const std::filesystem::path& folder,
                                const std::vector<std::filesystem::path>& files,
                                nlohmann::ordered_json layout, const std::vector<WantedLabel>& labels,
                                const RunContext& run = {});

}
