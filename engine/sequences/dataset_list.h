#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A dataset by its files: sequences, media and folds (`dataset.json`; the standard datasets have the same
/// form).
struct DatasetList {
    struct Sequence {
        std::string group; ///< `raw`, `highlevel`, `labels`, …
        std::string name; ///< the key: `words`, `acoustic`
        std::filesystem::path file; ///< absolute
    };
    struct Media {
        std::string id; ///< video id, as in the sequences
        std::filesystem::path file; ///< absolute
        std::string speaker;
        std::string credit; ///< who made it and under which licence, when that must be named
    };

    std::string name;
    std::filesystem::path root; ///< the folder that relative files are sought in
    std::vector<Sequence> sequences;
    std::vector<Media> media;
    std::map<std::string, std::vector<std::string>> folds; ///< `train`, `valid`, `test` → video ids

    const Sequence* sequence(const std::string& key) const;
    const Media* mediaOf(const std::string& id) const;
    /// The fold that holds this video (ids with `[k]` are stripped); absent when none does.
    std::optional<std::string> foldOf(const std::string& id) const;
};

/// Reads a dataset list. @throws IoError (`file_not_found`), FormatError (`recipe_invalid`).
DatasetList readDatasetList(const std::filesystem::path& path);

/// Makes a list of what lies in a folder: each `.csd` under its file name, each media file under its stem.
/// @throws IoError (`folder_not_found`).
DatasetList datasetOfFolder(const std::filesystem::path& folder);

/// Whether the extension is one of the media that Polylogue opens (`.mp4`, `.wav`, …).
bool isMediaFile(const std::filesystem::path& path);

}
