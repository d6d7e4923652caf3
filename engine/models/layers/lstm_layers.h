#pragma once

#include "engine/models/blocks/cell_bank.h"
#include "engine/models/blocks/linear_steps.h"

namespace engine {

/// A torch::nn::LSTM in one direction, word by word: for live runs of models that otherwise run it whole.
class LstmLayers {
public:
    LstmLayers(torch::nn::LSTM& lstm, std::int64_t rows, const torch::TensorOptions& options);

    /// @param x  B × D; @return the top layer's state B × H. Rows that are not active keep their state.
    torch::Tensor advance(const torch::Tensor& x, const torch::Tensor& active);

    /// B × H
    const torch::Tensor& state() const { return m_states.back(); }

private:
    std::vector<blocks::LinearSteps> m_inputs;
    std::vector<blocks::CellBank> m_cellBanks;
    std::vector<torch::Tensor> m_states, m_cells;
};

}
