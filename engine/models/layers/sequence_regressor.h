#pragma once

#include "engine/models/layers/sequence_encoder.h"

namespace engine {

struct Regressed {
    torch::Tensor prediction; ///< B × O
    torch::Tensor attention; ///< B × S over the steps; undefined where it reads the final state alone
};

/// Scores from an encoded sequence: an LSTM over its steps, a softmax over time with one weight vector, and a
/// linear layer; or only a linear layer on the final state.
class SequenceRegressorImpl : public torch::nn::Module {
public:
    /// @param inputs   D, of the encoded sequence
    /// @param hidden   of the LSTM; 0: there is none, it reads the final state
    SequenceRegressorImpl(std::int64_t inputs, std::int64_t hidden, std::int64_t outputs);

    Regressed forward(const Encoded& encoded);

    /// The sum of squares of its matrices, for a penalty: a scalar.
    torch::Tensor squaredKernels() const;

private:
    torch::nn::LSTM m_lstm{nullptr};
    torch::nn::Linear m_attention{nullptr}, m_fc{nullptr};
};

TORCH_MODULE(SequenceRegressor);

}
