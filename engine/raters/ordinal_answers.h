#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

/// The ordered probit with raters: a unit lies at t ~ N(0, 1), and a rater of bias b, scale s and noise n
/// says at least step k with the chance Φ((s t + b − c_k) / n), with thresholds c that all raters share
/// (ordinal crowd models of this kind: Lakshminarayanan & Teh, arXiv 1305.0015, 2013). t is kept as chances
/// of 81 places.
namespace engine {

constexpr std::size_t kPlaces = 81; ///< of t, evenly from −4 to 4
using AtPlaces = std::array<double, kPlaces>;

/// The places themselves, ascending.
const AtPlaces& places();

/// N(0, 1) at the places; sums to 1.
const AtPlaces& placePrior();

/// How one rater uses the steps; in units of t.
struct OrdinalRater {
    double bias = 0.0; ///< above 0: higher answers than others give
    double scale = 1.0; ///< 0.5: half of the scale is used; below 0: the scale is read in reverse
    double noise = 0.6; ///< deviation

    friend bool operator==(const OrdinalRater&, const OrdinalRater&) = default;
};

/// The share of slips: every answer's chance is (1 − kSlips) · the model's + kSlips / K.
constexpr double kSlips = 1e-4;

/// The chance of each answer at each place: K × 81.
///
/// @param thresholds  K − 1, ascending
std::vector<AtPlaces> answerChances(std::span<const double> thresholds, const OrdinalRater& rater);

/// Φ(z), the part of N(0, 1) below z.
double normalBelow(double z);

/// The z below which this part of N(0, 1) lies. @param part  strictly between 0 and 1
double normalQuantile(double part);

}
