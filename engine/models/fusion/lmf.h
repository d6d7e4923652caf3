#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/layers/modality_nets.h"

namespace engine {

/// The sizes of an LMF; in brackets their names in JSON.
struct LmfOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per word
    ModalitySizes hidden; ///< (h_l, h_a, h_v) state of the text LSTM, layers of the two others
    std::int64_t textOut = 0; ///< (text_out) width of the text vector that is fused
    std::int64_t outputs = 0; ///< (out_dim) O, one per label
    std::int64_t rank = 0; ///< (rank) R
    double acousticDropout = 0.0; ///< (drop: [acoustic, visual, text], optional)
    double visualDropout = 0.0;
    double textDropout = 0.0;

    /// @throws FormatError (code `bad_hyper_parameter`).
    static LmfOptions fromJson(const nlohmann::json& config);

    /// {"model": sizes without widths and outputs, "training": settings}, both as published for CMU-MOSI.
    static nlohmann::json defaults();
};

/// Low-rank Multimodal Fusion: the tensor product of the three modality vectors, each extended by 1,
/// multiplied by weights of rank R. Liu et al., Efficient Low-rank Multimodal Fusion with Modality-Specific
/// Factors, ACL 2018.
///
/// run() takes `x_l` B × T × D_text, `x_a` B × D_acoustic, `x_v` B × D_visual and, if some rows are padded,
/// `lengths`; inputsFrom() averages acoustic and visual features over their steps. Outputs: the modality
/// vectors `h_l`, `h_a`, `h_v`, and `rank_contribution` B × R × O, whose sum over R plus `fusion_bias` is the
/// prediction.
class Lmf final : public FusionModel {
public:
    using Options = LmfOptions;

    explicit Lmf(const LmfOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool takesUnaligned() const override { return true; }
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;
    std::vector<DisplayCard> displays() const override;
    bool isFactor(const std::string& parameter) const override;

private:
    std::int64_t m_rank;
    ModalityNets m_nets;
    torch::Tensor m_acousticFactor; ///< R × (H + 1) × O, like the next two
    torch::Tensor m_visualFactor;
    torch::Tensor m_textFactor;
    torch::Tensor m_fusionWeights; ///< 1 × R
    torch::Tensor m_fusionBias; ///< 1 × O
};

}
