#pragma once

#include "engine/dataset_opening/opened_sequences.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/snapshot/project_edits.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A sequence of a project that is in no file as the project has it.
struct DerivedSequence {
    std::string group; ///< `labels`, `tiers`, or as the dataset has it
    std::string key;
    std::vector<std::filesystem::path> replaced; ///< files of the dataset in whose place it stands; none: new
    std::string hash; ///< 16 hexadecimal digits, of all that it is made from; the same hash has the same rows
    /// @throws FormatError (`data_invalid`), Cancelled.
    std::function<ComputationalSequence(const RunContext&)> make;
};

/// All of them, in the order of the dataset, then the new ones. They refer to all three arguments.
/// @param edits  of the annotation
/// @throws FormatError (`data_invalid`)
std::vector<DerivedSequence> derivedSequences(const OpenedSequences& dataset, const Annotation& annotation,
                                              const ProjectEdits& edits);

/// A sequence in memory, by what it holds.
DerivedSequence heldSequence(std::string group, std::string key, ComputationalSequence sequence);

}
