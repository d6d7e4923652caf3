#pragma once

#include "engine/annotation/annotation.h"
#include "engine/core/run_context.h"
#include "engine/dataset_opening/opened_sequences.h"

#include <filesystem>
#include <string>

namespace engine {

/// Writes a recording with others in it anew, in its place: the person's face is masked, and nothing is heard while they
/// speak, as far as the project knows when that is; else nothing at all. Everybody in the picture who has no other name
/// counts as the person.
/// @return the file that took its place; it has another ending where the recording was no mp4
/// @throws IoError, Cancelled; then the recording is as it was.
std::filesystem::path maskPerson(const Annotation& annotation, const OpenedSequences& dataset, const std::string& video,
                                 const std::string& person, const std::filesystem::path& recording, const RunContext& run);

}
