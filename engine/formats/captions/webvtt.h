#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// WebVTT captions. Words that have times inside a cue become a tier below the captions; speakers are the
/// label `voice`.
const Format& webVttFormat();

}
