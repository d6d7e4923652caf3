#pragma once

#include <string>
#include <vector>

namespace engine {

class SequenceFile;

/// What the columns of a sequence are called.
struct ColumnNames {
    std::vector<std::string> names; ///< one per column
    /// Whose names they are where the file has none, in words. Empty for the file's own and for numbers.
    std::string source;
};

/// The file's `dimension names` where it has one for each column. Otherwise the names that a widespread
/// extractor gives to this many columns, when the file or the sequence is called after that extractor, or
/// after the modality as MMSA's tensors are; a width alone says too little. Otherwise `dim 0`, `dim 1`, …
///
/// Known are COVAREP (74, 81 and 82 columns), FACET (35, 47, 48), OpenFace 2 (35, 171, 177, 709, 711, 713,
/// 714), the descriptors of eGeMAPSv02 (25) and librosa's as MMSA-FET calls them (70).
ColumnNames columnNames(const SequenceFile& file, std::size_t width);

/// The unit of a column's values: `Hz`, `dB`, `mm`. It is read from the name's last part (`f0_hz`), or is
/// that of a column of this name in the sets above. Empty: not known, or a number without a unit.
std::string unitOfColumn(const std::string& name);

}
