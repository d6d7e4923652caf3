#pragma once

#include "engine/annotation/formats/format.h"

namespace engine {

/// Transcripts of whisperX and whisper (JSON), only read.
const Format& whisperXFormat();

}
