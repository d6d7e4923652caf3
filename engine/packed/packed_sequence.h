#pragma once

#include "engine/packed/packed_videos.h"
#include "engine/sequences/sequence_file.h"

#include <memory>
#include <vector>

namespace engine {

/// What a packed file holds as computational sequences with an entry for each video: the words of its texts,
/// which lie evenly in the time of their segment; a sequence for each feature, whose steps do; its labels,
/// one row per segment. Each sequence has a path of its own, the file's with the sequence's name behind it.
struct PackedSequences {
    std::shared_ptr<const SequenceFile> words; ///< null: no texts
    std::vector<std::pair<std::string, std::shared_ptr<const SequenceFile>>> features; ///< by name
    std::shared_ptr<const SequenceFile> labels; ///< null: none
};
PackedSequences sequencesOf(const std::shared_ptr<const PackedVideos>& videos);
/// Of segments that are videos of their own.
PackedSequences sequencesOf(const std::shared_ptr<const PackedFile>& file);

}
