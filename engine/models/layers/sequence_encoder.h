#pragma once

#include "engine/models/layers/recurrent_layers.h"

namespace engine {

/// A sequence that was read: what a decoder attends to and begins with.
struct Encoded {
    torch::Tensor sequence; ///< B × S × H
    torch::Tensor last; ///< B × H, the final state of the top layer
    torch::Tensor lengths; ///< B, int64; undefined when every step is valid
};

/// Reads a sequence by recurrent layers. Of two directions, outputs and final states are summed, so that the
/// width stays H.
class SequenceEncoderImpl : public torch::nn::Module {
public:
    SequenceEncoderImpl(CellKind cell, const RecurrentSizes& sizes);

    /// @param x  B × S × D
    Encoded forward(const torch::Tensor& x, const torch::Tensor& lengths);

private:
    std::int64_t m_hidden;
    bool m_bidirectional;
    RecurrentLayers m_layers;
};

TORCH_MODULE(SequenceEncoder);

}
