#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/core/interval.h"

#include <filesystem>
#include <map>

namespace engine {

/// How files are to be read as ratings.
struct RatingFileOptions {
    std::vector<std::string> ids
        = {}; ///< columns that name the unit and are no ratings; empty: the usual ones
    std::vector<std::string> labels = {}; ///< empty: all
    std::vector<std::string> missing = {}; ///< words that stand for no rating
    bool asWords = false; ///< whether a label of numbers and words is one of categories
};

/// A video as one rater cut it into segments.
struct RatedSegments {
    std::string video;
    std::string base; ///< the tier that it is a rating of; empty: files without tiers
    std::string rater;
    std::vector<Interval> intervals; ///< N, seconds, in file order
    /// A table's label → N, what the rater said; may be empty.
    std::map<std::string, std::vector<std::string>> marks;
};

struct RatingTables {
    std::vector<RatingTable> tables; ///< one per label
    std::vector<RatedSegments> segments; ///< where files have times of each rater's own
    std::vector<std::string> notes; ///< what was left out: sentences
};

/// What a tier is a rating of, and whose: `labels/anna` of the annotator anna is her rating of `labels`,
/// `labels/anna/2` that of her second pass, who counts as a rater of its own.
struct RatedTier {
    std::string base;
    std::string rater; ///< empty: the tier has no annotator
};
RatedTier ratedTier(const std::string& tier, const std::string& annotator);

/// What each file's rater is called: by the file's name, or its path where two have the same.
std::vector<std::string> ratersOf(const std::vector<std::filesystem::path>& paths);

/// Reads ratings; what they are is told by the columns (docs/agreement.md has examples):
/// - a column `annotator`: long form, a row per rater and unit, a column per label; of any number of files
/// - one file without it: a row per unit, a column per rater; `labels` may give the name of what they rated
/// - several files without it: a file per rater, named after it, a row per unit, a column per label
///
/// The unit is in `ids`, else in `unit`, else in `video_id` and `clip_id`; forms with rows to match need it.
/// With a column `tier` (and no `ids`), rows of different tiers are different units.
///
/// @throws IoError (`file_not_found`, `io`), FormatError (`data_invalid`, `too_large`) with file and line.
RatingTables readRatings(const std::vector<std::filesystem::path>& paths,
                         const RatingFileOptions& options = {});

}
