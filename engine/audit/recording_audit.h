#pragma once

#include "engine/alignment/audit.h"
#include "engine/faces/face_tracks.h"
#include "engine/media/peak_pyramid.h"

#include <optional>

/// What the window's audit and the command `audit` find in one recording.
namespace engine {

/// The findings of audit(), drift of the words among them where there is sound.
/// @param input  its `sound` is made of the peaks here @param peaks  null: there is no sound
std::vector<AuditFinding> auditRecording(AuditInput input, const PeakPyramid* peaks);

/// By how much the sound comes after the picture (soundOffset()), also where that cannot be measured. Absent
/// for less than 10 s of sound without a clear answer: too short to say is no fault of the recording.
std::optional<AuditFinding> soundOffsetFinding(const FaceTracks& faces, const PeakPyramid& peaks);

}
