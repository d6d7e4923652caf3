#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/change.h"
#include "engine/faces/face_corrections.h"

#include <map>
#include <string>

/// What people say of the faces of a video: who is the same, what they are called, who speaks. A project
/// keeps it as items; the sequences of faces are never written to.
namespace engine {

inline constexpr auto kFaceItems = "faces";

/// What the project says of this video's faces; an item that cannot be read counts as none.
FaceCorrections faceCorrections(const Annotation& annotation, const std::string& video);

/// The videos whose tracks or measures are others than in their files.
using ProjectFaces = std::map<std::string, FaceCorrections>;
ProjectFaces projectFaces(const Annotation& annotation);

Change putFaceCorrections(const Annotation& annotation, const std::string& video,
                          const FaceCorrections& corrections);

}
