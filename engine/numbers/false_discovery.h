#pragma once

#include <optional>
#include <span>
#include <vector>

namespace engine {

/// Benjamini & Hochberg (1995): which of these chances stay below `rate` when all of them are looked at;
/// absent ones are none.
std::vector<bool> beyondChance(std::span<const std::optional<double>> chances, double rate = 0.05);

/// Of each chance the smallest rate of false discoveries at which the chance counts (Benjamini & Hochberg
/// 1995): q.
std::vector<double> discoveryRates(std::span<const double> chances);

}
