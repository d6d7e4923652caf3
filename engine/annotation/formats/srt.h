#pragma once

#include "engine/annotation/formats/format.h"

namespace engine {

/// SubRip subtitles (`.srt`). Texts are kept as they stand, markup too.
const Format& srtFormat();

}
