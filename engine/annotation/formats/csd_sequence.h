#pragma once

#include "engine/annotation/formats/format.h"

namespace engine {

/// Computational sequences as tiers: words and labels.
const Format& csdSequenceFormat();

}
