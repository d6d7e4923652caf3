#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// SubRip subtitles (`.srt`). Texts are kept as they stand, markup too.
const Format& srtFormat();

}
