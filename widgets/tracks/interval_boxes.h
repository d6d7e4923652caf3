#pragma once

#include "engine/core/interval.h"
#include "widgets/base/time_scale.h"

#include <span>
#include <vector>

namespace widgets {

/// What is painted for intervals: a box each, or runs of pixels where they are too narrow for that.
struct IntervalBoxes {
    struct Box {
        std::size_t index;
        double left;
        double right;
    };
    struct Run { ///< several intervals too narrow to be told apart
        int left;
        int right;
    };
    std::vector<Box> boxes;
    std::vector<Run> runs;
};

/// The boxes of the visible intervals. Where these are narrower than two pixels on average, there are runs of
/// pixels instead; finding them takes O(pixels · log N), so a million words paint as fast as ten.
/// @param intervals  sorted by start, not overlapping.
IntervalBoxes visibleBoxes(std::span<const engine::Interval> intervals, const TimeScale& scale, int width);

/// The interval at a time, if any. @param intervals  as for the boxes
const engine::Interval* intervalAt(std::span<const engine::Interval> intervals, double seconds);

}
