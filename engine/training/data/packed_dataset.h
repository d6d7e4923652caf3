#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/training/data/feature_data.h"

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// The packed file of a list whose features a recipe takes as they are; empty: it takes sequences of csd
/// files.
std::filesystem::path packedFileOf(const DatasetList& list, const SegmentRecipe& recipe);

/// The segments of a packed file as a dataset has them: features as the file's reader gives them, with the
/// dataset's ids, times, labels and folds.
struct PackedDataset {
    /// In the folds and the order of the file. Ids are those of other datasets, `video[k]`, k counting the
    /// labelled segments of the video; labels are NaN where nobody gave one.
    FeatureData data;
    std::vector<std::string> folds; ///< of each segment, fold after fold, as the list has it; empty: in none
    /// Of each segment, fold after fold: whether it is one of the segments that the list's labels are of,
    /// labelled or not.
    std::vector<bool> isOfLabels;
};

/// Where the list has labels of its own (a csd), they take the place of the file's: those of the same name as
/// the columns that the file's reader learns, else all columns. They are found by video and time; segments
/// that people removed from a video with labels are left out. Where the list has no folds, the file's count.
/// @param file  packedFileOf() the list
/// @throws IoError, FormatError as readFeatureFile() and PackedFile; FormatError, IoError of the labels;
/// Cancelled.
PackedDataset readPackedDataset(const DatasetList& list, const SegmentRecipe& recipe,
                                const std::filesystem::path& file, const RunContext& run = {});

/// What models learn from and are scored by: the labelled segments in the folds of the list.
FeatureData inFoldsOfList(PackedDataset dataset);

/// Keeps the segments of which `isKept` says so, fold after fold.
PackedDataset kept(const PackedDataset& dataset, const std::vector<bool>& isKept);

/// Whether a label was given, of each segment, fold after fold; of data without labels all.
std::vector<bool> labelled(const FeatureData& data);

}
