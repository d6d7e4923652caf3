#pragma once

#include "engine/agreement/rater_consensus.h"

#include <string>

namespace engine {

/// How often a value was given to the units that a rater shares with others.
struct PairedUse {
    double value = 0.0;
    std::size_t own = 0;
    double others = 0.0; ///< the other raters of a unit count 1 together
    friend bool operator==(const PairedUse&, const PairedUse&) = default;
};

/// How far two raters agree.
struct RaterPair {
    std::string other;
    std::size_t units = 0; ///< that both rated
    std::optional<double>
        alpha; ///< Krippendorff's, ordinal, of classes nominal; absent where it is undefined
    friend bool operator==(const RaterPair&, const RaterPair&) = default;
};

/// One rater beside the others.
struct RaterComparison {
    RaterProfile profile;
    double weight = 0.0; ///< in the consensus: the rater's part of what all know, 0…1
    std::size_t shared = 0; ///< units that somebody else rated, too
    std::optional<double> lean; ///< mean of own rating − mean of the others', on these; > 0: rates higher
    std::size_t likeOthers = 0; ///< of these, ratings that no value was given more often than by the others
    std::vector<PairedUse> uses; ///< on these, ascending
    std::vector<RaterPair> pairs; ///< with each other rater
};

/// One item per rater of the table, in its order. A rater's weight is scale² / noise² of the profile as a
/// part of the sum over all raters: what one rating of the rater tells of the truth.
/// @param consensus  of the same table
std::vector<RaterComparison> compareRaters(const RatingTable& table, const RaterConsensus& consensus);

/// The same of a table of categories, whose order means nothing: without lean, profile and weight.
std::vector<RaterComparison> compareClassRaters(const RatingTable& table);

/// What a unit with two ratings or more would be settled to, by three ways, each on a step of the scale.
struct SettledUnit {
    std::size_t unit = 0; ///< place in the table
    std::vector<double> ratings;
    double consensus = 0.0;
    double deviation = 0.0; ///< of the consensus, before it was put on a step
    double mean = 0.0;
    double majority = 0.0;
    friend bool operator==(const SettledUnit&, const SettledUnit&) = default;
};

/// The steps on which settled values lie; with a step of 0 these are tenths.
struct SettledSteps {
    double least = -3.0;
    double greatest = 3.0;
    double step = 1.0;

    /// By how much two values differ so that it matters: half a step, of a scale without steps a twelfth.
    double halfStep() const { return step > 0.0 ? step / 2.0 : (greatest - least) / 12.0; }
};

/// Of a table of categories: the one that more gave than any other; NaN where several tie.
std::vector<SettledUnit> settledClasses(const RatingTable& table);

/// @param consensus  of the same table
std::vector<SettledUnit> settledUnits(const RatingTable& table, const RaterConsensus& consensus,
                                      const SettledSteps& steps);

}
