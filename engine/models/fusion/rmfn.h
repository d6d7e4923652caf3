#pragma once

#include "engine/models/layers/modality_cells.h"
#include "engine/models/layers/recurrence.h"

namespace engine {

/// The sizes of an RMFN; in brackets their names in JSON.
struct RmfnOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per word
    ModalitySizes hidden; ///< (h_l, h_a, h_v) state of each modality's LSTHM; H together
    std::int64_t stages = 0; ///< (stages) K
    std::int64_t highlight = 0; ///< (hl) state of the recurrence that highlights
    std::int64_t fuse = 0; ///< (fs) state of the recurrence that fuses
    std::int64_t code = 0; ///< (z) Z, cross-view code
    std::int64_t outHidden = 0; ///< (out) hidden layer of the prediction
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    double dropout = 0.0; ///< (drop) in the prediction

    /// @throws FormatError (code `bad_hyper_parameter`).
    static RmfnOptions fromJson(const nlohmann::json& config);
    static nlohmann::json defaults();
};

/// Recurrent Multistage Fusion Network: after each word K stages highlight parts of the modalities' states
/// and fuse them, one after the other, into a cross-view code, which enters the cells together with the next
/// word. Liang et al., Multimodal Language Analysis with Recurrent Multistage Fusion, EMNLP 2018.
///
/// run() takes `x_l`, `x_a`, `x_v` B × T × D and, if some rows are padded, `lengths`. Outputs: `highlight`
/// B × T × K × H, `modality_share` B × T × K × 3, and the code `z` B × T × Z.
class Rmfn final : public StepwiseModel {
public:
    using Options = RmfnOptions;

    explicit Rmfn(const RmfnOptions& options);

    std::unique_ptr<Recurrence> unroll(std::int64_t rows, const torch::TensorOptions& options) override;
    void addOutputs(NamedTensors& outputs) const override;
    std::vector<DisplayCard> displays() const override;

private:
    class Unrolled;

    RmfnOptions m_options;
    LsthmCells m_cells;
    torch::nn::LSTMCell m_highlightLstm;
    torch::nn::Linear m_highlight;
    torch::nn::LSTMCell m_fuseLstm;
    torch::nn::Linear m_summarize, m_out1, m_out2;
};

}
