#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// The Montreal Forced Aligner's JSON, only read.
const Format& mfaJsonFormat();

}
