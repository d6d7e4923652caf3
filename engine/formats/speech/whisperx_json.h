#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// Transcripts of whisperX and whisper (JSON), only read.
const Format& whisperXFormat();

}
