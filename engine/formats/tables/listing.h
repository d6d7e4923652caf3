#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// All that was read, as JSON, only written: so that any program can check it.
const Format& listingFormat();

}
