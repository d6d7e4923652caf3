#pragma once

#include "engine/annotation/annotation.h"

namespace engine {

/// Something of theirs that is not in the merged project as they have it.
struct Conflict {
    std::string video; ///< empty: of the project as a whole
    std::string tier;
    std::string where; ///< `12.300 s to 12.800 s`; empty: the tier itself
    std::string what; ///< `text`, `sentiment`, `times`, … or a sentence that says why it does not fit
    std::string mine;
    std::string theirs;
    SegmentId segment = 0; ///< in mine; 0: it is not there
    friend bool operator==(const Conflict&, const Conflict&) = default;
};

struct Merged {
    Change change; ///< of mine; Annotation::apply() never refuses it
    std::vector<Conflict> conflicts; ///< by video, tier and time
    std::size_t added = 0; ///< segments that theirs adds to mine
    std::size_t changed = 0;
    std::size_t removed = 0;
};

/// Brings what somebody else did in a copy of the project into mine.
///
/// With the state that both come from, a field that only one of them changed is as that one has it; what both
/// changed stays as in mine and is a conflict, and so is what one removed and the other changed, which stays.
/// A label with who gave it is one field. Without that state nothing is removed, and what only one of them
/// has is kept. New segments of theirs get new numbers where mine has used theirs for something else; new
/// tiers of the same video and name are one tier. In such a tier, segments of one row of its source, else of
/// the same times, are one segment; a value that was read from the source yields to one that a person gave.
///
/// What would break a constraint in mine, such as two segments at one time in a tier without overlaps, is
/// left out and is a conflict with the reason. Edits of theirs that hang together in time or by parents go in
/// together where they can, else one by one. Locks do not matter.
///
/// @param base  the state that both come from; null: unknown
Merged mergeProjects(const Annotation* base, const Annotation& mine, const Annotation& theirs);

/// The conflicts as a table in CSV (RFC 4180, UTF-8), with a line of headings.
std::string conflictReport(const Merged& merged);

}
