#pragma once

#include "app/project/review_pass.h"
#include "widgets/dataset/dataset_content.h"

#include <string>

namespace app {

class Document;

/// A review pass of its own, not blind: what the model says of these segments was seen.
/// @param annotator  whose layer it writes into: the next one that has no pass
ReviewPass reviewPassOf(const widgets::DatasetContent& content, const widgets::DatasetPlaces& points,
                        const Document& document, const std::string& annotator);

}
