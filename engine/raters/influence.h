#pragma once

#include "engine/core/run_context.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// One answer about a unit for which a model made a prediction.
struct ExposedAnswer {
    std::size_t unit = 0;
    double value = 0.0;
    bool isVisible = false; ///< whether the rater saw the prediction before the answer
    double prediction = 0.0; ///< of the unit; that of its first answer counts

    friend bool operator==(const ExposedAnswer&, const ExposedAnswer&) = default;
};

struct InfluenceOptions {
    std::uint32_t seed = 1;
    std::size_t permutations = 2000;
    std::size_t draws = 2000; ///< of units, for the interval of the pull
};

/// What a visible prediction does to answers.
struct Influence {
    std::size_t units = 0; ///< answered both with and without the prediction
    std::size_t dropped = 0; ///< answered in one way only
    std::size_t answersShown = 0; ///< of `units`
    std::size_t answersHidden = 0; ///< of `units`
    std::optional<double>
        closer; ///< by how many steps answers lie nearer to the prediction where it is visible
    std::optional<double> chance; ///< p: that shuffling who saw the prediction gives as much; one-sided
    std::string undefined; ///< why there is neither: a clause; empty otherwise
    std::size_t pullUnits = 0; ///< units with two hidden answers
    /// λ: visible answers are (1 − λ) the rater's own view + λ the prediction.
    std::optional<double> pull;
    std::optional<double> low; ///< percentile 2.5 of λ over units drawn with replacement
    std::optional<double> high; ///< percentile 97.5
    std::string noPull; ///< why there is no λ: a clause; empty otherwise
};

constexpr std::size_t kLeastInfluenceUnits = 10;

/// Measures by how much answers move towards a prediction that raters see.
///
/// `closer` is the mean over units of mean |hidden answer − p| − mean |visible answer − p|; its chance comes
/// from shuffling who saw the prediction within each unit, which is exact when that was drawn. The pull is Σ
/// N / Σ D over units, N the mean over ordered pairs of hidden answers a ≠ b of (p − a)(mean visible − b), D
/// that of (p − a)(p − b): each hidden answer is the instrument of another, so that noise does not meet
/// itself (regressing on p − mean hidden would invent a pull).
///
/// Undefined below kLeastInfluenceUnits units; the pull also where the prediction is what people say anyway.
/// @throws Cancelled.
Influence influenceOf(const std::vector<ExposedAnswer>& answers, const InfluenceOptions& options = {},
                      const RunContext& run = {});

}
