#pragma once

#include "app/project/review_pass.h"
#include "widgets/dataset/dataset_content.h"

namespace app {

/// What a review asks about these segments, with what the model says of them as the reason.
std::vector<ReviewPass::Place> reviewPlacesOf(const widgets::DatasetContent& content,
                                              const widgets::DatasetPlaces& points);

}
