#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/training/data/data_options.h"
#include "engine/training/data/feature_data.h"

#include <filesystem>

namespace engine {

/// Where segments come from: a file of features, or the sequences of a dataset list, aligned to words.
struct FeatureSource {
    std::filesystem::path data; ///< of features; empty: there is a list
    std::filesystem::path dataset; ///< dataset.json
    SegmentRecipe recipe; ///< which of its sequences

    std::string name() const { return data.empty() ? dataset.string() : data.string(); }
};

/// @throws ShapeError naming the segment: `no_words`, `row_mismatch`, `wrong_width`, `wrong_labels`, measured
/// against the first.
void requireAlike(std::span<const LabelledSegment> segments);

/// Segments side by side, padded at the end. All are to have labels, or none.
/// @throws as requireAlike().
FoldData foldOf(const std::string& name, std::span<const LabelledSegment> segments);

/// The folds, split as the options say, without broken numbers. Neither windows nor fixed lengths yet:
/// normalisation is measured before these.
/// @throws IoError, FormatError, ShapeError as the reading functions do; Cancelled.
FeatureData readFeatures(const FeatureSource& source, const DataOptions& options, const RunContext& run = {});

/// {"train": ["ada_1", …], "valid": […], "test": […]}: the videos of each fold, sorted.
nlohmann::json videosOf(const FeatureData& data);

}
