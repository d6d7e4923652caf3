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

/// The entries of a text, in order, spaces within values made one. Absent when the text is anything but whole
/// entries: then it is no BibTeX.
std::optional<std::vector<BibEntry>> parseBibtex(std::string_view text);

/// The text as a braced value: braces in pairs, spaces made one.
std::string bracedValue(std::string_view text);

}
