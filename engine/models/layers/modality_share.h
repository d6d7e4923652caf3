#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/modality_sizes.h"

namespace engine {

// Displays that several models have in common.

/// How much of an attention lies on each modality.
///
/// @param weights  … × copies·H, modality after modality within each copy.
/// @return         … × 3
torch::Tensor sharePerModality(const torch::Tensor& weights, const ModalitySizes& sizes, std::int64_t copies);

/// The card of `modality_share`. @param axes  the last is `modality`.
DisplayCard modalityShareCard(const std::string& title, const std::vector<std::string>& axes);

/// From `gamma1`, `gamma2`, `memory` B × T × M: `retain_gate`, `update_gate` (means over M) and
/// `memory_norm`, B × T.
void addMemorySummary(NamedTensors& outputs);

/// The cards of addMemorySummary().
std::vector<DisplayCard> memoryCards();

/// `text`, `acoustic`, `visual`.
std::vector<std::string> modalityNames();

}
