#pragma once

#include "engine/annotation/project/packed_change.h"

#include <cstdint>
#include <string>
#include <vector>

namespace engine {

/// One step that can be undone, as a project keeps it.
struct HistoryStep {
    std::string name; ///< for people: `move word 3`
    PackedChange change; ///< what the step did
    /// The tiers that became part of the project by it, as their files have them; undo takes them out again.
    PackedChange tiers;
};

/// The steps that a project has kept.
struct History {
    std::uint64_t first = 0; ///< number of the first step; the numbers go on from session to session
    std::vector<HistoryStep> steps;
    std::size_t position = 0; ///< how many of `steps` are done; those behind were undone
    /// Steps were left behind, since this file is a copy or an earlier version of another project, or since
    /// they could not be read.
    bool isCut = false;
};

/// What a history has become: steps from `from` on give way to `steps`.
struct HistoryChange {
    std::uint64_t from = 0;
    std::vector<HistoryStep> steps;
    std::uint64_t position = 0; ///< number of the first step that is not done

    /// One change that does this one and then `next`.
    HistoryChange followedBy(HistoryChange next) const;
};

}
