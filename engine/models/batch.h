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

}
