#pragma once

#include "engine/annotation/change.h"

#include <SQLiteCpp/Statement.h>

/// Tiers, segments and items as rows of the project's tables.
namespace engine::project {

inline constexpr const char* kTierColumns
    = "id, video, name, kind, parent, dependence, overlapping, rate, labels, "
      "source, annotator, position, colour, height, visible, locked";
inline constexpr const char* kSegmentColumns
    = "id, tier, parent, position, start_ticks, end_ticks, start_recorded, "
      "end_recorded, text, confidence, comment, flagged, samples, source_row, timing";
inline constexpr const char* kLabelColumns
    = "segment, label, number, term, annotator, given_ms, pass, visible";

void bind(SQLite::Statement& statement, const Tier& tier);
void bind(SQLite::Statement& statement, const Segment& segment);

/// @throws std::exception when a column holds an impossible value.
Tier tierOf(SQLite::Statement& row);
Segment segmentOf(SQLite::Statement& row);
/// A label's name and value, without its segment.
std::pair<std::string, LabelValue> labelOf(SQLite::Statement& row);
Item itemOf(SQLite::Statement& row);

}
