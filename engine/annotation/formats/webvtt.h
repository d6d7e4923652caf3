#pragma once

#include "engine/annotation/formats/format.h"

namespace engine {

/// WebVTT captions. Words that have times inside a cue become a tier below the captions; speakers are the
/// label `voice`.
const Format& webVttFormat();

}
