#pragma once

#include "engine/core/fold_lists.h"
#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/model_influence/exposed_answers.h"
#include "engine/project_items/codebook_versions.h"
#include "engine/project_items/comparison_pass.h"
#include "engine/sequences/dataset_list.h"
#include "engine/tier_export/all_tiers.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace engine {

using PublishedValue = std::variant<double, std::string>;

/// A segment of the judged tier.
struct PublishedUnit {
    std::string id; ///< `ada_1[0]`: the video, and its place there in the order of time
    std::string video;
    Interval span; ///< seconds
    std::string text;
    SegmentId segment = 0; ///< of the project; 0: as a file of the dataset has it
    std::map<std::string, LabelValue> values; ///< of the tier itself
    bool isGold = false;
};

/// One answer of one person to one label of a unit.
struct PublishedVote {
    std::size_t unit = 0; ///< place among the units
    std::string label;
    PublishedValue value;
    std::size_t rater = 0; ///< place among the raters
    int pass = 1;
    std::size_t step = 0; ///< of the pass, from 1 on, in the order of when they were given
    std::int64_t given = 0; ///< milliseconds since 1970, UTC; 0: not known
    std::optional<double> seconds; ///< that it took
    std::optional<double> confidence;
    std::string shown; ///< `words+sound+picture`: what could be seen and heard
    std::string exposure; ///< `none`, `shown`, `free`: whether a prediction was visible; `unknown`
    std::string purpose; ///< `judging`, `again`, `training`
    std::string comment;
    /// Why the answer was asked for before others (`begin`, `gain`, `random`, `guideline`), as far as the
    /// tasks are still in the project; empty: nobody knows, or by the pass' own order.
    std::string routed = {};
};

/// One person's comparisons of segments with each other, or of texts of a segment.
struct PublishedComparison {
    ComparisonPass pass; ///< with answers; the annotator's name is not written
    std::size_t rater = 0; ///< place among the raters
};

/// All that a publication is made from: one tier's segments with all that was said of them. Raters are in the
/// order of their names, which are kept apart and never written.
struct PublishedStudy {
    std::string tier; ///< `labels`
    std::vector<LabelScheme> labels;
    std::vector<CodebookVersion> codebook; ///< of these labels, in the order of time; one at least
    std::vector<PublishedUnit> units; ///< by video and time
    std::vector<std::string> raters;
    std::vector<PublishedVote> votes; ///< by unit, label, rater, pass
    std::map<std::string, double>
        seconds; ///< how long each video is: what its list says, else to its last segment
    std::map<std::string, std::string> speakers; ///< of videos; a video whose speaker is not known is missing
    FoldLists folds; ///< the project's, else the dataset's; may be empty
    /// Of each unit and label that was settled by a person: the value, and who (place among the raters).
    std::map<std::pair<std::size_t, std::string>, std::pair<PublishedValue, std::size_t>> settled;
    std::vector<std::string> otherTiers; ///< that were judged, too, and stay out
    std::vector<PublishedComparison> comparisons; ///< of this tier, those with answers, by name
    /// Of each label whose model's influence was measured by chance: the answers of the first such model.
    std::map<std::string, ExposedAnswers> measured;

    std::string raterCode(std::size_t rater) const; ///< `r01`
};

/// The study without the answers of these: models that wrote layers of their own are no raters.
PublishedStudy withoutRaters(PublishedStudy study, const std::set<std::string>& names);

/// Gathers it. @param tier  empty: the tier that was judged, `labels` first
/// @throws FormatError (`no_tier`) where the project has no such tier with labels; as AllTiers::of();
/// Cancelled.
PublishedStudy publishedStudy(const Annotation& annotation, AllTiers& tiers, const DatasetList& list,
                              const std::string& tier, const std::string& project, const RunContext& run);

}
