#pragma once

#include "engine/sequences/metadata.h"

#include <filesystem>

namespace engine {

/// Writes a copy of a csd with other metadata: fields of `changes` are set and all others stay, but for the
/// SDK's joined key (`dimension namescomputational sequence version`), which is removed; `sha256`, `uuid` and
/// `md5` are those that CsdWriter would write. Data is copied byte by byte. The copy is written under a
/// temporary name and renamed.
///
/// All entries are read, so that `sha256` is that of the data.
/// @throws IoError (`file_not_found`, `not_hdf5`, `io`), FormatError (`data_invalid` for a damaged entry or a
/// field name that HDF5 cannot have; `recipe_invalid` when `output` is the input: a csd is never changed in
/// place).
void editMetadata(const std::filesystem::path& input, const Metadata& changes,
                  const std::filesystem::path& output);

}
