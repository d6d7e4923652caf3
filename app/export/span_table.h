#pragma once

#include "app/document/tier_views.h"
#include "app/document/video_data.h"
#include "engine/core/run_context.h"

#include <string>
#include <vector>

namespace app {

/// What a span of a video holds, for a table.
struct SpanContent {
    engine::Interval span; ///< seconds
    engine::TimedText words;
    LabelsView labels;
    std::vector<FeatureSeries> features; ///< the wanted sequences
};

/// One row per value: `track,start,end,name,value`, with a line of these names. The track is `words`,
/// `labels` or a sequence's key; the name is the label's or the dimension's; times are those of the word,
/// segment or feature, in seconds. Whatever touches the span for longer than a moment is in it, at its full
/// length. No number, no row.
/// @throws Cancelled.
std::string spanTable(const SpanContent& content, const engine::RunContext& run = {});

}
