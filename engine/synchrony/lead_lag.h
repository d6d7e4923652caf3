#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace engine {

inline constexpr std::size_t kLargestLeadOrder = 10;

/// Whether one series' past helps to predict another beyond the other's own past. It is never told as a
/// cause.
struct LeadLag {
    std::size_t order = 0; ///< how many samples of the past are used
    double f = 0.0; ///< F statistic
    std::size_t freedom = 0; ///< second degrees of freedom of F; the first are the order
    double chance = 1.0; ///< p
    double gain = 0.0; ///< ln(rest without / rest with the first series)
};

/// Granger's test (Econometrica 1969): the second series by its own past and 1, against also the past of the
/// first. The order is the one of 1 … 10 with the smallest BIC, all on the same samples.
/// @param order  absent: chosen @return none where the series are too short, one has a missing sample, or a
/// fit leaves nothing over
/// @throws ShapeError (`row_mismatch`) for series of different lengths.
std::optional<LeadLag> leadLagOf(std::span<const double> first, std::span<const double> second,
                                 std::optional<std::size_t> order = std::nullopt);

}
