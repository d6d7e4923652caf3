#pragma once

#include "engine/training/data/feature_data.h"

#include <filesystem>
#include <memory>

namespace engine {

/// An open file of features: ids, labels and lengths are in memory, features are read part by part. Use it on
/// one thread only. readFeatureFile() tells what the file may hold.
class FeatureReader {
public:
    /// @throws as readFeatureFile().
    explicit FeatureReader(const std::filesystem::path& path);
    FeatureReader(FeatureReader&&) noexcept;
    FeatureReader& operator=(FeatureReader&&) noexcept;
    ~FeatureReader();

    /// Everything but the values of the features.
    const FeatureData& heads() const { return m_heads; }
    /// Segments first ≤ i < last of a fold (by its number in `foldNames`). Reading is fastest in order.
    /// @throws FormatError (`data_invalid`) when they cannot be read.
    FoldData read(std::size_t fold, std::size_t first, std::size_t last) const;
    /// @throws as read().
    FeatureData readAll() const;

private:
    struct Folds;
    std::unique_ptr<Folds> m_folds;
    FeatureData m_heads;
};

/// Reads a file of features, HDF5 or `.npz`, whose arrays are named by fold: `train/text`, `valid/labels`.
/// Names of folds and arrays, and padding, are those of all packed segments (packed_names.h, PackedPadding).
///
/// `text`, `audio`, `vision`: N × T × D words, or N × D, one vector per segment. With `lengths` (N, the steps
/// that are not padding; where nothing tells them, steps at either end that are zero in all modalities with
/// as many steps are padding), `labels` (N, N × K, or N × K × 2 yes-no pairs), `ids`, `transcript`.
/// `label_names` beside the folds names the K columns.
///
/// Each modality may have its own T, or its own lengths (`text_lengths`, `audio_lengths`, `vision_lengths`);
/// then they are unaligned. `lengths` is for the modalities that have as many steps as the first and no
/// lengths of their own. Padding may lie in front of a segment's steps; it is put behind them.
///
/// The tensors that a recipe's run writes can be read as well: `fold0/text` (or `word_vectors`),
/// `ids/fold0`; 0, 1, 2 are train, valid, test, `labels` has one row per segment. A modality that a fold
/// lacks is absent there; a fold that the file lacks is empty; other folds are noted and not used.
///
/// Segments that are turns of conversations have `conversation` and `participant` (N texts), `start` and
/// perhaps `end` (N, seconds); a turn whose labels are NaN is one that nobody labelled. What is said of those
/// who listen: `labels_listening` (or `labels_listener`) N × P × K by slots of participants, in the order of
/// their first turns, or N × K of the other one of two; `vision_listening` N × P × D or N × D in the same
/// way.
///
/// @throws IoError (`file_not_found`, `not_hdf5`), FormatError (`bad_features`, `data_invalid`,
/// `pickle_refused`, `too_large`) naming file, fold and array.
FeatureData readFeatureFile(const std::filesystem::path& path);

/// @throws FormatError (code `no_labels`) naming the fold whose segments have no labels, or another number of
/// labels than those of other folds.
void requireLabels(const FeatureData& data);

}
