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
    bool asWords = false; ///< whether a label with numbers and words is read as categories
};

/// The segments into which one rater cut a video.
struct RatedSegments {
    std::string video;
    std::string base; ///< the tier that is rated; empty: files without tiers
    std::string rater;
    std::vector<Interval> intervals; ///< N, seconds, in file order
    /// By label of a table, N values that the rater gave; a value may be empty.
    std::map<std::string, std::vector<std::string>> marks;
};

struct RatingTables {
    std::vector<RatingTable> tables; ///< one per label
    std::vector<RatedSegments> segments; ///< where the files give each rater's own times
    std::vector<std::string> notes; ///< what was left out: sentences
    std::map<std::string, Interval> spans = {}; ///< of the videos whose files say how long they are
};

/// Which tier a tier rates, and who gave the rating: `labels/anna` of the annotator anna is her rating of
/// `labels`, and `labels/anna/2` her rating in a second pass, which counts as another rater.
struct RatedTier {
    std::string base;
    std::string rater; ///< empty: the tier has no annotator
};
RatedTier ratedTier(const std::string& tier, const std::string& annotator);

/// The names of the files' raters: each is the file's name, or its path where two files have the same name.
std::vector<std::string> ratersOf(const std::vector<std::filesystem::path>& paths);

/// Reads ratings; the columns tell in which form they are (docs/agreement.md has examples):
/// - a column `annotator`: long form, a row per rater and unit, a column per label; in any number of files
/// - one file without it: a row per unit, a column per rater; `labels` may name the label that they rated
/// - columns `rater`, `label`, `value` beside `video_id`, `start`, `end`: a row per segment, rater and label,
/// as the window writes judgements beside a report; or `votes.csv` of a published folder
/// - several files without it: a file per rater, named after it, a row per unit, a column per label
///
/// The unit is named in the columns `ids`, else in `unit`, else in `video_id` and `clip_id`. Forms in which
/// rows must be matched need such a column. With a column `tier` (and no `ids`), rows of different tiers are
/// different units.
///
/// @throws IoError (`file_not_found`, `io`), FormatError (`data_invalid`, `too_large`) with file and line.
RatingTables readRatings(const std::vector<std::filesystem::path>& paths,
                         const RatingFileOptions& options = {});

}
