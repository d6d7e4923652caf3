#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/core/run_context.h"
#include "engine/publishing/published_study.h"

namespace engine {

/// Which value a unit has whose label nobody settled.
enum class PublishedRule {
    Crowd, ///< what the mean of many such raters would say (the ordinal rater model); of other labels the
           ///< mean
    Mean,
    Label, ///< the median step of the ordinal rater model
    Majority ///< of terms, and where asked for; of sets the words that more than half of the raters gave
};

std::string name(PublishedRule rule); ///< `crowd`, `mean`, `label`, `majority`
std::optional<PublishedRule> publishedRuleOf(const std::string& name);

/// The value of one label of one unit, and what it is worth.
struct PublishedLabel {
    std::size_t unit = 0; ///< place among the units
    std::string label;
    PublishedValue value;
    std::string rule; ///< `settled`, `crowd`, `mean`, `majority`, `given`: as the tier itself has it
    std::optional<double> mean;
    std::optional<PublishedValue> majority; ///< of several, the mean, or the first term in the scheme's order
    std::optional<double> crowd;
    std::optional<double> deviation; ///< of what the crowd says
    std::optional<double> setLow; ///< the narrowest run of steps with 90 %
    std::optional<double> setHigh;
    std::size_t votes = 0; ///< that it rests on: judging ones of each person's first pass
    std::optional<std::size_t> settledBy; ///< place among the raters
    std::string origin; ///< `people`, or `file`: nobody of the project gave it
};

/// A table of the study's units and raters, with nothing in it.
RatingTable tableWithoutRatings(const PublishedStudy& study, const std::string& label);

/// The judging votes of first passes as a table: units of the study × raters. Absent: the label is free text,
/// or nobody gave it.
std::optional<RatingTable> ratingsOf(const PublishedStudy& study, const LabelScheme& label);

using SetsByRater = std::map<std::size_t, std::string>; ///< the set of words that each rater gave

/// The judging votes of first passes for a label of sets of words, by unit. Empty: the label is none.
std::map<std::size_t, SetsByRater> wordSetsOf(const PublishedStudy& study, const LabelScheme& label);

/// By unit and label, those that have a value. @throws Cancelled.
std::vector<PublishedLabel> publishedLabels(const PublishedStudy& study, PublishedRule rule,
                                            const RunContext& run);

}
