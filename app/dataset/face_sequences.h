#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/document/face_items.h"
#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/timed_features.h"

namespace app {

/// Whether the dataset has landmarks of faces, of whichever videos.
bool holdsLandmarks(const OpenDataset& dataset);

/// The sequence that holds the landmarks of this video's faces, as polylogue-extract writes it; null: none.
/// @throws engine::Error where it cannot be read.
const OpenDataset::Sequence* landmarksOf(const OpenDataset& dataset, const std::string& video);

/// Who is seen where in a video, with what the project says of it; read piece by piece. Nobody where the
/// dataset holds no landmarks.
/// @throws engine::Error, Cancelled.
engine::FaceTracks readFaces(const OpenDataset& dataset, const std::string& video,
                             const engine::FaceCorrections& corrections, const SequenceOffsets& offsets,
                             const engine::RunContext& run);

/// Whether a sequence holds the measures of one person a video, as polylogue-extract writes it.
bool holdsFaceMeasures(const OpenDataset::Sequence& sequence);

/// The measures of whoever the project says, where its corrections change what the file has. Absent: the file
/// counts. @throws engine::Error, Cancelled.
std::optional<engine::TimedFeatures> correctedMeasures(const OpenDataset& dataset, const std::string& video,
                                                       const engine::FaceCorrections& corrections,
                                                       const SequenceOffsets& offsets,
                                                       const engine::RunContext& run);

/// The sequence of measures with those of whom the project says, by video, at the times of its file; entries
/// of other videos stay in their file.
/// @param offsets  times of corrections are the timeline's
/// @throws engine::Error, Cancelled.
engine::ComputationalSequence withFaces(const OpenDataset& dataset, const OpenDataset::Sequence& measures,
                                        const ProjectFaces& faces, const ProjectOffsets& offsets,
                                        const engine::RunContext& run = {});

}
