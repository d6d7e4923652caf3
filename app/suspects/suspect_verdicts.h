#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>

/// What people said of suspicious labels. A project keeps it as items, so that a segment that was looked at
/// is not offered again as long as its label is the same.
namespace app {

inline constexpr auto kSuspectItems = "suspect"; ///< items of what was said, by the segments' ids

enum class Verdict {
    Accepted, ///< the expected value became the label, or a boundary was moved to where it seemed to belong
    Kept, ///< the label is right
    Dismissed, ///< something else is wrong than the label
    Never, ///< is not to be offered again, whatever is found
    Corrected, ///< another value than the expected one became the label
};

inline constexpr std::size_t kVerdictCount = 5;

struct SuspectVerdict {
    Verdict verdict = Verdict::Kept;
    double label = 0.0; ///< the label that it is about

    friend bool operator==(const SuspectVerdict&, const SuspectVerdict&) = default;
};

/// By the ids of segments, `video[k]`; items that cannot be read count as none.
std::map<std::string, SuspectVerdict> suspectVerdicts(const engine::Annotation& annotation);

/// The change that notes one. @param id  of the segment
engine::Change putSuspectVerdict(const engine::Annotation& annotation, const std::string& id,
                                 const SuspectVerdict& verdict);

}
