#pragma once

#include "engine/core/interval.h"
#include "widgets/timeline/time_axis.h"
#include "widgets/timeline/track_rows.h"

#include <QPointer>

#include <optional>

namespace widgets {

/// What lies over all tracks. Times are in seconds.
struct TimelineMarks {
    double playhead = 0.0;
    std::optional<engine::Interval> selection;
    std::optional<int> selectedFrames; ///< how many frames lie in the selection; absent without picture
    std::optional<engine::Interval> highlight; ///< a segment that is shown as a tinted column
    std::optional<double> guide; ///< where the edge in hand has snapped to: a thin line
};

/// Where the mouse is.
struct TimelinePointer {
    QPointer<Track> track; ///< the track under it
    std::optional<double> x; ///< pixels from the left of the tracks, while the mouse is over them
    double y = 0.0; ///< in the timeline, while the mouse is over a track
};

/// Everything that a timeline shows.
struct TimelineState {
    TrackRows rows;
    TimeAxis axis;
    TimelineMarks marks;
    TimelinePointer pointer;
    QPointer<const Track> active; ///< the track that keys edit
    bool countsSteps = false; ///< what counts as seconds are steps: features without a clip
};

}
