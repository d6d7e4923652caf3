#pragma once

#include "engine/annotation/formats/format.h"

namespace engine {

/// NIST's rich transcription (`.rttm`): who speaks when, a tier per speaker.
const Format& rttmFormat();

}
