#pragma once

#include "engine/project_items/gold_items.h"
#include "engine/project_items/review_pass.h"

namespace app {

/// The places of a pass over the segments that can be reviewed: the queue of what it looks for with what is
/// mixed into it, or of a training pass the gold items.
/// @param known  places that the pass has already: they are not drawn again
std::vector<engine::ReviewPass::Place> passPlaces(const std::vector<engine::ReviewUnit>& units,
                                                  const engine::ReviewPass& pass,
                                                  const std::vector<engine::GoldItem>& gold,
                                                  const std::vector<engine::ReviewPass::Place>& known);
/// The same, of which only a share is in the queue; hidden gold is drawn from all.
/// @param share  places in `units`, ascending
std::vector<engine::ReviewPass::Place> passPlaces(const std::vector<engine::ReviewUnit>& units,
                                                  const engine::ReviewPass& pass,
                                                  const std::vector<engine::GoldItem>& gold,
                                                  const std::vector<engine::ReviewPass::Place>& known,
                                                  const std::vector<std::size_t>& share);

}
