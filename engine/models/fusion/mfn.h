#pragma once

#include "engine/models/layers/fusion_memory.h"
#include "engine/models/layers/modality_cells.h"
#include "engine/models/layers/recurrence.h"

namespace engine {

/// The sizes of an MFN; in brackets their names in JSON.
struct MfnOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per word
    ModalitySizes hidden; ///< (h_l, h_a, h_v) state of each modality's LSTM; H together
    std::int64_t memory = 0; ///< (mem) M
    std::int64_t attention = 0; ///< (att1) hidden layer of the attention
    std::int64_t update = 0; ///< (att2) of the memory's update
    std::int64_t retainGate = 0; ///< (g1)
    std::int64_t updateGate = 0; ///< (g2)
    std::int64_t outHidden = 0; ///< (out) of the prediction
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    double attentionDropout = 0.0; ///< (drop: one number for all, or [att1, att2, g1, g2, out])
    MemoryDropouts memoryDropouts;
    double outDropout = 0.0;

    /// @throws FormatError (code `bad_hyper_parameter`).
    static MfnOptions fromJson(const nlohmann::json& config);

    /// The sizes as published for CMU-MOSI (the model for the mean absolute error). The published learning
    /// rate of 0.01 and batch size of 128 are not taken: with them, training stops too early on other data.
    static nlohmann::json defaults();
};

/// Memory Fusion Network: an LSTM per modality, attention over their cells before and after each word, and a
/// gated memory of the interactions between modalities. Zadeh et al., Memory Fusion Network for Multi-view
/// Sequential Learning, AAAI 2018.
///
/// run() takes `x_l`, `x_a`, `x_v` B × T × D and, if some rows are padded, `lengths`. Outputs: `attention`
/// B × T × 2·H over the cells (first those of the word before), `modality_share` B × T × 3, the gates
/// `gamma1` (what is kept) and `gamma2` (what is added) and the `memory` B × T × M, their means and norm per
/// word `retain_gate`, `update_gate`, `memory_norm` B × T, and `last` B × (H + M), from which the prediction
/// is made.
class Mfn final : public StepwiseModel {
public:
    using Options = MfnOptions;

    explicit Mfn(const MfnOptions& options);

    std::unique_ptr<Recurrence> unroll(std::int64_t rows, const torch::TensorOptions& options) override;
    void addOutputs(NamedTensors& outputs) const override;
    std::vector<DisplayCard> displays() const override;

private:
    class Unrolled;

    MfnOptions m_options;
    LstmCells m_cells;
    torch::nn::Linear m_attention1, m_attention2;
    FusionMemory m_memory;
    torch::nn::Linear m_out1, m_out2;
};

}
