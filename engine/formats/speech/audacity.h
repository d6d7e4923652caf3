#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// Audacity's label tracks: start, end and text between tabs, with rows of frequencies.
const Format& audacityFormat();

}
