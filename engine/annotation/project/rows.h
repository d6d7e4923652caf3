#pragma once

#include "engine/annotation/change.h"

#include <SQLiteCpp/Statement.h>
#include <string>
#include <unordered_map>
#include <vector>

/// Tiers, segments and items as rows of the project's tables.
namespace engine::project {

inline constexpr const char* kTierColumns
    = "id, video, name, kind, parent, dependence, overlapping, rate, labels, "
      "source, annotator, position, colour, height, visible, locked, participant";
inline constexpr const char* kSegmentColumns
    = "id, tier, parent, position, start_ticks, end_ticks, start_recorded, "
      "end_recorded, text, confidence, comment, flagged, samples, source_row, timing";
inline constexpr const char* kLabelColumns
    = "segment, label, number, term, annotator, given_ms, pass, visible";

void bind(SQLite::Statement& statement, const Tier& tier);
void bind(SQLite::Statement& statement, const Segment& segment);

/// Labels of tiers by their JSON text, so that each text is parsed once.
using LabelTexts = std::unordered_map<std::string, std::vector<LabelScheme>>;

/// The row where a query stands. @throws std::exception when a column holds an impossible value.
/// @param known  the labels of the rows before; receives those of this row
Tier tierOf(sqlite3_stmt* row, LabelTexts& known);
Segment segmentOf(sqlite3_stmt* row);
/// A label's name and value, without its segment.
std::pair<std::string, LabelValue> labelOf(sqlite3_stmt* row);
Item itemOf(sqlite3_stmt* row);

}
