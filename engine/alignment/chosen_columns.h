#pragma once

#include "engine/core/matrix_view.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/timed_features.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// The columns that a pattern names, from the first on. @param names  as columnNames() has them
/// @param pattern  a name with or without its unit; `*` and `?` stand for letters
std::vector<std::size_t> columnsCalled(const std::vector<std::string>& names, const std::string& pattern);

/// The columns that any of the patterns names, in the order of `names`; absent where one of them names none.
std::optional<std::vector<std::size_t>> columnsCalled(const std::vector<std::string>& names,
                                                      const std::vector<std::string>& patterns);

/// Only these columns. @param columns  below `matrix.columns`
/// @throws ShapeError (`row_mismatch`) for a column that there is not.
FeatureMatrix withColumns(MatrixView matrix, const std::vector<std::size_t>& columns);

/// A sequence of which some columns are used, such as the Mel cepstrum of a set of acoustic features.
class ChosenColumns {
public:
    /// @param patterns  names of columns, as columnNames() has them, with or without their unit; `*` and `?`
    /// stand for letters. None: all columns.
    /// @param field     of the recipe, for messages
    /// @throws FormatError (`recipe_invalid`) for a pattern that no column has, naming it and the columns
    ChosenColumns(CsdFile file, const std::vector<std::string>& patterns, const std::string& field);

    const CsdFile& file() const { return m_file; }

    /// Like readFeatures(), with the chosen columns in the order of the sequence.
    TimedFeatures read(const std::string& id) const;

private:
    CsdFile m_file;
    std::vector<std::size_t> m_columns; ///< none: all
};

}
