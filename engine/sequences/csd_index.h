#pragma once

#include "engine/sequences/csd_file.h"
#include "engine/sequences/entry_list.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace engine {

/// What a csd file holds, without its numbers.
struct CsdIndex {
    std::string rootName;
    Metadata metadata;
    EntryList items; ///< in byte order of their ids
    /// Seconds from the first start to the last end, summed over the ids. To know it, all intervals must be
    /// read; so it is absent when there are more than `kManyIds` ids and they have more than
    /// `kMostSummedRows` rows together, or intervals that are not N×2 float64.
    std::optional<double> duration;

    friend bool operator==(const CsdIndex&, const CsdIndex&) = default;
};

inline constexpr std::size_t kMostSummedRows = 4'000'000;

/// Walks the csd (csd_walk.h) and remembers what it holds in a file of `cacheFolder`, unless the csd changes
/// meanwhile. When the cache cannot be written, the next call has to walk again.
/// @throws what walkCsd throws; then nothing is remembered.
CsdIndex freshIndex(const std::filesystem::path& csd, const std::filesystem::path& cacheFolder);

/// The index that is remembered in `cacheFolder`, as long as the csd has the same path, size and modification
/// time; then the csd is not opened. Otherwise a fresh index.
///
/// @param probe  checks a csd that is not in the cache (engine/worker/probe.h) before it is opened; the index
/// that the probe leaves in `cacheFolder` is returned.
/// @throws what walkCsd and `probe` throw.
CsdIndex cachedIndex(const std::filesystem::path& csd, const std::filesystem::path& cacheFolder,
                     const std::function<void(const std::filesystem::path&)>& probe = {});

}
