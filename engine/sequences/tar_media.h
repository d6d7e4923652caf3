#pragma once

#include "engine/sequences/dataset_list.h"

#include <span>
#include <string_view>

namespace engine {

/// What an uncompressed tar archive (a shard of a WebDataset) holds of a dataset.
struct TarMedia {
    /// Each video and sound file in it under its stem, by id; `file` leads into the archive
    /// (`shard-0001.tar/clip7.mp4`).
    std::vector<DatasetList::Media> media;
    /// How many other files of a media file's sample (its name up to the first dot, as WebDataset has it)
    /// stand beside it, by extension (`.txt`, `.json`); they are no media.
    std::map<std::string, std::size_t> siblings;

    /// A sentence on the siblings that are not read; empty where there are none.
    /// @param read  extensions of those that are
    std::string remark(std::span<const std::string_view> read = {}) const;
};

/// @throws as readTar().
TarMedia mediaInTar(const std::filesystem::path& archive);

/// The media files of a folder or of a tar archive, else the path itself.
/// @throws as readTar().
std::vector<CompactPath> mediaFilesAt(const std::filesystem::path& path);

}
