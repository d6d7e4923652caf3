#pragma once

#include "engine/models/layers/late_fusion.h"
#include "engine/models/layers/recurrent_layers.h"

namespace engine {

/// The sizes of an LFRNN; in brackets their names in JSON.
struct LfRnnOptions : LateFusionOptions {
    CellKind cell = CellKind::Lstm; ///< (cell) `lstm` or `gru`
    std::int64_t layers = 1; ///< (layers)
    std::int64_t hidden = 0; ///< (hidden) units; 0: as many as the modality has features
    bool isBidirectional = true; ///< (bidirectional)
    double dropout = 0.0; ///< (dropout) between the layers

    /// @throws FormatError (code `bad_hyper_parameter`).
    static LfRnnOptions fromJson(const nlohmann::json& config);

    /// As published.
    static nlohmann::json defaults();
};

/// Late fusion of hand-made features: a recurrent net per modality, its final states to logits, and their
/// weighted sum. The baseline of Dai et al., NAACL 2021; padding is masked here.
class LfRnn final : public LateFusion {
public:
    using Options = LfRnnOptions;

    explicit LfRnn(const LfRnnOptions& options);

private:
    torch::Tensor vectorOf(std::size_t i, const torch::Tensor& x, const torch::Tensor& lengths) override;

    std::vector<RecurrentLayers> m_nets; ///< by letter
};

}
