#pragma once

#include <string>

/// Texts as words of a command that somebody, or a script, gives to a shell.
namespace engine {

/// The text as one word of a POSIX shell, always in quotes.
std::string shellQuoted(const std::string& text);

/// The same, with quotes only where the shell would read the text otherwise.
std::string shellWord(const std::string& text);

}
