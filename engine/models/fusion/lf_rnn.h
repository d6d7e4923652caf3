#pragma once

#include "engine/models/layers/logit_fusion.h"
#include "engine/models/modality_sizes.h"

namespace engine {

/// The sizes of an LFRNN; in brackets their names in JSON.
struct LfRnnOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per step
    std::int64_t outputs = 1; ///< (n, or out_dim) O, one per label
    bool usesGru = false; ///< (cell) `lstm` or `gru`
    std::int64_t layers = 1; ///< (layers)
    std::int64_t hidden = 0; ///< (hidden) units; 0: as many as the modality has features
    bool isBidirectional = true; ///< (bidirectional)
    double dropout = 0.0; ///< (dropout) between the layers
    std::string modalities = "tva"; ///< (modalities) letters, in this order

    /// @throws FormatError (code `bad_hyper_parameter`).
    static LfRnnOptions fromJson(const nlohmann::json& config);

    /// As published.
    static nlohmann::json defaults();
};

/// Late fusion of hand-made features: a recurrent net per modality, its final states to logits, and their
/// weighted sum. The baseline of Dai et al., NAACL 2021; padding is masked here.
///
/// run() takes `x_l`, `x_a`, `x_v` B × T × D of the chosen modalities, each with a T of its own, and `len_l`,
/// `len_a`, `len_v`. Outputs: `logits_t`, `logits_v`, `logits_a` B × O.
class LfRnn final : public LateFusion {
public:
    using Options = LfRnnOptions;

    explicit LfRnn(const LfRnnOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;

private:
    torch::Tensor vectorOf(std::size_t modality, const torch::Tensor& x, const torch::Tensor& lengths);

    std::vector<torch::nn::LSTM> m_lstms; ///< by letter; empty with GRUs
    std::vector<torch::nn::GRU> m_grus;
};

}
