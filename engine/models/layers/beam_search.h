#pragma once

#include "engine/models/layers/attention_decoder.h"

namespace engine {

struct BeamSettings {
    std::int64_t width = 4; ///< how many hypotheses stay open; 1 is greedy
    std::int64_t steps = 1; ///< ids at most
    std::int64_t end = 1; ///< the id that ends a hypothesis
    double lengthPenalty = 0.0; ///< score = Σ log p / length^penalty
};

/// A sequence of ids that a decoder finds likely.
struct Hypothesis {
    std::vector<std::int64_t> ids; ///< with the end, when it came to it
    double score = 0.0;
};

/// The likeliest sequences for ONE source, best first. Each open hypothesis goes on with its `width`
/// likeliest ids; a finished one keeps its place and score, and competes with the others. Of equal ones, that
/// of the better hypothesis comes first, then the lower id.
///
/// @param source  B = 1, without padding
std::vector<Hypothesis> beamSearch(AttentionDecoder& decoder, const Encoded& source,
                                   const BeamSettings& settings);

/// Row `row` of a batch, without its padding.
Encoded rowOf(const Encoded& source, std::int64_t row);

/// The ids that the decoder itself would choose, `pad` behind the first end: B × steps, int64.
torch::Tensor greedyIds(AttentionDecoder& decoder, const Encoded& source, std::int64_t steps,
                        std::int64_t end, std::int64_t pad);

}
