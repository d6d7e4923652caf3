#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>

namespace engine {

/// An answer of one rater, in the order of answering.
struct DatedAnswer {
    std::optional<double> value;
    std::optional<double> others; ///< mean of what the other raters said of the same unit
    double seconds = 0.0; ///< that it took
};

/// One quarter of a rater's answers.
struct DriftQuarter {
    std::size_t answers = 0;
    std::optional<double> seconds; ///< mean per answer; absent without answers
    std::size_t rated = 0; ///< answers with a value
    std::optional<double> mean; ///< of the values
    std::size_t compared = 0; ///< answers with a value that others gave one for, too
    std::optional<double> difference; ///< mean of value minus the others' mean
};

/// How a rater's answers change over time: N answers in the order of answering, cut into four; answer i,
/// counted from 0, lies in quarter ⌊4i / N⌋. So quarters differ by one answer at most, and some of them are
/// empty with fewer than four.
std::array<DriftQuarter, 4> driftOverQuarters(std::span<const DatedAnswer> answers);

}
