#pragma once

#include <cstddef>
#include <filesystem>

namespace engine {

inline constexpr auto kSnapshotList = "dataset.json";
inline constexpr auto kSnapshotField = "snapshot"; ///< of the list: the snapshot's id
inline constexpr std::size_t kSnapshotDigits = 16; ///< of ids and of hashes in names of files

/// Whether a folder may be written to by writeSnapshot() without mixing it with something else: it is empty,
/// has the list of a snapshot, or nothing but what a snapshot leaves that was killed. @throws IoError (`io`),
/// FormatError where its list cannot be read.
bool isFolderForSnapshots(const std::filesystem::path& folder);

/// Whether a snapshot writes files of this name, or was writing it when it was killed; lists only while they
/// are not done.
bool isOfSnapshots(const std::filesystem::path& file);

}
