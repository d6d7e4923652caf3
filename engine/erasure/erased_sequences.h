#pragma once

#include "engine/core/run_context.h"
#include "engine/erasure/erasure_plan.h"
#include "engine/sequences/computational_sequence.h"

#include <optional>
#include <set>
#include <string>

namespace engine {

/// The ids of a sequence's entries of the person's videos, and of entries whose texts name the person.
struct SequenceOccurrences {
    std::set<std::string> entries; ///< that go
    std::set<std::string> texts; ///< that are written without the name
    bool any() const { return !entries.empty() || !texts.empty(); }
};
/// @throws FormatError where texts cannot be read; Cancelled.
SequenceOccurrences occurrences(const OpenedSequence& sequence, const ErasurePlan& plan, const HiddenNames& names,
                                const RunContext& run);

/// Writes the sequence's file anew without them, with its own metadata and a new hash; as a whole or not at all.
/// @throws IoError, FormatError, Cancelled.
void rewriteSequence(const OpenedSequence& sequence, const SequenceOccurrences& gone, const HiddenNames& names, const RunContext& run);

}
