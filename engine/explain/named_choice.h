#pragma once

#include "engine/core/error.h"

#include <algorithm>
#include <string>
#include <vector>

namespace engine {

/// The name() of each. @param all  an array of an enumeration
template <typename Choices>
std::vector<std::string> namesOf(const Choices& all)
{
    std::vector<std::string> names;
    for (const auto choice : all)
        names.emplace_back(name(choice));
    return names;
}

/// The one of `all` whose name() is `wanted`.
/// @param option  what is chosen by it, for the message
/// @throws FormatError (code `bad_option`) listing the names.
template <typename Choices>
auto choiceOf(const Choices& all, const std::string& wanted, const std::string& option)
{
    const auto found = std::ranges::find_if(all, [&](auto choice) { return name(choice) == wanted; });
    if (found != all.end())
        return *found;
    std::string names;
    for (const std::string& one : namesOf(all))
        names += (names.empty() ? "" : ", ") + one;
    throw FormatError("bad_option", option, '"' + wanted + "\" is none of " + names);
}

}
