#pragma once

#include "engine/models/layers/cls_encoder.h"
#include "engine/models/layers/late_fusion.h"

namespace engine {

/// The sizes of an LFTransformer; in brackets their names in JSON.
struct LfTransformerOptions : LateFusionOptions {
    std::int64_t layers = 2; ///< (layers)
    ModalitySizes heads{4, 2, 5}; ///< (heads_l, heads_a, heads_v)
    std::int64_t feedForward = 2048; ///< (ff)
    double dropout = 0.1; ///< (dropout)

    /// @throws FormatError (code `bad_hyper_parameter`).
    static LfTransformerOptions fromJson(const nlohmann::json& config);

    /// As published.
    static nlohmann::json defaults();
};

/// Late fusion of hand-made features: a ClsEncoder per modality at the modality's own width, with columns of
/// 0 behind it until the heads divide it; logits, and their weighted sum. The baseline of Dai et al., NAACL
/// 2021.
class LfTransformer final : public LateFusion {
public:
    using Options = LfTransformerOptions;

    explicit LfTransformer(const LfTransformerOptions& options);

private:
    torch::Tensor vectorOf(std::size_t i, const torch::Tensor& x, const torch::Tensor& lengths) override;

    std::vector<ClsEncoder> m_encoders; ///< by letter
    std::vector<std::int64_t> m_widths; ///< that the heads divide
};

}
