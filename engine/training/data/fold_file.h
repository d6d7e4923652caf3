#pragma once

#include "engine/packed/packed_padding.h"
#include "engine/training/data/feature_arrays.h"
#include "engine/training/data/feature_data.h"

#include <string>
#include <vector>

namespace engine {

/// One fold of a file of features: the small arrays are held in memory, the features are read part by part.
/// readFeatureFile() says which arrays there may be.
class FoldFile {
public:
    /// Checks the arrays of the fold against each other, and reads its ids, labels and lengths. Features of
    /// segments whose padding only their zeros tell (PackedPadding) are read once to find out.
    /// @param group  its entries must live as long as this
    /// @throws FormatError (`bad_features`, `data_invalid`, `too_large`) naming file, fold and array.
    FoldFile(std::string file, std::string fold, const PackedGroup& group);

    /// Everything but the values of the features.
    const FoldData& heads() const { return m_heads; }
    /// What the columns of its labels are called in a dataset (packedColumnNames()); none: it has no labels.
    std::vector<std::string> labelColumnNames(const std::vector<std::string>& given) const;
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
    void readPadding();
    void settleLengths();
    void readTurns();
    void readLabels();

    std::string m_file;
    PackedArrayMap m_arrays;
    bool m_isNumbered = false; ///< written by a recipe's run
    FoldData m_heads;
    std::array<const TensorEntry*, allModalities.size()> m_features{}; ///< null: the fold lacks it
    std::array<std::vector<ValidSteps>, allModalities.size()> m_kept; ///< N; empty: the fold lacks it
    std::string m_deciding; ///< the array that decided about rows, and whether there are steps
    std::string m_shape; ///< description of the fold, for messages
    std::size_t m_rows = 0;
    std::size_t m_steps = 0; ///< of the first modality
    bool m_hasSteps = false;
};

}
