#pragma once

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
    /// From the first start to the last end, in seconds, summed over the ids. Absent for more than `kManyIds`
    /// when they have more than `kMostSummedRows` together, or other intervals than N×2 float64, since it
    /// takes all intervals.
    std::optional<double> duration;

    friend bool operator==(const CsdIndex&, const CsdIndex&) = default;
};

inline constexpr std::size_t kMostSummedRows = 4'000'000;

/// Walks the csd (csd_walk.h) and remembers what it holds in a file of `cacheFolder`, unless the csd changes
/// meanwhile. A cache that cannot be written only costs time.
/// @throws what walkCsd throws; then nothing is remembered.
CsdIndex freshIndex(const std::filesystem::path& csd, const std::filesystem::path& cacheFolder);

/// The index that is remembered in `cacheFolder`, as long as the csd has the same path, size and modification
/// time: the csd is not opened. Else a fresh one.
///
/// @param probe  looks at a csd that is not known here (engine/worker/probe.h), before it is opened; the
/// index that it leaves in `cacheFolder` is taken.
/// @throws what walkCsd and `probe` throw.
CsdIndex cachedIndex(const std::filesystem::path& csd, const std::filesystem::path& cacheFolder,
                     const std::function<void(const std::filesystem::path&)>& probe = {});

}
