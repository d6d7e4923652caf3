#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/conflict.h"

namespace engine {

struct Merged {
    Change change; ///< of mine; Annotation::apply() never refuses it
    std::vector<Conflict> conflicts; ///< by video, tier and time
    std::size_t added = 0; ///< segments that theirs adds to mine
    std::size_t changed = 0;
    std::size_t removed = 0;
    std::size_t settled = 0; ///< conflicts that were done as was chosen
};

/// Merges the edits that somebody else made in a copy of the project into mine.
///
/// When the state from which both come is known, a field that only one side changed takes the changed value.
/// A field that both changed keeps the value of mine and is a conflict. A segment that one side removed and
/// the other changed stays and is a conflict too. A label is one field together with its annotator. When that
/// state is unknown, nothing is removed, and segments that only one side has are kept. New segments of theirs
/// get new numbers when mine has used their numbers for other segments; new tiers of the same video and name
/// become one tier. In such a tier, segments with the same row of its source, else with the same times,
/// become one segment; a value that was read from the source gives way to a value that a person gave.
///
/// An edit that would break a constraint in mine, such as two segments at one time in a tier without
/// overlaps, is left out and becomes a conflict with the reason. Edits of theirs that are connected in time
/// or by parents are applied together when possible, else one by one. Locks are ignored.
///
/// @param base     the state that both come from; null: unknown
/// @param choices  what a person said of the conflicts that a merge of the same three without choices told.
///                 What was chosen is done as far as it fits, and is no conflict any more. Taking theirs
///                 where it does not fit removes what is in its way. With both, labels of two annotators
///                 become answers in their layers, while the label of mine stays, and comments are joined.
Merged mergeProjects(const Annotation* base, const Annotation& mine, const Annotation& theirs,
                     const ConflictChoices& choices = {});

}
