#pragma once

#include "engine/models/layers/stepped_layers.h"

#include <vector>

namespace engine {

/// A torch::nn::GRU in one direction, word by word.
class GruLayers final : public SteppedLayers {
public:
    GruLayers(torch::nn::GRU& gru, std::int64_t rows, const torch::TensorOptions& options);

    torch::Tensor advance(const torch::Tensor& x, const torch::Tensor& active) override;
    const torch::Tensor& state() const override { return m_states.back(); }

private:
    struct Weights {
        torch::Tensor input, recurrent, inputBias, recurrentBias;
    };
    std::vector<Weights> m_layers;
    std::vector<torch::Tensor> m_states;
};

}
