#pragma once

#include "engine/core/run_context.h"
#include "engine/core/terminal_text.h"
#include "engine/sequences/csd_file.h"
#include "engine/worker/probe.h"

#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

namespace engine::cli {

/// The file, opened after a child process has walked it. @throws as CsdFile and Prober.
std::shared_ptr<const CsdFile> openProbed(const std::filesystem::path& path, Prober& prober);

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
    fmt::print(to, "{}", terminalLines(fmt::vformat(format, fmt::make_format_args(shown(args)...))));
}

/// Shows progress on stderr, on one line, only when stderr is a terminal.
RunContext progressOnTerminal(const std::string& what);

}
