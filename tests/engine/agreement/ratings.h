#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/agreement/statistic.h"

#include <cstdio>
#include <sstream>

namespace engine::test {

/// A table from text: a line per rater, `.` where there is no rating; raters a, b, c, …
inline RatingTable byRater(const std::vector<const char*>& lines)
{
    std::vector<std::vector<std::string>> cells;
    std::vector<std::string> raters;
    for (const char* line : lines) {
        std::istringstream stream{std::string(line)};
        auto& own = cells.emplace_back();
        for (std::string cell; stream >> cell;)
            own.push_back(cell);
        raters.emplace_back(1, static_cast<char>('a' + raters.size()));
    }
    std::vector<std::string> units;
    for (std::size_t unit = 0; unit < cells.at(0).size(); ++unit)
        units.push_back("u" + std::to_string(unit + 1));
    RatingTable table("sentiment", std::move(units), std::move(raters));
    for (std::size_t rater = 0; rater < cells.size(); ++rater) {
        for (std::size_t unit = 0; unit < cells[rater].size(); ++unit) {
            if (cells[rater].at(unit) != ".")
                table.setValue(unit, rater, std::stod(cells[rater][unit]));
        }
    }
    return table;
}

/// The value with four decimals, as books print it, or `undefined`.
inline std::string printed(const Statistic& statistic, int decimals = 4)
{
    if (!statistic.value)
        return "undefined";
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, *statistic.value);
    return text;
}

inline std::size_t droppedOf(const Statistic& statistic, const std::string& reason)
{
    for (const Dropped& dropped : statistic.dropped) {
        if (dropped.reason == reason)
            return dropped.count;
    }
    return 0;
}

}
