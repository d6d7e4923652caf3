#pragma once

#include "engine/publishing/publication_tables.h"
#include "engine/publishing/published_facts.h"

namespace engine {

/// Tables of passes in which segments, or texts of a segment, were compared: `comparisons.csv`, a row per
/// answer with what was shown from left to right, parted by semicolons, and what was chosen (nothing: a tie);
/// `comparison_scores.csv`, a row per pass and item; `comparison_texts.csv`, what the sources said of each
/// unit, where texts were compared. A segment is called by its unit, one that is a unit no more by its video
/// and times. Empty: there are no such passes.
std::map<std::string, std::string> comparisonTables(const PublishedStudy& study, const TableWishes& wishes);

/// What the card says of them.
std::vector<PublishedFacts::OfComparison> factsOfComparisons(const PublishedStudy& study);

}
