#pragma once

#include "engine/dataset_opening/opened_sequences.h"
#include "engine/faces/face_tracks.h"
#include "engine/project_items/face_items.h"
#include "engine/project_items/sequence_offsets.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/timed_features.h"

namespace engine {

/// Whether the dataset has landmarks of faces, of whichever videos.
bool holdsLandmarks(const OpenedSequences& dataset);

/// The sequence that holds the landmarks of this video's faces, as polylogue-extract writes it; null: none.
/// @throws Error where it cannot be read.
const OpenedSequence* landmarksOf(const OpenedSequences& dataset, const std::string& video);

/// Who is seen where in a video, with what the project says of it; read piece by piece. Nobody where the
/// dataset holds no landmarks.
/// @throws Error, Cancelled.
FaceTracks readFaces(const OpenedSequences& dataset, const std::string& video,
                     const FaceCorrections& corrections, const SequenceOffsets& offsets,
                     const RunContext& run);

/// Whether a sequence holds the measures of one person a video, as polylogue-extract writes it.
bool holdsFaceMeasures(const OpenedSequence& sequence);

/// The measures of whoever the project says, where its corrections change what the file has. Absent: the file
/// counts. @throws Error, Cancelled.
std::optional<TimedFeatures> correctedMeasures(const OpenedSequences& dataset, const std::string& video,
                                               const FaceCorrections& corrections,
                                               const SequenceOffsets& offsets, const RunContext& run);

/// The sequence of measures with those of whom the project says, by video, at the times of its file; entries
/// of other videos stay in their file.
/// @param offsets  times of corrections are the timeline's
/// @throws Error, Cancelled.
ComputationalSequence withFaces(const OpenedSequences& dataset, const OpenedSequence& measures,
                                const ProjectFaces& faces, const ProjectOffsets& offsets,
                                const RunContext& run = {});

}
