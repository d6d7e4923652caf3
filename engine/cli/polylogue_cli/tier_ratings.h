#pragma once

#include "engine/agreement/rating_files.h"

namespace engine::cli {

/// Whether a file holds tiers of annotation (EAF, TextGrid, csd, a project, …), and is no table of ratings.
bool holdsTiers(const std::filesystem::path& path);

/// Ratings from tiers, per tier and label. Who rated is a tier's annotator, else the file; tiers of one name
/// are one rating of several raters: `labels/anna` of the annotator anna is her rating of `labels`. Units are
/// segments with the same start and end, to the millisecond, counted where they share their parent's; values
/// are those of labels, else texts as categories. Continuous tiers are brought to one clock, each frame a
/// unit.
/// @throws IoError, FormatError as the readers of the formats; FormatError (`data_invalid`) for a label that
/// no tier has.
RatingTables tierRatings(const std::vector<std::filesystem::path>& paths, const RatingFileOptions& options);

}
