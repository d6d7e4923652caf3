#pragma once

namespace engine {

/// The reliability of the mean of k ratings when that of one is r: k r / (1 + (k − 1) r) (Spearman 1910,
/// Brown 1910). The formula knows no shared biases and no rounding, which make real means less reliable.
///
/// @param one    r of one rating, above −1 / (k − 1)
/// @param count  k ≥ 1
constexpr double spearmanBrown(double one, double count)
{
    return count * one / (1.0 + (count - 1.0) * one);
}

}
