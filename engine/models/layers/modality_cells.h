#pragma once

#include "engine/models/blocks/cell_bank.h"
#include "engine/models/blocks/linear_steps.h"
#include "engine/models/modality_sizes.h"

namespace engine {

/// A recurrent cell per modality, in one forward pass.
class CellSteps {
public:
    CellSteps(std::vector<blocks::LinearSteps> inputs, blocks::CellBank bank);

    /// The projection of each word for its cell: for each step, per modality B × 4·H_m.
    ///
    /// @param words  per modality T × B × D.
    std::vector<std::vector<torch::Tensor>> project(const std::vector<torch::Tensor>& words) const;

    /// @param code  B × Z; cells that take none ignore it.
    blocks::CellBank::Out operator()(const std::vector<torch::Tensor>& word,
                                     const blocks::CellBank::Out& before, const torch::Tensor& code) const
    {
        return m_bank(word, before.state, before.cell, m_bank.takesCode() ? code : torch::Tensor());
    }

    blocks::CellBank::Out start(std::int64_t rows, const torch::TensorOptions& options) const
    {
        return m_bank.start(rows, options);
    }

private:
    std::vector<blocks::LinearSteps> m_inputs;
    blocks::CellBank m_bank;
};

/// `lstm_l`, `lstm_a`, `lstm_v`: an LSTM cell per modality, as step-wise models name them.
class LstmCells {
public:
    LstmCells(torch::nn::Module& owner, const ModalitySizes& widths, const ModalitySizes& hidden);
    CellSteps steps() const;

private:
    std::vector<torch::nn::LSTMCell> m_cells;
};

/// `lsthm_l`, `lsthm_a`, `lsthm_v`: a long-short term hybrid memory per modality, an LSTM cell that also
/// takes the cross-view code of the step before. Zadeh et al., Multi-attention Recurrent Network, AAAI 2018.
class LsthmCells {
public:
    /// @param code  Z, width of the cross-view code.
    LsthmCells(torch::nn::Module& owner, const ModalitySizes& widths, const ModalitySizes& hidden,
               std::int64_t code);
    CellSteps steps() const;

private:
    struct Layers {
        torch::nn::Linear input, recurrent, code; ///< `W`, `U`, `V`
    };
    std::vector<Layers> m_cells;
};

}
