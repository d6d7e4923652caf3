#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/modality_sizes.h"

namespace engine {

/// The sizes of a GME-LSTM(A); in brackets their names in JSON.
struct GmeLstmOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per word
    std::int64_t hidden = 0; ///< (h) state of the LSTM
    std::int64_t out = 0; ///< (out) width of the layer before the prediction
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    std::int64_t controller = 16; ///< (ctrl) width of the gate controllers

    /// @throws FormatError (code `bad_hyper_parameter`).
    static GmeLstmOptions fromJson(const nlohmann::json& config);

    /// Sizes that do well on CMU-MOSI; the paper names none.
    static nlohmann::json defaults();
};

/// Gated Multimodal Embedding LSTM with temporal attention: for each word, two controllers decide whether its
/// acoustic and its visual features pass; they learn by reinforcement. Chen et al., Multimodal Sentiment
/// Analysis with Word-Level Fusion and Reinforcement Learning, ICMI 2017.
///
/// run() takes `x_l`, `x_a`, `x_v` B × T × D, `lengths` if some rows are padded, and `u` B × T × 2 of uniform
/// numbers when gates are to be drawn (open when u < p) and not decided (open when p ≥ ½). Outputs:
/// `gate_prob` p and `gates` B × T × 2, acoustic and visual, and `attention` B × T.
///
/// Objective: batches alternate. One trains everything but the controllers on the task's loss; the next
/// trains the controllers by REINFORCE, where the reward of a segment is its negative loss and the baseline
/// is a moving average of the rewards.
class GmeLstm final : public FusionModel {
public:
    using Options = GmeLstmOptions;

    explicit GmeLstm(const GmeLstmOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    std::vector<DisplayCard> displays() const override;
    torch::Tensor objective(const TrainingStep& step) override;
    NamedTensors trainingState() const override;
    void setTrainingState(const NamedTensors& state) override;

    /// Loss `reinforce`: the sum of mean absolute error and REINFORCE loss for `target_y`, with the baseline
    /// -0.8.
    torch::Tensor caseLoss(const std::string& kind, const NamedTensors& inputs,
                           const FusionOutput& output) override;

private:
    torch::nn::Linear m_acousticFc1, m_acousticFc2, m_visualFc1, m_visualFc2; ///< the controllers
    torch::nn::LSTM m_lstm;
    torch::nn::Linear m_attention, m_fc1, m_fc2;
    torch::Tensor m_baseline = torch::zeros({}); ///< moving average of the rewards
    std::int64_t m_steps = 0; ///< of the objective
};

}
