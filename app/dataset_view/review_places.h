#pragma once

#include "engine/project_items/review_pass.h"
#include "widgets/dataset/dataset_content.h"

namespace app {

/// What a review asks about these segments, with what the model says of them as the reason.
std::vector<engine::ReviewPass::Place> reviewPlacesOf(const widgets::DatasetContent& content,
                                                      const widgets::DatasetPlaces& points);

}
