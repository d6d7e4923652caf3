#pragma once

#include "engine/core/terminal_text.h"

#include <cstdio>
#include <fmt/format.h>
#include <string_view>
#include <type_traits>

namespace engine::cli {

/// A text without characters that could harm a terminal; any other value as it is.
template <typename T>
decltype(auto) shown(const T& value)
{
    if constexpr (std::is_convertible_v<const T&, std::string_view>)
        return terminalText(value);
    else
        return (value);
}

/// Prints for people: texts from files come through terminalText().
template <typename... Args>
void say(std::FILE* to, fmt::string_view format, const Args&... args)
{
    const auto filled = [&](const auto&... values) { // which newer fmt takes by name only
        return fmt::vformat(format, fmt::make_format_args(values...));
    };
    fmt::print(to, "{}", terminalLines(filled(shown(args)...)));
}

}
