#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// Transcripts aligned by gentle (JSON), only read.
const Format& gentleFormat();

}
