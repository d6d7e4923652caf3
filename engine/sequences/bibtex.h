#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engine {

/// One entry of a BibTeX file.
struct BibEntry {
    std::string type; ///< lower case: `article`
    std::string key;
    std::vector<std::pair<std::string, std::string>> fields; ///< values with their braces or quotes

    /// The entry as text, a field per line.
    std::string text() const;
    friend bool operator==(const BibEntry&, const BibEntry&) = default;
};

/// The entries of a text, in order; runs of spaces within values become one space. Absent when the text holds
/// anything but whole entries: then it is not BibTeX.
std::optional<std::vector<BibEntry>> parseBibtex(std::string_view text);

/// The text as a braced value: its braces are made to match, and runs of spaces become one space.
std::string bracedValue(std::string_view text);

}
