#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/model_files/data_options.h"
#include "engine/training/data/feature_data.h"
#include "engine/training/media/media_store.h"

#include <filesystem>

namespace engine {

/// Where segments come from: a file of features, or a dataset list: its sequences, aligned to words, or its
/// packed file, with the labels and folds of the list (readPackedDataset()).
struct FeatureSource {
    std::filesystem::path data; ///< a file of features; empty: `dataset` is used
    std::filesystem::path dataset; ///< dataset.json
    SegmentRecipe recipe; ///< which of its sequences to use
    bool keepsUnlabelled = false; ///< turns without labels stay, as context of the others
    bool seesListeners = false; ///< what is seen of those who listen is read, too

    std::string name() const { return data.empty() ? dataset.string() : data.string(); }
};

/// @param areAligned  whether all modalities of a segment must have the same rows
/// @throws ShapeError naming the segment: `no_words`, `row_mismatch`, `wrong_width`, `wrong_labels`, when it
/// differs from the first.
void requireAlike(std::span<const LabelledSegment> segments, bool areAligned = true);

/// What is seen and heard in these segments; null when the options say nothing of media.
/// @throws FormatError (code `no_media`) for a segment whose recording the list does not have, and as
/// MediaStore.
std::shared_ptr<const MediaStore> mediaFor(std::span<const LabelledSegment> segments, const DatasetList& list,
                                           const DataOptions& options, const RunContext& run = {});

/// The segments as one fold, padded at the end. Either all or none must have labels. A modality of which an
/// unaligned segment has no row is missing there.
/// @throws as requireAlike().
FoldData foldOf(const std::string& name, std::span<const LabelledSegment> segments, bool areAligned = true);

/// Reads the folds, splits them as the options say and settles broken numbers. It does not make windows or
/// fixed lengths, since normalisation is measured before that.
/// @throws IoError, FormatError, ShapeError as the reading functions do; Cancelled.
FeatureData readFeatures(const FeatureSource& source, const DataOptions& options, const RunContext& run = {});

/// The names of the K columns of a dataset's labels; none where their file does not name each differently.
/// @throws IoError, FormatError when they cannot be read.
std::vector<std::string> labelNamesIn(const DatasetList& list, const SegmentRecipe& recipe,
                                      std::size_t columns);

/// The videos of each fold, sorted.
FoldLists videosOf(const FeatureData& data);

}
