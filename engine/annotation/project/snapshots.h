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
    int number = 0; ///< grows with each snapshot, and so tells their order even when a clock was wrong
    /// Whether a copy of the project was made from it; a later merge of the copy needs it.
    bool isOrigin = false;
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

/// How many earlier states are kept.
struct SnapshotRule {
    std::size_t recent = 10; ///< the latest, whatever their times
    std::size_t hours = 24; ///< the last of each of this many hours
    std::size_t days = 31; ///< the last of each of this many days
    std::uintmax_t bytes = std::uintmax_t{1} << 30; ///< all together; the latest is kept whatever its size
    std::size_t origins = 20; ///< the latest origins; the other limits ignore them
};

/// The folder beside a project in which its earlier states lie: `name.polylogue-versions`.
std::filesystem::path snapshotFolder(const std::filesystem::path& project);

/// The snapshots of a project, in the order in which they were taken, latest first, whatever their times.
/// Files with other names are ignored. @throws IoError (`io`) when the folder exists and cannot be read.
std::vector<Snapshot> snapshotsOf(const std::filesystem::path& project);

/// Which of these to keep. Hours and days are those of the calendar (UTC), counted back from the snapshot
/// taken last, not from the present time. Snapshots with a later time than that (a clock was wrong) are
/// counted separately, back from the latest of them.
/// @param snapshots  latest first
std::vector<Snapshot> snapshotsToKeep(const std::vector<Snapshot>& snapshots, const SnapshotRule& rule);

/// Adds a copy of the project's present state to the snapshots and removes those that the rule does not keep.
/// @return the new snapshot. @throws IoError (`io`); the earlier snapshots stay.
Snapshot takeSnapshot(ProjectFile& project, SnapshotTime now, const SnapshotRule& rule = {});

/// Takes a snapshot of the state from which a copy is made. Only the rule for origins removes it.
Snapshot takeOrigin(ProjectFile& project, SnapshotTime now, const SnapshotRule& rule = {});

/// Replaces a project that is damaged and not open anywhere by a copy of the snapshot. The damaged file is
/// kept beside it, with its log, as `NAME.damaged-TIME.polylogue`. When the process is killed in the middle,
/// one of the two files is in the project's place.
/// @return the path of the file that was kept; empty when there was none. @throws IoError (`io`), FormatError
/// (`damaged`, for the snapshot).
std::filesystem::path
replaceBySnapshot(const std::filesystem::path& project, const Snapshot& snapshot,
                  SnapshotTime now
                  = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));

/// The same with an empty project in its place.
std::filesystem::path
replaceByNew(const std::filesystem::path& project,
             SnapshotTime now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));

}
