#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// Everything that was read as JSON, so that any program can check it. This format is only written.
const Format& listingFormat();

}
