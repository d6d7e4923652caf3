#pragma once

#include "engine/sequences/csd_file.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a csd file holds, without its numbers.
struct CsdIndex {
    struct Item {
        std::string id;
        EntryShape shape;
        std::string problem; ///< why the entry cannot be read; empty when it can

        friend bool operator==(const Item&, const Item&) = default;
    };

    std::string rootName;
    Metadata metadata;
    std::vector<Item> items; ///< in byte order of their ids
    /// From the first start to the last end, in seconds, summed over the ids; absent for more than
    /// `kMostSummedIds`, since it takes all intervals.
    std::optional<double> duration;

    friend bool operator==(const CsdIndex&, const CsdIndex&) = default;
};

inline constexpr std::size_t kMostSummedIds = 5000;

/// Opens every entry once.
CsdIndex indexOf(const CsdFile& file);

/// The same, remembered in a file of `cacheFolder` as long as the csd has the same path, size and
/// modification time: from the second time on the csd is not opened. A cache that cannot be read or written
/// only costs time.
///
/// @param beforeOpening  is called before the csd is opened, where it has to be; for a probe of unknown
/// files.
/// @throws what CsdFile and `beforeOpening` throw.
CsdIndex cachedIndex(const std::filesystem::path& csd, const std::filesystem::path& cacheFolder,
                     const std::function<void(const std::filesystem::path&)>& beforeOpening = {});

}
