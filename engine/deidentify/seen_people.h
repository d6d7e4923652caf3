#pragma once

#include "engine/annotation/annotation.h"
#include "engine/dataset_opening/opened_sequences.h"
#include "engine/faces/face_tracks.h"
#include "engine/features/face/landmark_model.h"
#include "engine/media/media_file.h"

#include <functional>
#include <optional>
#include <set>

namespace engine {

/// Who is seen in a recording, and who of them stays as they are.
struct SeenPeople {
    FaceTracks tracks;
    std::set<std::size_t> kept; ///< ids of people
    bool isEverybodyKept() const; ///< also where nobody is seen
};

/// From the dataset's landmarks of faces, with what the project says of them; else sought in the pictures. Names belong to the
/// landmarks: where faces are sought anew nobody knows who is who, so that nobody stays.
/// @param stays  whether the person of this name does
/// @param model  is read when it is first needed
/// @throws Error, Cancelled.
SeenPeople seenPeople(const Annotation& annotation, const OpenedSequences& dataset, const std::string& video, const MediaFile& media,
                      const std::function<bool(const std::string& name)>& stays, std::optional<LandmarkModel>& model,
                      const RunContext& run);

}
