#pragma once

#include "engine/core/run_context.h"
#include "engine/formats/common/format.h"
#include "engine/tier_export/all_tiers.h"

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace engine {

/// What is to be written of all tiers.
struct TierFolderWish {
    const Format* format = nullptr; ///< one that is written
    std::filesystem::path folder; ///< made where it is missing
    std::set<std::string> videos; ///< empty: all
    std::set<std::string> tiers; ///< names; empty: all
    /// One table for all videos, `tiers.csv`, instead of a file for each. Of formats that can hold it alone.
    bool isOneTable = false;
    bool replaces = false; ///< whether files that are there are written over
    ExportOptions options; ///< sources are never written over
};

/// Whether the format holds tiers of several videos in one file, so that one table of all can be written.
bool holdsManyVideos(const Format& format);

/// Where the one table of all videos is written.
std::filesystem::path oneTablePath(const TierFolderWish& wish);

/// What became of one video, or of the one table.
struct TierFolderFile {
    std::string video; ///< empty: of the one table
    std::vector<std::filesystem::path> files; ///< that were written; none: refused, or nothing to write
    std::size_t tiers = 0;
    std::size_t items = 0; ///< segments, and values of continuous tiers
    std::vector<std::string> losses; ///< sentences: what the files do not hold
    std::string code; ///< of the error, where the video was refused; empty: it was not
    std::string problem; ///< the sentence of that error
};

struct TierFolderReport {
    std::vector<TierFolderFile> files; ///< by video
    std::size_t written() const; ///< videos, or tables, with a file
    std::size_t refused() const; ///< that an error kept
    std::size_t empty() const; ///< videos that have no tier to write
    /// The sentences of all losses, each once, with the number of videos that it concerns. The numbers in
    /// them are those of all these videos together.
    std::vector<std::pair<std::string, std::size_t>> losses() const;
};

/// Writes the tiers of all videos, a file (or, of some formats, a file per tier) for each: `VIDEO.eaf`. A
/// video that is refused is listed with the reason, and the others are written.
///
/// @throws IoError (`io`) where the folder cannot be made; FormatError (`unknown_tier`) for a name that no
/// video has; Cancelled.
TierFolderReport writeTierFolder(AllTiers& tiers, const TierFolderWish& wish, const RunContext& run = {});

}
