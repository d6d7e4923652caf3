#pragma once

#include "engine/agreement/statistic.h"
#include "engine/publishing/published_labels.h"

namespace engine {

/// What a card and a paper say of a study, counted.
struct PublishedFacts {
    struct OfLabel {
        std::string label;
        std::string scale; ///< `from -3 to 3 in steps of 1`, `one of: happy, sad`, `free text`
        std::size_t units = 0; ///< with a value
        std::size_t judged = 0; ///< with a vote
        std::size_t videos = 0; ///< of these
        std::vector<std::string> rules; ///< by which their values are, each once
        std::size_t rated = 0; ///< with two votes at least
        std::size_t raters = 0;
        double medianVotes = 0.0; ///< of the units with any
        double settled = 0.0; ///< share of the units
        Statistic alpha; ///< Krippendorff's, or why there is none
        std::string metric; ///< `ordinal`
        std::optional<Influence> influence; ///< of visible predictions, where chance decided who saw them
    };
    struct OfComparison {
        std::string name; ///< `c01`
        std::string kind; ///< `which of two segments`
        std::string rater; ///< `r01`
        std::size_t items = 0;
        std::size_t answers = 0;
        std::optional<double> splitHalf; ///< of best and worst
    };
    std::size_t videos = 0; ///< with a unit
    double hours = 0.0; ///< of these videos
    std::optional<std::size_t> speakers; ///< absent: of some video nobody said who speaks
    std::size_t units = 0;
    std::size_t gold = 0; ///< units whose right value was known
    std::size_t repeated = 0; ///< units that somebody answered twice within a pass, or in two passes
    std::size_t votes = 0;
    std::size_t answersWithSight = 0; ///< of judging votes whose exposure is known: a prediction was visible
    std::size_t answersJudging = 0;
    std::size_t answersKnown = 0; ///< judging votes whose exposure is known
    std::vector<std::string> shown; ///< what could be seen and heard, each once
    std::vector<OfLabel> labels;
    std::vector<OfComparison> comparisons;
};

/// The scale of a label as a clause: `from -3 to 3 in steps of 1`.
std::string scaleText(const LabelScheme& label);

/// @param seed  of the intervals of α. @throws Cancelled.
PublishedFacts publishedFacts(const PublishedStudy& study, const std::vector<PublishedLabel>& labels,
                              std::uint32_t seed, const RunContext& run);

}
