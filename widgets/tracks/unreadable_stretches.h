#pragma once

#include "engine/core/interval.h"
#include "widgets/timeline/track.h"

#include <span>

namespace widgets {

/// Hatches the stretches of a recording that cannot be read, over the track's whole height: nothing there
/// would say that it is silent.
void paintUnreadable(TrackCanvas& canvas, std::span<const engine::Interval> stretches);

}
