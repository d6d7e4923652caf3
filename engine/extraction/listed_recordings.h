#pragma once

#include "engine/core/compact_path.h"
#include "engine/media/media_file.h"
#include "engine/sequences/dataset_list.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A recording and what is known about it before its features.
struct Recording {
    std::string id; ///< as a dataset list has it (storedId()); else the file's name without its ending
    CompactPath media; ///< absolute; a dataset may have a million
    std::optional<CompactPath> transcript = {};
    bool hasTimes = false; ///< the transcript's words have times, which they keep
    /// Of a turn's clip: seconds of the conversation at which it begins, by which its rows are moved.
    std::optional<double> clipStart = {};
    /// Of a participant whom one channel of a sound has, from 0: what is heard there alone.
    std::optional<int> channel = {};

    MediaFile picture() const { return media.path(); }
    MediaFile sound() const
    {
        MediaFile file = picture();
        file.channel = channel;
        return file;
    }
};

/// The path by which files of several lists are compared.
std::filesystem::path normalPath(const std::filesystem::path& file);

/// The recordings of a list, the channels of participants (`C@P`) and the clips of turns (`C@P[k]`); a
/// participant's clips are numbered in the order of their starts.
/// @throws FormatError (`conversation_invalid`).
std::vector<Recording> recordingsIn(const DatasetList& list);

}
