#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/agreement/statistic.h"
#include "engine/agreement/trace.h"

namespace engine {

/// Two raters' traces of a video, on one clock.
struct TracePair {
    std::string video;
    TraceFrames first; ///< N
    TraceFrames second; ///< N
};

/// The two ways to take CCC over several videos, which papers do not always tell apart.
struct Concordance {
    Statistic concatenated; ///< of all videos' frames, one after the other
    Statistic meanOfVideos; ///< each video's own, averaged
    std::vector<Statistic> videos; ///< in their order
};

/// Lin's concordance correlation coefficient (CCC), with moments divided by N (Lin, Biometrics 1989). Frames
/// that one of the two did not rate are dropped and counted.
///
/// Undefined without frames that both rated, and when both are constant. The mean leaves out such videos and
/// counts them.
///
/// @param rate  frames per second that the traces were brought to, named in the rule; absent: rows of a table
/// @throws ShapeError (`row_mismatch`) when a video's traces differ in length.
Concordance concordance(std::span<const TracePair> videos, std::optional<double> rate = {});

/// The CCC of two raters' columns, by the table's videos. Undefined on categories.
Concordance concordance(const RatingTable& table, std::size_t first, std::size_t second);

}
