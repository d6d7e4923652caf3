#pragma once

#include "engine/core/finding.h"
#include "engine/publishing/publication_tables.h"

#include <filesystem>

namespace engine {

/// Which clips are cut from which recordings.
struct ShardWish {
    const DatasetList* list = nullptr; ///< has the recordings
    std::uint64_t bytes = 256ull << 20; ///< that a shard has at most, unless one unit takes more
};

struct UnitShards {
    std::map<std::string, std::filesystem::path>
        files; ///< by their place in the publication: `shards/units-000000.tar`
    std::vector<Finding> findings; ///< `no_recording`: units without a clip, counted
};

/// Archives in WebDataset's form: of each unit `UNIT.json` (id, video, times, split, values), `UNIT.mp4`,
/// `UNIT.txt` (what is said), `UNIT.wav`, next to each other, units by name. A unit without recording has
/// json and txt. `/` and `.` in a unit's id become `_` in the names; the json holds the id as it is.
/// @param folder  where the archives are written
/// @throws IoError (`io`); Cancelled.
UnitShards writeUnitShards(const PublishedStudy& study, const std::vector<PublishedLabel>& labels,
                           const std::map<std::string, PublishedSplit>& splits, const ShardWish& wish,
                           const std::filesystem::path& folder, const RunContext& run);

}
