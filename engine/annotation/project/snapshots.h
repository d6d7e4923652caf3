#pragma once

#include "engine/annotation/project/project_file.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace engine {

using SnapshotTime = std::chrono::sys_seconds;

/// An earlier state of a project, whole.
struct Snapshot {
    std::filesystem::path file;
    SnapshotTime time;
    std::uintmax_t bytes = 0;
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

/// How many earlier states are kept.
struct SnapshotRule {
    std::size_t recent = 10; ///< the latest, whenever they are from
    std::size_t hours = 24; ///< the latest of each of so many hours
    std::size_t days = 31; ///< the latest of each of so many days
    std::uintmax_t bytes = std::uintmax_t{1} << 30; ///< all together; the latest is kept whatever its size
};

/// The folder beside a project that its earlier states lie in: `name.polylogue-versions`.
std::filesystem::path snapshotFolder(const std::filesystem::path& project);

/// Those that are there, the latest first. Files of other names are left alone.
std::vector<Snapshot> snapshotsOf(const std::filesystem::path& project);

/// Which of these to keep. Hours and days are counted back from the latest snapshot, not from the clock,
/// which may be wrong. @param snapshots  the latest first
std::vector<Snapshot> snapshotsToKeep(const std::vector<Snapshot>& snapshots, const SnapshotRule& rule);

/// Puts a copy of the project as it is now beside the others and removes what the rule does not keep.
/// @return the new one. @throws IoError (`io`); what was there stays.
Snapshot takeSnapshot(ProjectFile& project, SnapshotTime now, const SnapshotRule& rule = {});

}
