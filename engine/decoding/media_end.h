#pragma once

#include "engine/decoding/media_source.h"

namespace engine {

/// Private to engine/decoding: seconds from zero to the end of picture and sound, found by the packets: by those
/// at the end of the file, or by all where the last do not suffice. Files whose header lists every packet
/// (mp4) are not read.
double measuredDuration(MediaSource source);

/// The same by all packets that are there. @throws IoError.
double playedDuration(const MediaFile& file);

}
