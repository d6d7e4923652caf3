#pragma once

#include "engine/models/blocks/cell_bank.h"
#include "engine/models/blocks/linear_steps.h"
#include "engine/models/layers/stepped_layers.h"

namespace engine {

/// A torch::nn::LSTM in one direction, word by word.
class LstmLayers final : public SteppedLayers {
public:
    LstmLayers(torch::nn::LSTM& lstm, std::int64_t rows, const torch::TensorOptions& options);

    torch::Tensor advance(const torch::Tensor& x, const torch::Tensor& active) override;
    const torch::Tensor& state() const override { return m_states.back(); }

private:
    std::vector<blocks::LinearSteps> m_inputs;
    std::vector<blocks::CellBank> m_cellBanks;
    std::vector<torch::Tensor> m_states, m_cells;
};

}
