#pragma once

#include "engine/models/layers/logit_fusion.h"
#include "engine/models/modality_sizes.h"

namespace engine {

/// The least that a late fusion is asked for; in brackets the names in JSON.
struct LateFusionOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per step
    std::int64_t outputs = 1; ///< (n, or out_dim) O, one per label
    std::string modalities = "tva"; ///< (modalities) letters, in this order

    /// @throws FormatError (code `bad_hyper_parameter`).
    static LateFusionOptions read(HyperParameters& parameters);

    /// What published late fusions were trained with.
    static nlohmann::json training();
};

/// Two linear layers for each modality's vector to its logits, and their weighted sum.
///
/// run() takes `x_l`, `x_a`, `x_v` B × T × D of the chosen modalities, each with a T of its own, and `len_l`,
/// `len_a`, `len_v`. Outputs: `logits_t`, `logits_v`, `logits_a` B × O; for displays `modality_logits` B ×
/// modalities × O.
class LateFusion : public FusionModel {
public:
    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    std::vector<DisplayCard> displays() const override;
    torch::Tensor caseLoss(const std::string& kind, const NamedTensors& inputs,
                           const FusionOutput& output) override;
    bool takesUnaligned() const override { return true; }

protected:
    /// @param letters  of the modalities, in the order t, v, a
    /// @param widths   of their vectors, in the same order
    LateFusion(std::string letters, const std::vector<std::int64_t>& widths, std::int64_t outputs);

    /// What a modality's rows come to.
    /// @param i        place of the modality among the letters
    /// @param x        B × T × D
    /// @param lengths  B rows that count
    /// @return B × width
    virtual torch::Tensor vectorOf(std::size_t i, const torch::Tensor& x, const torch::Tensor& lengths) = 0;

private:
    std::string m_letters;
    std::vector<torch::nn::Sequential> m_affines;
    LogitFusion m_fusion;
};

}
