#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// The tiers of a Polylogue project, only read.
const Format& projectTiersFormat();

}
