#pragma once

#include "engine/sequences/csd_index.h"
#include "engine/sequences/file_state.h"

#include <optional>
#include <string>
#include <string_view>

/// A CsdIndex as the bytes of its cache file; private to this folder.
namespace engine {

std::string encodeIndex(const CsdIndex& index, const FileState& state);

/// @return nothing when the bytes are damaged, of another version or of another state of the csd.
std::optional<CsdIndex> decodeIndex(std::string_view bytes, const FileState& state);

}
