#pragma once

#include "engine/features/speech/boundary_net.h"

#include <cstdint>
#include <vector>

namespace engine {

/// A boundary whose time is known.
struct BoundaryExample {
    const BoundarySound* sound = nullptr;
    BoundaryQuestion question;
    float answer = 0.0F; ///< milliseconds from the question's centre
    float weight = 1.0F;
};

struct BoundaryTraining {
    int epochs = 8;
    int batch = 48;
    float rate = 2e-3F; ///< at first; it falls to 0 along a cosine
    float decay = 1e-3F; ///< of the weights, per step and rate
    float dropout = 0.25F; ///< share of what is seen that is hidden
    std::uint32_t seed = 0;
};

/// Trains one net: AdamW on the cross entropy of a triangle of ± 10 ms around the answer. Each time an
/// example is shown, its vocal tract, level, channel and noise floor are changed a little, and the sources
/// moved.
BoundaryNet::Weights trainBoundaries(const std::vector<BoundaryExample>& examples,
                                     const BoundaryTraining& training);

}
