#pragma once

#include <string>
#include <string_view>

/// Text that is printed for people: names from files must not move the terminal's cursor, or change its
/// colours, its title or its direction of writing.
namespace engine {

/// A name or word on one line: control characters (those of ASCII and C1, line ends too) become `\x1b`, marks
/// that reverse the direction of writing or end a line become `\u202e` and the like. Other bytes stay, UTF-8
/// or not.
std::string terminalText(std::string_view text);

/// The same for a text of several lines: line feeds and tabs stay.
std::string terminalLines(std::string_view text);

}
