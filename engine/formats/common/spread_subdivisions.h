#pragma once

#include "engine/formats/common/exchanged_tiers.h"

namespace engine {

/// Divides the time of a parent evenly among its symbolic subdivisions, as ELAN shows them; segments below
/// these take their times. @return how many segments got other times
std::size_t spreadSubdivisions(ExchangedTiers& tiers);

}
