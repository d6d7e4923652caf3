#pragma once

#include "engine/annotation/segment.h"
#include "engine/core/interval.h"

#include <map>
#include <string>
#include <vector>

namespace engine {

/// What two copies of a project say differently.
enum class ConflictKind {
    Label, ///< a label of a segment
    Answer, ///< a value in the layer of an annotator
    Settled, ///< a value of the layer that settles answers
    Remark, ///< comment, flag or confidence
    Text,
    Times,
    Whole, ///< a segment that only one has, or that does not fit
    Tier,
    Other
};

/// Which of the two says counts.
enum class ConflictSide {
    Undecided, ///< what a merge does by itself: mine, and nothing is lost
    Mine,
    Theirs,
    Both
};

/// A part of theirs that the merged project does not have in the same way.
struct Conflict {
    std::string video; ///< empty: the project as a whole
    std::string tier;
    std::string where; ///< `12.300 s to 12.800 s`; empty: the tier itself
    std::string what; ///< `text`, `sentiment`, `times`, … or a sentence that says why it does not fit
    std::string mine;
    std::string theirs;
    SegmentId segment = 0; ///< in mine; 0: mine does not have it
    ConflictKind kind = ConflictKind::Other;
    Interval span = {}; ///< of the segment, in seconds
    Provenance mineBy = {}; ///< who said it and when; empty and 0 where that is not known
    Provenance theirsBy = {};
    bool canBeMine = true; ///< whether this side can be chosen
    bool canBeTheirs = false;
    bool canBeBoth = false;

    /// Whether a person can say that this side counts.
    bool allows(ConflictSide side) const;
    friend bool operator==(const Conflict&, const Conflict&) = default;
};

/// Orders conflicts by what they are about and what the two say.
struct ByPlaceOfConflict {
    bool operator()(const Conflict& one, const Conflict& other) const;
};

/// What was chosen for conflicts. Those that are not there are undecided.
using ConflictChoices = std::map<Conflict, ConflictSide, ByPlaceOfConflict>;

/// The side that was said last. Undecided: when either was said is not known, or both at once.
ConflictSide newestOf(const Conflict& conflict);

/// Conflicts as a table in CSV (RFC 4180, UTF-8), with a line of headings.
std::string conflictTable(const std::vector<Conflict>& conflicts);

}
