#pragma once

#include "engine/worker/messages.h"
#include "widgets/predict/modality_list.h"

#include <optional>

namespace app {

/// Whether a model puts together what parts say that learnt from people.
bool isOfParts(const engine::ModelInfo& model);

/// What each part found in a segment, and what it was measured on by the model's card.
/// @param prediction  null: nothing is known of a segment
widgets::ModalityList::Parts partsText(const engine::ModelInfo& model, const engine::Prediction* prediction);

/// What is to be known of all parts together; absent: the model is none of parts.
std::optional<QString> partsTogether(const engine::ModelInfo& model);

}
