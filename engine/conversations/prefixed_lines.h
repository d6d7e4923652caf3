#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A line of a transcript that may begin with a time and a name: `(0:12) Ada: Well, there we are.`
struct PrefixedLine {
    std::optional<std::string> name; ///< absent: the line continues the turn before
    std::string text;
    std::optional<double> start; ///< seconds

    friend bool operator==(const PrefixedLine&, const PrefixedLine&) = default;
};

/// The lines that are not empty. A name begins with a letter, has at most 31 letters, digits, blanks and
/// ._'-, and a colon and a blank behind it. @param text  UTF-8
std::vector<PrefixedLine> prefixedLines(std::string_view text);

/// Whether the names are speakers rather than words that happen to have a colon: two different ones each come
/// twice, or all are known.
bool haveSpeakers(const std::vector<PrefixedLine>& lines, const std::vector<std::string>& known = {});

}
