#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace engine::test {

/// Where a result differs from what a recorded case expects: paths with both values. Numbers may be apart by
/// `tolerance`; whole numbers and fractions count as one kind.
inline void findDifferences(const nlohmann::json& expected, const nlohmann::json& found, double tolerance,
                            const std::string& place, std::vector<std::string>& differences)
{
    const auto differ
        = [&] { differences.push_back(place + ": " + expected.dump() + " against " + found.dump()); };
    if (expected.is_number() && found.is_number()) {
        if (!(std::abs(expected.get<double>() - found.get<double>()) <= tolerance))
            differ();
    } else if (expected.type() != found.type()
               || (expected.is_structured() && expected.size() != found.size())) {
        differ();
    } else if (expected.is_object()) {
        for (const auto& [key, value] : expected.items()) {
            if (!found.contains(key))
                differences.push_back(place + "/" + key + ": absent");
            else
                findDifferences(value, found.at(key), tolerance, place + "/" + key, differences);
        }
    } else if (expected.is_array()) {
        for (std::size_t i = 0; i < expected.size(); ++i)
            findDifferences(expected.at(i), found.at(i), tolerance, place + "/" + std::to_string(i),
                            differences);
    } else if (expected != found) {
        differ();
    }
}

}
