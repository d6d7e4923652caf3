#pragma once

#include "engine/formats/format_registry.h"

/// Whole files of each format that is read, for tests and fuzzers that damage them.
namespace engine::test {

/// Between files that lie beside each other and are read together: NOVA's header and data, Kaldi's tables.
inline constexpr char kNextFile = '\x1c';

/// Writes a sample as the files that its format has. @return the one that is named to the reader
std::filesystem::path writeSample(const Format& format, const std::string& sample,
                                  const std::filesystem::path& folder, const std::string& stem);

/// As the format is written, in two or more ways where it has them; of formats that are only read, as their
/// programs write.
std::vector<std::string> samplesOf(const Format& format);

}
