#pragma once

#include "engine/core/stopwatch.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace bench {

/// Prints one row of `scripts/bench`, tab-separated: name, measured, unit, budget, reference, ok.
///
/// @param budget     the most that is allowed (DESIGN.md's table); the row is ok up to it.
/// @param reference  what a prototype reached on the machine that the budget was set on.
inline bool printRow(const std::string& name, double measured, const char* unit, double budget,
                     double reference)
{
    const bool ok = measured <= budget;
    std::printf("%s\t%.3g\t%s\t%g\t%g\t%s\n", name.c_str(), measured, unit, budget, reference,
                ok ? "yes" : "no");
    std::fflush(stdout);
    return ok;
}

/// The value below which this part of the measurements lies. @param part  0…1
inline double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values.at(
        std::min(values.size() - 1, static_cast<std::size_t>(part * static_cast<double>(values.size()))));
}

using engine::Stopwatch;

}
