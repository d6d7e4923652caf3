#pragma once

#include "engine/media/media_file.h"

#include <optional>

namespace engine {

/// Where picture and sound end although the header promises more, in seconds.
struct CutShort {
    double at = 0.0;
    double promised = 0.0;
};

/// Whether a file is not whole: it lacks the end of its data. All packets of such a file are read, and
/// nothing of one that is whole but its header. Absent: it is whole, or lacks less than a quarter of a
/// second.
/// @throws IoError (`file_not_found`, `not_media`, `io`).
std::optional<CutShort> cutShort(const MediaFile& file);

}
