#pragma once

#include "engine/annotation/formats/format.h"

namespace engine {

/// Transcripts aligned by gentle (JSON), only read.
const Format& gentleFormat();

}
