#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/layers/unimodal_labels.h"
#include "engine/models/modality_sizes.h"

#include <array>

namespace engine {

/// The sizes of a Self-MM; in brackets their names in JSON.
struct SelfMmOptions {
    ModalitySizes widths; ///< (d_text or d_l, d_a, d_v) of the sentence vector, else features per word
    std::int64_t textHidden = 0; ///< (h_l) state of an LSTM over the words; 0: a sentence vector is given
    std::int64_t textOut = 0; ///< (o_l) width of its vector
    std::int64_t acousticHidden = 0; ///< (h_a) state of the LSTM, like the next
    std::int64_t visualHidden = 0; ///< (h_v)
    std::int64_t acousticOut = 0; ///< (o_a) width of the modality's vector, like the next
    std::int64_t visualOut = 0; ///< (o_v)
    std::array<std::int64_t, 4>
        heads{}; ///< (t_dim, a_dim, v_dim, f_dim) widths behind; the last of all three
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    double labelLimit = 3.0; ///< (label_limit) largest absolute value of a generated label

    /// @throws FormatError (code `bad_hyper_parameter`).
    static SelfMmOptions fromJson(const nlohmann::json& config);

    /// As published for CMU-MOSI, but with an LSTM over the words in place of the language model.
    static nlohmann::json defaults();
};

/// Last state of an LSTM and a linear layer.
struct SequenceSubNetImpl : torch::nn::Module {
    SequenceSubNetImpl(std::int64_t width, std::int64_t hidden, std::int64_t outputs);
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& lengths);

    torch::nn::LSTM rnn;
    torch::nn::Linear linear1;
};
TORCH_MODULE(SequenceSubNet);

/// Self-supervised multi-task learning: in addition to the prediction from all modalities, the model makes
/// one from each modality alone, which learns from labels that are generated during training. Yu et al.,
/// Learning Modality-Specific Representations with Self-Supervised Multi-Task Learning, AAAI 2021.
///
/// run() takes the sentence vector `text` B × D_text, `x_a`, `x_v` B × T × D and, if some rows are padded,
/// `len_a`, `len_v`, or `lengths` of both; inputsFrom() averages the words. With an LSTM over the words
/// (`text_model`, in place of the paper's language model) it takes `x_l` and `len_l` instead of `text`.
/// Outputs (M, T, A, V stand for all, text, acoustic, visual): `pred_M` … B × O, `feature_M` …, `predictions`
/// B × 4 × O, and with the inputs `ulgm_in_*` and `ulgm_epoch` a generated label `ulgm_out`.
///
/// The objective is the task's loss of the prediction plus each modality's mean absolute error from its
/// generated label, where a segment counts more the further its generated label is from the true label.
class SelfMm final : public FusionModel {
public:
    using Options = SelfMmOptions;

    explicit SelfMm(const SelfMmOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool takesUnaligned() const override { return true; }
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;
    std::vector<DisplayCard> displays() const override;
    torch::Tensor objective(const TrainingStep& step) override;
    NamedTensors trainingState() const override;
    void setTrainingState(const NamedTensors& state) override;

    /// Loss `self_mm`, computed with `label_M`, `label_T`, `label_A`, `label_V`.
    torch::Tensor caseLoss(const std::string& kind, const NamedTensors& inputs,
                           const FusionOutput& output) override;

private:
    struct Head {
        torch::nn::Linear layer1, layer2, layer3;
    };

    double m_labelLimit;
    SequenceSubNet m_textNet{nullptr}; ///< empty where a sentence vector is given
    SequenceSubNet m_acousticNet, m_visualNet;
    std::vector<Head> m_heads; ///< text, acoustic, visual, all
    UnimodalLabels m_labels;
};

}
