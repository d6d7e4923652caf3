#pragma once

#include "engine/sequences/csd_index.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// A CsdIndex as the bytes of its cache file; private to this folder.
namespace engine {

/// The csd file that an index belongs to.
struct FileState {
    std::string path; ///< absolute
    std::uint64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds since 1970

    friend bool operator==(const FileState&, const FileState&) = default;
};

/// @throws nlohmann::json::exception for metadata that is no UTF-8.
std::string encodeIndex(const CsdIndex& index, const FileState& state);

/// @return nothing when the bytes are damaged, of another version or of another state of the csd.
std::optional<CsdIndex> decodeIndex(std::string_view bytes, const FileState& state);

}
