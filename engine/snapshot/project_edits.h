#pragma once

#include "engine/dataset_opening/opened_sequences.h"
#include "engine/project_items/face_items.h"
#include "engine/project_items/sequence_offsets.h"
#include "engine/snapshot/edited_labels.h"
#include "engine/snapshot/words_view.h"

#include <map>
#include <string>

namespace engine {

/// What a project has in the place of what the files of its dataset hold, by video.
struct ProjectEdits {
    std::map<std::string, WordsView> words;
    std::map<std::string, LabelRows> labels;
    ProjectFaces faces; ///< the person whose measures count
    ProjectOffsets offsets; ///< by how much sequences are moved
};

/// @param annotation  of the project, without tiers that are as their files have them
ProjectEdits projectEdits(const Annotation& annotation);

/// By how much the rows of a sequence are moved. Words and labels that people edited lie where they were put.
VideoOffsets offsetsInFile(const ProjectEdits& edits, const OpenedSequence& sequence);

/// Whether the sequence holds other rows in the project than in its file, beside offsets.
bool hasOtherRows(const ProjectEdits& edits, const OpenedSequence& sequence);

/// The sequence with the project's rows in the place of its file's; offsets are not applied.
/// @throws Error, Cancelled.
ComputationalSequence editedSequence(const OpenedSequences& dataset, const OpenedSequence& sequence,
                                     const ProjectEdits& edits, const RunContext& run = {});

}
