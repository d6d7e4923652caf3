#pragma once

#include "engine/explain/explanation.h"
#include "engine/models/serving/model_file.h"

#include <vector>

namespace engine {

/// Tells why the model predicts what it does for one segment.
///
/// @param segment  a batch of one, as the model takes it; not made under InferenceMode
/// @param ranges   per output, as attribute() takes them
/// @throws FormatError (code `no_mask`, `no_donors`) as baselinesFor() does; (code `bad_option`) for an
///         output that the model has not.
Explanation explainSegment(const TrainedModel& trained, const ModalityBatch& segment,
                           const ExplanationWish& wish, const std::vector<double>& ranges);

}
