#pragma once

#include "engine/alignment/alignment_report.h"
#include "engine/alignment/collapse.h"
#include "engine/alignment/video_part.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace engine {

/// A reference of equal intervals from 0 to the end of the video's data, each 1/`hertz` seconds long.
struct FixedRate {
    double hertz = 10.0;
    friend bool operator==(const FixedRate&, const FixedRate&) = default;
};

/// A reference of windows that begin every `hop` seconds, from 0 to the end of the video's data.
struct SlidingWindow {
    double window = 1.0; ///< seconds
    double hop = 0.5; ///< seconds
    friend bool operator==(const SlidingWindow&, const SlidingWindow&) = default;
};

/// The windows that begin before `end`, in seconds.
/// @throws ShapeError (`data_invalid`), naming the video, where they would be too many.
std::vector<Interval> windowsUntil(double end, const SlidingWindow& window, const std::string& video);

/// A reference of the frames of a video file. `{id}` in the path stands for the video's id; without it the
/// file is that of the video whose id is its stem, or of the only video.
struct VideoFrames {
    std::string file;
    /// What lies at 0 s: the first picture, as in projects of earlier versions; else the earliest stream.
    bool fromFirstPicture = false;
    friend bool operator==(const VideoFrames&, const VideoFrames&) = default;
};

/// What to align to: a sequence by its key, or intervals that are made.
using AlignReference = std::variant<std::string, FixedRate, SlidingWindow, VideoFrames>;

/// What to align to, and how several rows become one. The panel edits it, the command line fills it in and
/// the recipe stores it.
struct AlignStep {
    AlignReference reference;
    std::map<std::string, std::vector<CollapseFunction>>
        collapse; ///< by sequence; `*` for the rest; none: keep all rows

    /// The functions for this sequence; empty when its rows are kept.
    const std::vector<CollapseFunction>& functionsFor(const std::string& key) const;
    friend bool operator==(const AlignStep&, const AlignStep&) = default;
};

/// Aligns every sequence of one video to the reference: the rows that row k of the reference receives become
/// the entry `v[k]`, whether or not row k - 1 received any. The reference's own rows become entries as well.
///
/// First, a video that one sequence lacks is dropped from all of them (unify). Sequences that were not read
/// yet are read one after the other, and each is freed before the next. Reference rows shorter than
/// `kTouching` are skipped. The result is exactly that of the CMU-MultimodalSDK (mmdatasdk) 1.2.0.
/// @param frames  the frames' times, for a reference of VideoFrames
/// @param report  receives what became of the video; may be null
/// @param accountsForRows  `report` also tells what became of every row
/// @throws FormatError `unknown_reference`, `reference_already_aligned`; ShapeError `collapse_failed`,
/// `dimension_mismatch`, `data_invalid`.
void align(VideoPart& part, const AlignStep& step, const std::vector<Interval>& frames = {},
           AlignmentReport* report = nullptr, bool accountsForRows = true);

}
