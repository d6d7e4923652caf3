#pragma once

#include "engine/models/layers/factorized_attention.h"
#include "engine/models/layers/positions.h"

namespace engine {

/// The sizes of an FMT; in brackets their names in JSON.
struct FmtOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per step
    std::int64_t acousticInner = 0; ///< (m_a) width inside; that of text stays
    std::int64_t visualInner = 0; ///< (m_v)
    std::int64_t layers = 0; ///< (layers)
    std::int64_t heads = 0; ///< (heads) per factor, each of full width
    std::vector<std::int64_t> summaries; ///< (conv_dims) of the layers that sum up a modality's four slices
    std::int64_t hidden = 0; ///< (ff) of the two linear layers
    std::int64_t recurrent = 0; ///< (gru)
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    double dropout = 0.0; ///< (drop)
    bool chained = true; ///< (chained) a head projects what the head before it projected
    bool maskKeys = false; ///< (mask_mode: query_zero or key_length)

    /// @throws FormatError (code `bad_hyper_parameter`).
    static FmtOptions fromJson(const nlohmann::json& config);

    /// The smaller of the published sizes, with padded keys masked.
    static nlohmann::json defaults();
};

/// Factorized Multimodal Transformer: self-attention over text, acoustic and visual features, each pair and
/// all three at once. Zadeh et al., Factorized Multimodal Transformer for Multimodal Sequential Learning,
/// 2019.
///
/// run() takes `x_l`, `x_a`, `x_v` of the same T and, with `mask_mode` key_length, `lengths` if some rows are
/// padded. With `query_zero`, as published, a step that is zero in all modalities of a factor attends to all
/// steps equally, nothing else is masked, and padding changes the prediction. Outputs: `attn_l` …
/// `attn_l_a_v` B × layers × H × T × T, `factor_activity` B × layers × T × 7, `gru_last` B × H.
class Fmt final : public FusionModel {
public:
    using Options = FmtOptions;

    explicit Fmt(const FmtOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    std::vector<DisplayCard> displays() const override;

private:
    std::array<torch::Tensor, factorCount> masks(const std::array<torch::Tensor, 3>& x,
                                                 const torch::Tensor& lengths) const;

    bool m_maskKeys;
    std::array<PositionTable, 3> m_positions;
    torch::nn::Linear m_acousticProjection, m_visualProjection;
    std::vector<FactorizedLayer> m_layers;
    torch::nn::Linear m_encoderOut;
    DeviationNorm m_encoderNorm;
    torch::nn::GRU m_gru;
    torch::nn::Linear m_out;
    torch::nn::Dropout m_dropout;
};

}
