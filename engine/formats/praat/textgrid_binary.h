#pragma once

#include <string_view>

namespace engine {

class TierImport;

inline constexpr std::string_view kBinaryPraat = "ooBinaryFile"; ///< how such files begin

/// What stands in a TextGrid that Praat saved as a binary file: numbers in big endian, texts with their
/// length in front, in ASCII or (behind 0xFFFF) UTF-16. Blank intervals are no segments.
/// @param bytes  the whole file
/// @throws FormatError (`data_invalid`) with the offset where it is something else, or ends.
void readBinaryTextGrid(std::string_view bytes, TierImport& import);

}
