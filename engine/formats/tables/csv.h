#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// Tables of labels as for MOSI (`.csv`): a row per segment, a column per label.
const Format& csvFormat();

}
