#pragma once

#include "engine/sequences/dataset_list.h"

#include <map>
#include <optional>
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
    /// One per id, in the order given, with the files of other cameras that recorded the same.
    std::vector<DatasetList::Media> media;
    std::vector<Spare> spare; ///< files that are not used
};

/// Whether each medium has the id of a video, and none has that of another: then there is nothing to match.
/// @param ids  of the videos that have sequences
bool isMatched(const MediaList& media, const std::set<std::string>& ids);

/// Gives media the ids that the sequences have for their videos. Two ids match when they differ only in case,
/// in whether letters and their marks are one or apart (foldedText()), in `_`, `-`, `.` and blanks, and in
/// the extension of a media file at the end of either (`Talk-1.mov` matches the id `talk_1.mp4`). A medium
/// whose id equals one of `ids` exactly keeps it. A medium also keeps its id when several of `ids` match, or
/// none. When several files match one id, the file with exactly that id is used, else the first; the others
/// count as other cameras, unless they hold only sound.
///
/// Other cameras are also files whose name is that of a video and a number or a camera (`talk_2`,
/// `talk.cam2`, `talk-view-b`), when the sequences know the video and not the file's own name. When the
/// sequences know neither, only files that name a camera count as such.
///
/// @param ids  of the videos that have sequences
MatchedMedia matchMedia(std::vector<DatasetList::Media> media, const std::set<std::string>& ids);

/// Where the answers of a live session lie that a recording is of: `talk.answers.csd` beside `talk.mp4`, …
std::filesystem::path answersBeside(const std::filesystem::path& media);
/// … and its marks: `talk.marks.TextGrid`.
std::filesystem::path marksBeside(const std::filesystem::path& media);
/// Whether a sequence is called as answersBeside() calls it.
bool holdsAnswers(const std::filesystem::path& sequence);

/// Finds the video that a file of annotation belongs to by the file's name.
class VideosByName {
public:
    /// @param ids  of the videos
    explicit VideosByName(const std::set<std::string>& ids);

    /// The video whose id is this name without its ending, or stands in it between `_`, `-`, `.` or blanks
    /// (`talk_1-bob.eaf` belongs to `talk_1`; of several ids the longest counts). Ids and names that differ
    /// only as ids of matchMedia() may are taken for the same. Empty: none, or several alike.
    std::string videoOf(const std::string& fileName) const;

private:
    std::map<std::string, std::optional<std::string>>
        m_idOf; ///< by plain id; absent: several are meant alike
};

}
