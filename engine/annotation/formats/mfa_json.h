#pragma once

#include "engine/annotation/formats/format.h"

namespace engine {

/// The Montreal Forced Aligner's JSON, only read.
const Format& mfaJsonFormat();

}
