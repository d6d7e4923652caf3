#include "engine/models/layers/gru_layers.h"

#include "engine/models/blocks/elementwise.h"

namespace engine {

GruLayers::GruLayers(torch::nn::GRU& gru, std::int64_t rows, const torch::TensorOptions& options)
{
    const auto weights = gru->named_parameters();
    for (std::int64_t layer = 0; layer < gru->options.num_layers(); ++layer) {
        const std::string suffix = "_l" + std::to_string(layer);
        m_layers.push_back({weights["weight_ih" + suffix], weights["weight_hh" + suffix],
                            weights["bias_ih" + suffix], weights["bias_hh" + suffix]});
        m_states.push_back(torch::zeros({rows, gru->options.hidden_size()}, options));
    }
}

torch::Tensor GruLayers::advance(const torch::Tensor& x, const torch::Tensor& active)
{
    torch::Tensor input = x;
    for (std::size_t layer = 0; layer < m_states.size(); ++layer) {
        const Weights& weights = m_layers[layer];
        const torch::Tensor state = torch::gru_cell(input, m_states[layer], weights.input, weights.recurrent,
                                                    weights.inputBias, weights.recurrentBias);
        m_states[layer] = blocks::whereActive(active, state, m_states[layer]);
        input = m_states[layer];
    }
    return input;
}

}
