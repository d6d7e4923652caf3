#pragma once

#include "engine/suspects/label_scale.h"
#include "engine/suspects/suspect_kind.h"

#include <array>
#include <functional>
#include <span>
#include <vector>

namespace engine {

/// How likely each kind of error is of each segment; `none` is what is left.
using KindShares = std::array<double, kSuspectKinds>;

/// Kinds that concern a label alone.
inline constexpr std::array kOwnKinds{SuspectKind::Flip, SuspectKind::OffByTwo, SuspectKind::Uniform};

/// How well each mistake explains each of N labels: logarithms, those of mistakes relative to none.
struct LabelLikelihoods {
    std::vector<double> right; ///< N: of the label, where it is as it should be
    std::vector<KindShares>
        own; ///< N: of each of kOwnKinds; kImpossible where the mistake makes no such label
    /// Of the label of one segment (the first place) where another one is spoken (the second); relative to
    /// none.
    std::function<double(std::size_t, std::size_t)> elsewhere;
    std::vector<double> chance; ///< N, 0…1: how likely a label from elsewhere is right by chance
};

inline constexpr double kImpossible = -80.0;

/// Labels on a scale: what is expected with a deviation that all share, in Student's t with ten degrees of
/// freedom, since labels without mistakes are sometimes far from what is expected. Another value is a whole
/// one more often, as far as the labels say so that do not lie on the scale's ends.
/// @param labels, expected  N; they outlive the result
/// @throws ShapeError (`row_mismatch`) for other sizes.
LabelLikelihoods scaleLikelihoods(std::span<const double> labels, std::span<const double> expected,
                                  double deviation, const LabelScale& scale);

/// Labels that are one of K classes. Of two classes the other one is a flip, of more it is another value.
/// @param labels   N, below K
/// @param chances  N × K; they outlive the result
/// @throws ShapeError (`row_mismatch`) for other sizes, and for a label that is not below K.
LabelLikelihoods classLikelihoods(std::span<const std::size_t> labels, std::span<const double> chances,
                                  std::size_t classes);

}
