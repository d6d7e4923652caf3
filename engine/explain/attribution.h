#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/core/segment_input.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// How much each step of each modality counts for a prediction, by which reasoning.
enum class AttributionMethod {
    Occlusion, ///< f(x) − f(x without the step)
    Gradient, ///< gradient × input: ∂f/∂x · (x − baseline), summed over the columns (Shrikumar et al. 2016)
    Integrated, ///< integrated gradients (Sundararajan et al. 2017), by the midpoint rule
};

inline constexpr std::array allAttributionMethods{AttributionMethod::Occlusion, AttributionMethod::Gradient,
                                                  AttributionMethod::Integrated};

/// `occlusion`, `gradient`, `ig`.
std::string_view name(AttributionMethod method);

/// @throws FormatError (code `bad_option`) listing the names.
AttributionMethod attributionMethodFromName(const std::string& name);

/// Steps of one modality.
struct StepSpan {
    Modality modality = Modality::Text;
    std::size_t first = 0;
    std::size_t last = 0; ///< behind the last of them

    friend bool operator==(const StepSpan&, const StepSpan&) = default;
};

/// One segment's prediction, distributed over what the model was given.
struct Attribution {
    AttributionMethod method = AttributionMethod::Occlusion;
    std::array<FeatureMatrix, allModalities.size()> values; ///< T × O, in the order of `allModalities`
    /// Of Integrated, per output: |Σ − (f(x) − f(baseline))|, as a share of |f(x) − f(baseline)|, which
    /// counts as 1 % of the output's range at least.
    std::vector<double> completenessErrors{};
    std::size_t steps = 0; ///< of the integral

    friend bool operator==(const Attribution&, const Attribution&) = default;
};

/// What a word and a span of another modality do together: f(x) − f(without the word) − f(without the span)
/// + f(without both).
struct PairEffect {
    StepSpan word;
    StepSpan span;
    std::vector<double> values; ///< O

    friend bool operator==(const PairEffect&, const PairEffect&) = default;
};

/// Whether an order of spans finds what the model looks at: how far the prediction stays from that of nothing
/// while spans are taken away or put back in that order, against random orders.
struct Faithfulness {
    std::vector<double> deletion; ///< |f − f(∅)| after 0, 1, …, S spans are absent, the highest-ranked first
    std::vector<double> insertion; ///< |f − f(∅)| after 0, 1, …, S spans are present again, from all absent
    std::vector<double> randomDeletion; ///< the mean of the random orders
    std::vector<double> randomInsertion;
    /// Area under insertion minus area under deletion, minus the mean of the same over random orders.
    double advantage = 0.0;
    double deviation = 0.0; ///< of the random orders' areas
    std::size_t betterOrders = 0; ///< random orders that do better by more than a fiftieth of |f − f(∅)|

    /// `advantage` in deviations; 0 where random orders do not differ.
    double sigmas() const { return deviation > 0.0 ? advantage / deviation : 0.0; }
    /// More than two deviations above chance, or no random order does better: where one step alone decides,
    /// random orders spread so far that no order is more than 1.7 deviations above them.
    bool isBetterThanChance() const
    {
        return sigmas() > kChanceSigmas || (deviation > 0.0 && advantage > 0.0 && betterOrders == 0);
    }
    /// From how many spans on deletion leaves less than half of |f − f(∅)|, and stays there; S if never.
    std::size_t spansToHalf() const;

    static constexpr double kChanceSigmas = 2.0;

    friend bool operator==(const Faithfulness&, const Faithfulness&) = default;
};

/// The area under a curve over a share from 0 to 1, by the trapezoidal rule.
double areaUnder(const std::vector<double>& curve);

}
