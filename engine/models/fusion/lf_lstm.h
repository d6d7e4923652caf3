#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/modality_sizes.h"

namespace engine {

/// The sizes of an LF-LSTM; in brackets their names in JSON.
struct LfLstmOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per word
    ModalitySizes hidden; ///< (h_l, h_a, h_v) state of each modality's LSTM
    std::int64_t joint = 0; ///< (fc) hidden layer over the three last states
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    double dropout = 0.0; ///< (dropout) behind the hidden layer

    /// @throws FormatError (code `bad_hyper_parameter`).
    static LfLstmOptions fromJson(const nlohmann::json& config);
    static nlohmann::json defaults();
};

/// Late fusion: an LSTM per modality; two layers predict from their last states side by side. A common
/// baseline.
///
/// run() takes `x_l`, `x_a`, `x_v` B × T × D, which may have different numbers of steps, and, if some rows
/// are padded, `lengths` of all modalities or `len_l`, `len_a`, `len_v` of each. Outputs: the last states
/// `h_l`, `h_a`, `h_v`, and `occlusion` B × 3 × O, the prediction minus that with the modality's last state
/// set to 0.
class LfLstm final : public FusionModel {
public:
    using Options = LfLstmOptions;

    explicit LfLstm(const LfLstmOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool takesUnaligned() const override { return true; }
    std::unique_ptr<LiveRun> live() override;
    std::vector<DisplayCard> displays() const override;

private:
    class Unrolled;

    torch::Tensor predict(const std::vector<torch::Tensor>& states);
    NamedTensors outputsOf(const std::vector<torch::Tensor>& states, const torch::Tensor& prediction);

    LfLstmOptions m_options;
    std::vector<torch::nn::LSTM> m_lstms;
    torch::nn::Linear m_fc1, m_fc2;
};

}
