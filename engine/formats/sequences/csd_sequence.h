#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// Computational sequences as tiers: words and labels.
const Format& csdSequenceFormat();

}
