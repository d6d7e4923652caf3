#pragma once

#include "engine/agreement/rating_files.h"
#include "engine/formats/common/exchanged_tiers.h"

namespace engine {

/// Whether a file holds tiers of annotation (EAF, TextGrid, csd, a project, …) rather than a table of
/// ratings.
bool holdsTiers(const std::filesystem::path& path);

/// Reads ratings from tiers, per tier and label. The rater is the tier's annotator, else the file. Tiers of
/// one name are the same rating by several raters; `labels/anna` of the annotator anna counts as her rating
/// of `labels`, and in a project nobody's is `labels` itself then, as in the window;
/// answers that check or train an annotator (`labels/anna/again`, `labels/anna/training`) are nobody's there.
/// Segments with the same start and end, to the millisecond, are one unit; segments that share the time of
/// their parent are numbered. Values are those of labels, else texts as categories. Continuous tiers are
/// brought to one clock, and each frame is a unit.
/// @throws IoError, FormatError as the readers of the formats; FormatError (`data_invalid`) for a label that
/// no tier has.
RatingTables tierRatings(const std::vector<std::filesystem::path>& paths, const RatingFileOptions& options);

/// The same of tiers that were read already; those of nobody are left out, and so are all of a base that only
/// one rater has.
RatingTables tierRatings(const std::vector<ExchangedTier>& tiers, const RatingFileOptions& options);

}
