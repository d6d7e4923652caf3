#pragma once

#include <string_view>

namespace engine {

class TierImport;

inline constexpr std::string_view kBinaryPraat = "ooBinaryFile"; ///< how such files begin

/// Reads a TextGrid that Praat saved as a binary file: numbers in big endian, texts with their length in
/// front, in ASCII or (behind 0xFFFF) UTF-16. Blank intervals give no segments.
/// @param bytes  the whole file
/// @throws FormatError (`data_invalid`) with the offset at which the file ends or is something else.
void readBinaryTextGrid(std::string_view bytes, TierImport& import);

}
