#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/layers/modality_nets.h"

#include <utility>

namespace engine {

/// The sizes of a TFN; in brackets their names in JSON.
struct TfnOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per word
    ModalitySizes hidden; ///< (h_l, h_a, h_v) state of the text LSTM, layers of the two others
    std::int64_t textOut = 0; ///< (text_out) width of the text vector that is fused
    std::int64_t post = 0; ///< (post) width of the two layers behind the fusion
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    double acousticDropout = 0.0; ///< (drop: [acoustic, visual, text, fused], optional)
    double visualDropout = 0.0;
    double textDropout = 0.0;
    double fusedDropout = 0.0;
    bool scaledSigmoid = true; ///< (out: scaled_sigmoid or linear) predictions in -3…3 by 6·sigmoid - 3

    /// @throws FormatError (code `bad_hyper_parameter`).
    static TfnOptions fromJson(const nlohmann::json& config);

    /// As published for CMU-MOSI, except that labels may have any range (`out` is linear).
    static nlohmann::json defaults();
};

/// Tensor Fusion Network: the outer product of the three modality vectors, each extended by 1, contains every
/// interaction of one, two or three modalities. Zadeh et al., Tensor Fusion Network for Multimodal Sentiment
/// Analysis, EMNLP 2017.
///
/// run() takes `x_l` B × T × D_text, `x_a` B × D_acoustic, `x_v` B × D_visual and, if some rows are padded,
/// `lengths`; inputsFrom() averages acoustic and visual features over their steps. Outputs: the modality
/// vectors `h_l`, `h_a`, `h_v`, their product `fusion_tensor` (acoustic slowest, text fastest), and
/// `subspace_contribution` B × 7: the norm of what l, a, v, la, lv, av, lav contribute to the first layer
/// behind the fusion.
class Tfn final : public FusionModel {
public:
    using Options = TfnOptions;

    explicit Tfn(const TfnOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool takesUnaligned() const override { return true; }
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;
    std::vector<DisplayCard> displays() const override;
    bool giveLogits() override { return std::exchange(m_scaledSigmoid, false); }

private:
    torch::Tensor subspaceNorms(const torch::Tensor& acoustic, const torch::Tensor& visual,
                                const torch::Tensor& text);

    bool m_scaledSigmoid;
    ModalityNets m_nets;
    torch::nn::Dropout m_dropout;
    torch::nn::Linear m_layer1, m_layer2, m_layer3;
};

}
