#pragma once

#include "engine/core/segment_input.h"
#include "engine/models/fusion_model.h"

#include <functional>
#include <vector>

namespace engine {

/// Puts segments into one batch, each padded with zeros at the end to the length of the longest.
///
/// @param segments  B ≥ 1, normalised, each of at least one word, all of the same widths.
ModalityBatch makeBatch(const std::vector<std::reference_wrapper<const SegmentInput>>& segments);

/// How many variants of a segment are computed together: attention needs memory by rows × steps².
/// @param steps  of its longest modality
std::int64_t rowsTogether(std::int64_t steps);

/// Some segments of a batch, in this order, with the steps of the batch. Media stay behind.
/// @param rows  int64, which may repeat
ModalityBatch rowsOf(const ModalityBatch& batch, const torch::Tensor& rows);

/// One batch of all segments of several that have the same steps, widths and kinds of inputs. Media stay
/// behind.
ModalityBatch joinedBatch(const std::vector<ModalityBatch>& batches);

}
