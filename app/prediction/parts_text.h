#pragma once

#include "engine/worker/messages.h"
#include "widgets/predict/modality_list.h"

#include <array>
#include <optional>
#include <span>

namespace app {

/// Whether a model puts together what parts say that learnt from people.
bool isOfParts(const engine::ModelInfo& model);

/// What each part found in a segment, and what it was measured on by the model's card.
/// @param prediction  null: nothing is known of a segment
widgets::ModalityList::Parts partsText(const engine::ModelInfo& model, const engine::Prediction* prediction);

/// The same in a word or two, of each part. @param numbers  engine::kPartNumbers
std::array<QString, engine::allModalities.size()> shortPartsText(std::span<const float> numbers);

/// What the parts of words, voice and face found, each on −1…1; nothing: it had nothing for it.
/// @param numbers  engine::kPartNumbers
std::array<std::optional<float>, engine::allModalities.size()>
partsOnOneScale(std::span<const float> numbers);

/// What is to be known of all parts together; absent: the model is none of parts.
/// @param prediction  as partsText()
std::optional<QString> partsTogether(const engine::ModelInfo& model, const engine::Prediction* prediction);

/// Whether neither words nor a face say anything in a segment, so that *neutral* is no answer.
bool sayNothing(const engine::Prediction& prediction);

}
