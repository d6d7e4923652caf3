#pragma once

#include "engine/sequences/dataset_list.h"

#include <set>
#include <string>
#include <vector>

namespace engine {

/// Media with the ids of the videos that they belong to.
struct MatchedMedia {
    /// Another file of a video that has its media already.
    struct Spare {
        std::string id;
        std::filesystem::path file;
        friend bool operator==(const Spare&, const Spare&) = default;
    };
    /// One per id, in the order in which they were given, with what other cameras recorded of it.
    std::vector<DatasetList::Media> media;
    std::vector<Spare> spare; ///< files that are not used
};

/// Gives media the ids that the sequences have for their videos: the same but for case, for `_`, `-`, `.` and
/// blanks, and for the extension of a media file at the end of either (`Talk-1.mov` is the id `talk_1.mp4`).
/// An id that is the same to the letter is never another's. Where several ids are meant alike, and for media
/// that no sequence knows, the id stays. Of several files of one id that which has it to the letter is used,
/// else the first; the others are of other cameras, unless they hold sound alone.
///
/// So are files that are called as a video and a number or a camera (`talk_2`, `talk.cam2`, `talk-view-b`),
/// where the sequences know the video and not the file's own name; and where no sequence knows either, files
/// that name a camera.
///
/// @param ids  of the videos that have sequences
MatchedMedia matchMedia(std::vector<DatasetList::Media> media, const std::set<std::string>& ids);

}
