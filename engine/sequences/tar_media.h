#pragma once

#include "engine/sequences/dataset_list.h"

namespace engine {

/// What an uncompressed tar archive (a shard of a WebDataset) holds of a dataset.
struct TarMedia {
    /// Each video and sound file in it under its stem, by id; `file` leads into the archive
    /// (`shard-0001.tar/clip7.mp4`).
    std::vector<DatasetList::Media> media;
    /// How many other files with a media file's name stand beside it, by extension (`.txt`, `.json`); they
    /// are not read.
    std::map<std::string, std::size_t> siblings;

    /// A sentence on the siblings; empty where there are none.
    std::string remark() const;
};

/// @throws as readTar().
TarMedia mediaInTar(const std::filesystem::path& archive);

/// The media files of a folder or of a tar archive, else the path itself.
/// @throws as readTar().
std::vector<std::filesystem::path> mediaFilesAt(const std::filesystem::path& path);

}
