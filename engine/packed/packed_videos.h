#pragma once

#include "engine/core/interval.h"
#include "engine/packed/packed_file.h"
#include "engine/packed/packed_layout.h"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// Whether a labelled segment is a packed one: it holds the other's middle, or lies with its own in it.
bool areSame(Interval labelled, Interval packed);

/// The segments of a packed file as videos with a timeline each. Where they are together, those of one video
/// follow each other without gaps, by their numbers: `x$_$2` before `x$_$10`. Any thread may use it.
class PackedVideos {
public:
    PackedVideos(std::shared_ptr<const PackedFile> file, PackedLayout layout);

    const std::shared_ptr<const PackedFile>& file() const { return m_file; }
    PackedLayout layout() const { return m_layout; }
    const std::vector<std::string>& ids() const { return m_ids; } ///< of the videos, in byte order
    /// The segments of a video, in order, by their places in the file; none: there is no such video.
    std::span<const std::size_t> segments(const std::string& video) const;
    /// Where they lie: seconds, or steps where they have no clips. @throws as PackedFile::steps(), and
    /// FormatError (`data_invalid`) for an unknown video.
    std::vector<Interval> spans(const std::string& video) const;
    /// The place of the segment that a labelled one is; where it is alone, this one. Absent: none is.
    /// @throws as spans()
    std::optional<std::size_t> segmentAt(const std::string& video, Interval labelled) const;
    /// Where the last ends; absent where that would mean to read the features of a large file.
    std::optional<double> extentIfCheap(const std::string& video) const;
    /// Whether times are seconds; else they are steps.
    bool hasTimes(const std::string& video) const;

    struct LabelExtent {
        double least = 0.0;
        double greatest = 0.0;
        bool areWhole = true; ///< whether all are whole numbers
    };
    /// Of each column of the file's labels; absent: nobody gave one.
    const std::vector<std::optional<LabelExtent>>& labelExtents() const { return m_extents; }

    const std::string& videoOf(std::size_t place) const { return m_videoOf[place]; }
    /// What a segment is called beside those of csd files: `x[2]`, the third of its video.
    std::string segmentId(std::size_t place) const;
    /// The videos of each fold that has a name. Of a video whose segments are in several folds, the segments
    /// are named instead.
    std::map<std::string, std::vector<std::string>> folds() const;

private:
    std::shared_ptr<const PackedFile> m_file;
    PackedLayout m_layout;
    std::vector<std::string> m_ids;
    std::map<std::string, std::vector<std::size_t>, std::less<>> m_segments; ///< by video
    std::vector<std::string> m_videoOf; ///< by place
    std::vector<std::optional<LabelExtent>> m_extents;
    std::vector<std::size_t> m_numbers; ///< by place: which segment of its video it is, from 0
};

}
