#pragma once

#include <string>

namespace engine {

/// One problem of a file that could be read all the same, with its place.
struct Finding {
    enum class Severity {
        Note, ///< usual, and worth knowing
        Warning,
        Invalid
    };

    Severity severity = Severity::Warning;
    std::string code; ///< stable, for machines: `row_mismatch`
    std::string place; ///< file, then id: `words.csd: video_07`
    std::string message; ///< a sentence for people
    std::string id = {}; ///< the entry with the problem; empty when it is the whole file's

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// `note`, `warning`, `invalid`.
inline const char* name(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Note:
        return "note";
    case Finding::Severity::Warning:
        return "warning";
    case Finding::Severity::Invalid:
        break;
    }
    return "invalid";
}

}
