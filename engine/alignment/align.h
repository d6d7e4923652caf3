#pragma once

#include "engine/alignment/collapse.h"
#include "engine/core/run_context.h"
#include "engine/sequences/computational_sequence.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What to align to, and how rows become one. What the panel edits, the command line fills and the recipe
/// stores.
struct AlignStep {
    std::string reference; ///< key of the sequence whose intervals the others are aligned to
    std::map<std::string, std::vector<CollapseFunction>>
        collapse; ///< by sequence; `*` for the rest; none: keep all rows

    /// The functions for this sequence; empty when its rows are kept.
    const std::vector<CollapseFunction>& functionsFor(const std::string& key) const;
    friend bool operator==(const AlignStep&, const AlignStep&) = default;
};

/// The rows of `source` that fall into each reference interval, collapsed when functions are given.
///
/// @param reference  T intervals, in stored order (never sorted).
/// @param source     rows sorted by start.
/// @return           T entries; an interval that is shorter than `kTouching`, or receives nothing, is absent.
/// @throws ShapeError `collapse_failed`, `dimension_mismatch`.
std::vector<std::optional<Entry>> alignOnto(const IntervalArray& reference, const Entry& source,
                                            const std::vector<CollapseFunction>& functions);

/// All rows of one video in a sequence: its entry, or its segments `v[k]` in id order, stably sorted by
/// start.
Entry pooledEntry(const ComputationalSequence& sequence, const std::vector<std::string>& entryIds);

/// Aligns every sequence to the reference (the reference too: each of its rows becomes an entry `v[k]`).
///
/// First removes the videos that not every sequence has. Row k of the reference gives the id `v[k]`, whether
/// or not row k - 1 gave one. Exact as the CMU-MultimodalSDK (mmdatasdk) 1.2.0.
/// @throws FormatError `unknown_reference`, `reference_already_aligned`; ShapeError as alignOnto; Cancelled.
Dataset align(Dataset dataset, const AlignStep& step, const RunContext& run = {});

}
