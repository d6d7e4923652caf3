#pragma once

#include "app/suspects/changed_labels.h"
#include "app/suspects/suspect_verdicts.h"
#include "engine/suspects/suspects.h"

#include <array>
#include <cstddef>
#include <vector>

namespace app {

/// Kinds of errors that are shown together.
enum class SuspectGroup { All, Label, Time, Modality, Rater };
inline constexpr std::size_t kSuspectGroups = 5;

SuspectGroup groupOf(engine::SuspectKind kind);

/// In which order they stand; Looked: those alone of which something was said, to change one's mind.
enum class SuspectOrder { Suspicion, Videos, Looked };

/// What of all that was found is offered to a person.
struct SuspectList {
    std::vector<std::size_t> shown; ///< places in Suspects::segments: of the group, in order; but for
                                    ///< SuspectOrder::Looked not looked at yet
    std::array<int, kSuspectGroups> left{}; ///< not looked at yet, of each group
    int offered = 0; ///< of all groups, looked at or not
    std::array<int, kVerdictCount> verdicts{}; ///< what was said in this project, of any search
    int lookedAt = 0; ///< of those that are offered
    int changed = 0; ///< would be offered, but their label is another since the search

    int looked() const; ///< in this project
    int wrong() const; ///< of those: accepted or corrected
};

/// Offered is what is rather wrong than not, and the first ten anyway. A segment of which something was said
/// counts as looked at as long as its label is the one that was searched, or for ever. Nothing is known of a
/// label that was changed since the search: its segment is offered for what its data say, not for its label.
SuspectList suspectList(const engine::Suspects& suspects,
                        const std::map<std::string, SuspectVerdict>& verdicts, const ChangedLabels& changed,
                        SuspectGroup group, SuspectOrder order);

}
