#pragma once

#include "engine/formats/common/tier_import.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

/// The data half of a NOVA pair.
namespace engine {

/// What no other format holds.
inline constexpr std::string_view kNovaId = "nova"; ///< of the format
inline constexpr std::string_view kNovaMeta = "further fields of the header"; ///< attributes of `meta`
inline constexpr std::string_view kNovaRange = "colours of the range"; ///< attributes of a continuous scheme
inline constexpr std::string_view kNovaFields = "fields behind items";

/// What NOVA calls items that none of the classes applies to; they have the id −1.
inline constexpr const char* kNovaGarbage = "GARBAGE";

struct NovaScheme {
    enum class Kind { Discrete, Free, Continuous, Unknown };

    Kind kind = Kind::Unknown;
    std::map<std::int64_t, std::string> classes; ///< by id; ids change whenever NOVA saves
};

/// Items go to the import's first tier. @return how many items there are
std::size_t readNovaText(const std::filesystem::path& data, const NovaScheme& scheme, TierImport& import);

/// Reads binary data, little endian. The length of a label counts bytes; where that makes no sense, it is
/// taken for the number of UTF-16 units that NOVA writes there.
/// @throws FormatError (`data_invalid`) for data that ends within an item.
std::size_t readNovaBinary(const std::filesystem::path& data, const NovaScheme& scheme, TierImport& import);

}
