#pragma once

#include "app/faces/faces.h"
#include "engine/media/media_info.h"
#include "widgets/player/face_overlay.h"

namespace app {

/// A sight as parts of the picture, without name and colour.
/// @param pixels  of the video, for each one of the sight's coordinates
widgets::ShownFace shownFace(const Faces::Seen& seen, double pixels, const engine::MediaInfo& info);

}
