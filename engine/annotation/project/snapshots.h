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
    int number
        = 0; ///< counted on with every one that is taken: what tells their order when a clock was wrong
    bool isOrigin = false; ///< whether a copy was made of it, which is merged with its help one day
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

/// How many earlier states are kept.
struct SnapshotRule {
    std::size_t recent = 10; ///< the latest, whenever they are from
    std::size_t hours = 24; ///< the last of each of so many hours
    std::size_t days = 31; ///< the last of each of so many days
    std::uintmax_t bytes = std::uintmax_t{1} << 30; ///< all together; the latest is kept whatever its size
    std::size_t origins = 20; ///< the latest; they count for nothing else
};

/// The folder beside a project that its earlier states lie in: `name.polylogue-versions`.
std::filesystem::path snapshotFolder(const std::filesystem::path& project);

/// The snapshots of a project, the one taken last first, whatever their times say. Files of other names are
/// left alone. @throws IoError (`io`) when the folder is there and cannot be read.
std::vector<Snapshot> snapshotsOf(const std::filesystem::path& project);

/// Which of these to keep. Hours and days are those of the calendar (UTC), counted back from the one taken
/// last, not from the clock; those of a later time (one of the clocks was wrong) count among themselves, from
/// the latest of them.
/// @param snapshots  the one taken last first
std::vector<Snapshot> snapshotsToKeep(const std::vector<Snapshot>& snapshots, const SnapshotRule& rule);

/// Puts a copy of the project as it is now beside the others and removes what the rule does not keep.
/// @return the new one. @throws IoError (`io`); what was there stays.
Snapshot takeSnapshot(ProjectFile& project, SnapshotTime now, const SnapshotRule& rule = {});

/// Takes a snapshot of the state that a copy is made of. Only the rule for origins removes it.
Snapshot takeOrigin(ProjectFile& project, SnapshotTime now, const SnapshotRule& rule = {});

/// Puts a copy of the snapshot in the place of a project that is damaged and not open anywhere. What was
/// there, with its log, is kept beside it as `NAME.damaged-TIME.polylogue`; a kill in the middle leaves
/// either of them in the place.
/// @return what was put aside; empty when there was nothing. @throws IoError (`io`), FormatError (`damaged`,
/// for the snapshot).
std::filesystem::path
replaceBySnapshot(const std::filesystem::path& project, const Snapshot& snapshot,
                  SnapshotTime now
                  = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));

}
