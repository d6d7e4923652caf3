#pragma once

#include "engine/training/data/feature_arrays.h"
#include "engine/training/data/feature_data.h"
#include "engine/training/data/valid_steps.h"

#include <string>
#include <vector>

namespace engine {

/// One fold of a file of features: the small arrays are held in memory, the features are read part by part.
/// readFeatureFile() says which arrays there may be.
class FoldFile {
public:
    /// Checks the arrays of the fold against each other, and reads its ids, labels and lengths. When padding
    /// may lie in front of the steps, the features are read once to find out.
    /// @param arrays  their entries must live as long as this
    /// @param isTensors  whether a recipe wrote the file: padded with zeros, and without lengths
    /// @throws FormatError (`bad_features`, `data_invalid`, `too_large`) naming file, fold and array.
    FoldFile(std::string file, std::string fold, const FoldArrays& arrays, bool isTensors);

    /// Everything but the values of the features.
    const FoldData& heads() const { return m_heads; }
    /// The features of `count` segments from `first` on: count × T × D, with padding behind the steps; empty
    /// for a modality that the fold lacks. @throws FormatError (`data_invalid`) when they cannot be read.
    std::vector<float> valuesOf(Modality modality, std::size_t first, std::size_t count) const;

    bool hasSteps() const { return m_hasSteps; }
    /// `train/text is 48 × 20 × 300`: the array that decided about rows and steps.
    const std::string& shape() const { return m_shape; }

private:
    void checkRows(const TensorEntry& entry);
    void takeShape(const TensorEntry& entry, FeatureBlock& block);
    std::vector<std::string> texts(const TensorEntry& entry);
    void readIds();
    void readLengths(bool isTensors);
    std::vector<std::int64_t> lengthsFrom(const TensorEntry& entry, std::size_t steps);
    void readLabels(bool isTensors);

    using Modalities = std::vector<Modality>;
    std::vector<FeatureBlock> blocksOf(const Modalities& modalities, std::size_t first,
                                       std::size_t count) const;
    std::size_t rowsPerPart(const Modalities& modalities) const;
    std::vector<std::int64_t> findPadding(const Modalities& modalities);
    void findPaddingInFront(const Modalities& modalities, const std::vector<std::int64_t>& lengths);
    bool haveSteps(std::size_t steps) const;

    std::string m_file;
    FoldArrays m_arrays;
    FoldData m_heads;
    std::array<const TensorEntry*, allModalities.size()> m_features{}; ///< null: the fold lacks it
    /// The steps of each segment that are not padding; empty: they already lie at its beginning.
    std::array<std::vector<StepRange>, allModalities.size()> m_kept;
    std::string m_deciding; ///< the array that decided about rows, and whether there are steps
    std::string m_shape; ///< its description, for messages
    std::size_t m_rows = 0;
    std::size_t m_steps = 0; ///< of the first modality
    bool m_hasSteps = false;
};

}
