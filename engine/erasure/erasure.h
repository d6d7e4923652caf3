#pragma once

#include "engine/erasure/erasure_plan.h"

#include <filesystem>

namespace engine {

struct ErasureReport {
    std::vector<ErasureRow> done; ///< all rows of the plan
    std::vector<ErasureRow> left; ///< what was found afterwards and could have been erased; none: all is gone
    std::filesystem::path record; ///< `erasure-DATE.json` beside the project
};

/// Erases a person: does what the plan says, and looks again. Where it is interrupted the same call goes on with what is left.
///
/// The record lists paths, actions and SHA-256 before and after, and a salted hash instead of the name.
///
/// @param date  `2026-11-29`, for the record's name
/// @throws IoError (`in_use` where a window holds the project), Error, Cancelled.
ErasureReport erasePerson(const ErasurePlaces& places, const std::string& person, const std::string& date, const OpenedSequences& dataset,
                          const RunContext& run);

}
