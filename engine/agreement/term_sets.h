#pragma once

#include <set>
#include <string>
#include <vector>

namespace engine {

/// Several terms that were given at once: `happy; surprised`. They are parted by semicolons, commas or `|`.
using TermSet = std::set<std::string>;
TermSet termsIn(const std::string& text);

/// Whether categories are sets of terms: one has several, each of which is also in another.
bool areTermSets(const std::vector<std::string>& categories);

/// MASI: 1 minus the part of all terms that both have, times 1 where both are equal, 2/3 where one holds the
/// other, 1/3 where they share some, 0 where they share none (Passonneau, Measuring Agreement on Set-valued
/// Items, LREC 2006). 0: equal, 1: nothing shared.
double masiDistance(const TermSet& a, const TermSet& b);

}
