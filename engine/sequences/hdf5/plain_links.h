#pragma once

#include "engine/sequences/hdf5/object_header.h"

#include <optional>
#include <string>
#include <vector>

namespace engine::hdf5 {

struct HardLink {
    std::string name;
    std::uint64_t target = 0; ///< address of an object's header in the file
};

/// Where the two datasets of an entry lie.
struct EntryAddresses {
    std::uint64_t features = 0;
    std::uint64_t intervals = 0;
};

/// The links `features` and `intervals` of a group that has these and no others; absent where it differs.
std::optional<EntryAddresses> entryLinks(FileBytes& file, const ObjectHeader& group);

/// The links of a group that keeps them in a symbol table, in byte order of their names; absent where it does
/// not, or has other links than hard ones.
std::optional<std::vector<HardLink>> tableLinks(FileBytes& file, const ObjectHeader& group);

}
