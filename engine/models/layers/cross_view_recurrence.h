#pragma once

#include "engine/models/layers/modality_cells.h"
#include "engine/models/layers/recurrence.h"

namespace engine {

/// A recurrence with a cell per modality and one state between them, which is made from all modalities after
/// each word: the memory of MFN, the cross-view code of MARN. Each model defines in fuse() how it is made.
class CrossViewRecurrence : public Recurrence {
public:
    std::vector<std::vector<torch::Tensor>> project(const std::vector<torch::Tensor>& words) override;
    void advance(const std::vector<torch::Tensor>& word, const torch::Tensor& active, StepLog* log) override;
    torch::Tensor prediction() override;

protected:
    /// The state between the modalities before the first word.
    struct CrossView {
        const char* name; ///< among the outputs: `memory`
        torch::Tensor start; ///< B × S
    };

    /// @param cells  H wide together; cells that take a code are given the state between them.
    /// @param out    B × (H + S) → B × O
    CrossViewRecurrence(CellSteps cells, blocks::TwoLayerSteps out, CrossView crossView);

    /// The state between the modalities after one word: B × S.
    ///
    /// @param before     the cells after the word before, B × H.
    /// @param now        the cells after this word.
    /// @param crossView  the result of the word before.
    /// @param log        as for advance(); the caller logs the result itself under its name.
    virtual torch::Tensor fuse(const blocks::CellBank::Out& before, const blocks::CellBank::Out& now,
                               const torch::Tensor& crossView, StepLog* log)
        = 0;

    /// B × (H + S): the cells' states and the state between them, from which the prediction is made.
    torch::Tensor joined() const;

private:
    CellSteps m_cells;
    blocks::TwoLayerSteps m_out;
    const char* m_name;
    torch::Tensor m_crossView;
    blocks::CellBank::Out m_state;
};

}
