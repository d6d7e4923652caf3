#pragma once

#include "engine/annotation/annotation.h"
#include "widgets/tracks/tier_track.h"
#include "widgets/tracks/trace_track.h"

namespace app {

/// A value as people read it: `+2` on a scale with negative numbers, `2`, `happy`.
QString shownValue(const engine::LabelScheme& label, const engine::LabelValue& value);

/// What a segment shows: its text, its values, its mark.
QString shownText(const engine::Tier& tier, const engine::Segment& segment);

/// A tier as its track shows it.
widgets::TierTrack::Content tierContent(const engine::Annotation& annotation, const engine::Tier& tier);
/// A continuous tier as its track shows it.
widgets::TraceTrack::Content traceContent(const engine::Annotation& annotation, const engine::Tier& tier);

}
