#pragma once

#include "engine/annotation/formats/format.h"

namespace engine {

/// The tiers of a Polylogue project, only read.
const Format& projectTiersFormat();

}
