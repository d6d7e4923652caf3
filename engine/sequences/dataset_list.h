#pragma once

#include "engine/core/fold_lists.h"
#include "engine/sequences/media_list.h"

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A dataset by its files: sequences, media and folds (`dataset.json`; the standard datasets have the same
/// form).
struct DatasetList {
    using FileFacts = ListedFileFacts;
    using Media = ListedMedia;
    struct Sequence {
        std::string group; ///< `raw`, `highlevel`, `labels`, …
        std::string name; ///< the key: `words`, `acoustic`
        std::filesystem::path file; ///< absolute
        FileFacts facts = {};
        friend bool operator==(const Sequence&, const Sequence&) = default;
    };

    std::string name;
    std::optional<std::string> id = {}; ///< `cmu_mosi`: what the dataset is called on the command line
    std::filesystem::path root; ///< the folder that relative files are sought in
    std::vector<Sequence> sequences;
    MediaList media;
    std::optional<Who> who = {}; ///< whom its media show; absent: not known
    std::vector<std::string> languages = {}; ///< that they speak (`en`); empty: not known
    FoldLists folds; ///< `train`, `valid`, `test` → video ids
    /// The media were looked for beside a file; those that belong to none of its segments are left out.
    bool mediaAreGuessed = false;
    nlohmann::ordered_json more = nlohmann::ordered_json::object(); ///< citations, notes, …: kept as they are

    friend bool operator==(const DatasetList&, const DatasetList&) = default;

    const Sequence* sequence(const std::string& key) const;
    /// Every file that it names; of media in an archive, the archive once.
    std::vector<std::filesystem::path> files() const;
    /// The media of a video; of a participant `C@P` without media of their own, those of the conversation C.
    const Media* mediaOf(const std::string& video) const;
    std::optional<Who> whoIn(const std::string& video) const;
    /// The fold that lists this segment or video, the segment's video, or its conversation; absent when none
    /// does.
    std::optional<std::string> foldOf(const std::string& videoOrSegment) const;
};

/// Where the list of a dataset lies: `dataset.json` of a folder, else the path itself. It need not be there.
std::filesystem::path datasetListOf(const std::filesystem::path& path);

/// Reads a dataset list. @throws IoError (`file_not_found`), FormatError (`recipe_invalid`) naming file and
/// place: a value of the wrong type, a name, media id or JSON field that comes twice, a video in two folds.
DatasetList readDatasetList(const std::filesystem::path& path);

/// `files`, the list itself, and every file that it names (of what lies in an archive, the archive): what a
/// command reads that must not write over it. @param list  empty: none. @throws as readDatasetList.
std::vector<std::filesystem::path> withListedFiles(std::vector<std::filesystem::path> files,
                                                   const std::filesystem::path& list);

/// Only the folds of a dataset list, or of a file that holds nothing but folds (`{"train": ["v", …], …}`).
/// @throws as readDatasetList.
FoldLists readFolds(const std::filesystem::path& path);

/// Writes what readDatasetList reads, with paths relative to the file's folder; the same list gives the same
/// bytes. @throws IoError (`io`); then the file that was there before is unchanged.
void writeDatasetList(const DatasetList& list, const std::filesystem::path& path);

/// Every list of a folder (`*.json`), by file name. @throws IoError (`folder_not_found`), and as
/// readDatasetList.
std::vector<DatasetList> standardDatasets(const std::filesystem::path& folder);

/// The sequences (`.csd`) that lie in a folder itself, by name, without those that an exported recipe beside
/// them carries. @throws IoError (`io`).
std::vector<std::filesystem::path> sequencesIn(const std::filesystem::path& folder);

/// Makes a list of what lies in a folder: each of sequencesIn() under its file name, each media file under
/// its stem. Media are sought in its subfolders as well, four levels deep; hidden subfolders, and those that
/// may not be read, are left out.
/// @throws IoError (`folder_not_found`, `io`).
DatasetList datasetOfFolder(const std::filesystem::path& folder);

/// Whether the extension is one of the media that Polylogue opens (`.mp4`, `.wav`, …).
bool isMediaFile(const std::filesystem::path& path);
bool hasMediaName(std::string_view name); ///< whether a file of this name is one
/// Whether the extension is one of the media that hold only sound (`.wav`, …).
bool isSoundFile(const std::filesystem::path& path);
bool hasSoundName(std::string_view name);

}
