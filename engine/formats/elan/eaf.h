#pragma once

#include "engine/formats/common/format.h"

#include <map>
#include <string>

/// ELAN's annotation format (`.eaf`, XML): read from 2.7 to 3.0, written as 3.0.
namespace engine {

const Format& eafFormat();

namespace eaf {

ImportedTiers read(const std::filesystem::path& path, const ImportOptions& options);
std::vector<std::string> losses(const ExchangedTiers& tiers);
std::vector<std::filesystem::path> write(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                         const ExportOptions& options);

/// The property of the header that holds by how many milliseconds all times were moved, since none may be
/// negative.
inline constexpr const char* kOffsetProperty = "polylogue-offset-ms";

inline constexpr std::int64_t kTicksPerMs = 705'600;

}

}
