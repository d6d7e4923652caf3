#pragma once

#include "engine/annotation/formats/exchanged_tiers.h"

namespace engine {

/// Parts in an order (symbolic subdivisions), which have the times of their parent, share its time evenly, as
/// ELAN shows them; what hangs on them has their times. @return how many segments got other times
std::size_t spreadSubdivisions(ExchangedTiers& tiers);

}
