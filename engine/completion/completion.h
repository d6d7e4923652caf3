#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <span>
#include <vector>

/// From what a person labelled of a tier, and what is seen and heard, to what the rest may be: cooperative
/// labelling (Baur et al., eXplainable Cooperative Machine Learning with NOVA, KI 2020). Plain numbers; the
/// same input gives the same suggestions.
namespace engine {

/// What a person may take over: for a given segment, a new segment, or a stretch of a continuous rating.
struct Suggestion {
    std::size_t segment = 0; ///< place among the given segments; of new segments and stretches: 0
    Interval span;
    double value = 0.0; ///< on the scale, or the number of the category
    std::vector<float> samples; ///< of a continuous rating, from the start of the span on
    double confidence = 0.0; ///< how likely it is right, 0…1, calibrated on `CheckedAnswer`s

    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// What would have been suggested for something that a person labelled, by a model that has not seen its
/// block of time.
struct CheckedAnswer {
    double confidence = 0.0;
    bool isRight = false;

    friend bool operator==(const CheckedAnswer&, const CheckedAnswer&) = default;
};

/// What is missing before anything can be suggested.
enum class CompletionLack {
    Nothing,
    Features, ///< there are none, or they do not differ
    Labelled, ///< too few labelled segments: `kFewestLabelled`, of new segments `kFewestDrawn`
    Categories, ///< two categories are needed, each with `kFewestOfCategory` segments
    Seconds, ///< too little time was rated, or looked through: `kFewestSeconds`, `kFewestDrawnSeconds`
    Open ///< everything has a label
};
inline constexpr std::size_t kFewestLabelled = 8;
inline constexpr std::size_t kFewestDrawn = 5;
inline constexpr std::size_t kFewestOfCategory = 3;
inline constexpr double kFewestSeconds = 10.0; ///< of a rating
inline constexpr double kFewestDrawnSeconds = 5.0;

struct Completion {
    CompletionLack lack = CompletionLack::Nothing;
    std::vector<Suggestion> suggestions; ///< by start
    std::vector<CheckedAnswer> checks;
    double found = 1.0; ///< of new segments: the share of a person's that were found out of their block

    friend bool operator==(const Completion&, const Completion&) = default;
};

/// A share with its 95 % interval.
struct RightShare {
    double share = 0.0;
    Interval likely{0.0, 1.0};
    std::size_t count = 0; ///< the number of which `share` is the share; 0: unknown
};

/// How many of the checked answers with at least this confidence were right.
RightShare rightAbove(std::span<const CheckedAnswer> checks, double threshold);

/// Checked answers above a threshold: fewer do not tell how often answers there are right.
inline constexpr std::size_t kFewestAbove = 10;

/// The least confidence, in steps of 0.01, above which at least this share of the checked answers was right.
/// Only thresholds with `kFewestAbove` checked answers above them count.
/// @return 1: there is none
double thresholdFor(std::span<const CheckedAnswer> checks, double share);

}
