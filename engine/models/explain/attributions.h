#pragma once

#include "engine/models/explain/partial_scores.h"

namespace engine {

/// How the integral of AttributionMethod::Integrated is taken: with `steps` points, doubled until the
/// completeness error of every output is at most `tolerance`, or `most` is reached.
struct IntegrationSettings {
    std::size_t steps = 32;
    std::size_t most = 256;
    double tolerance = 0.02;
};

/// How much each step of each modality counts for each output of one segment. Modalities that the model did
/// not learn from have zeros.
///
/// @param segment  a batch of one
/// @param ranges   per output, from the least to the greatest on the training fold; the least difference of
///                 which a completeness error is a share is 1 % of it
Attribution attribute(const TrainedModel& trained, const ModalityBatch& segment, const Baselines& baselines,
                      AttributionMethod method, const std::vector<double>& ranges,
                      const IntegrationSettings& settings = {});

/// What each word does together with each span of another modality.
///
/// @param words, spans  of one segment
/// @throws ShapeError (`same_modality`) for a span of a word's own modality.
std::vector<PairEffect> pairEffects(const TrainedModel& trained, const ModalityBatch& segment,
                                    const Baselines& baselines, const std::vector<StepSpan>& words,
                                    const std::vector<StepSpan>& spans);

}
