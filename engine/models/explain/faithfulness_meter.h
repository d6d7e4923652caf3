#pragma once

#include "engine/models/explain/partial_scores.h"

#include <cstdint>

namespace engine {

/// Measures whether an attribution of one segment is true of the model (deletion and insertion, Petsiuk et
/// al. 2018): its steps are made absent in its order, and present again, beside random orders.
///
/// @param segment    a batch of one
/// @param output     which of the model's outputs
/// @param seed       of the random orders
Faithfulness faithfulnessOf(const TrainedModel& trained, const ModalityBatch& segment,
                            const Baselines& baselines, const Attribution& attribution, std::size_t output,
                            std::uint64_t seed = 1);

/// How many random orders an attribution is compared with.
inline constexpr std::size_t kRandomOrders = 20;

}
