#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/layers/token_layer.h"
#include "engine/models/modality_sizes.h"

#include <array>

namespace engine {

/// The sizes of a MISA; in brackets their names in JSON.
struct MisaOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per word
    std::int64_t hidden = 0; ///< (hid) width of the six tokens, a multiple of `heads`
    std::int64_t feedForward = 2048; ///< (ff) inside the transformer layer
    std::int64_t heads = 2; ///< (heads) of its attention
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    double dropout = 0.0; ///< (drop)
    double differenceWeight = 0.3; ///< (diff_w) weight of a part of the loss, like the next two
    double similarityWeight = 1.0; ///< (sim_w)
    double reconstructionWeight = 1.0; ///< (recon_w)

    /// @throws FormatError (code `bad_hyper_parameter`).
    static MisaOptions fromJson(const nlohmann::json& config);

    /// As published for CMU-MOSI.
    static nlohmann::json defaults();
};

/// Modality-Invariant and -Specific Representations: each modality's vector is projected into a private space
/// and into a space that all share; a transformer layer fuses the six projections. Hazarika et al., MISA, ACM
/// Multimedia 2020.
///
/// run() takes `x_l`, `x_a`, `x_v` B × T × D, which may have different numbers of steps, and, if some rows
/// are padded, `lengths` of all modalities or `len_l`, `len_a`, `len_v` of each. Outputs (t, v, a stand for
/// text, visual, acoustic): the vectors `orig_t` …, `private_t` …, `shared_t` … and the reconstructions from
/// the latter two `recon_t` …; for displays `attention` B × 6 × 6 and `shared_private_similarity` B × 3; with
/// the input `target`, also the scalars `loss_task` (mean square), `loss_diff`, `loss_sim`, `loss_recon` and
/// their weighted sum `loss_total`. The objective has the task's loss in place of `loss_task`.
class Misa final : public FusionModel {
public:
    using Options = MisaOptions;

    explicit Misa(const MisaOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool takesUnaligned() const override { return true; }
    std::vector<DisplayCard> displays() const override;
    torch::Tensor objective(const TrainingStep& step) override;
    torch::Tensor caseLoss(const std::string& kind, const NamedTensors& inputs,
                           const FusionOutput& output) override;

private:
    struct Net { ///< of one modality
        torch::nn::LSTM rnn1, rnn2;
        torch::nn::LayerNorm norm;
        torch::nn::Linear project;
        torch::nn::LayerNorm projectNorm;
        torch::nn::Linear ownSpace, reconstruct;
    };

    Net makeModality(char letter, std::int64_t width);
    torch::Tensor vectorOf(Net& modality, const torch::Tensor& x, const torch::Tensor& lengths);
    NamedTensors losses(const NamedTensors& outputs, const torch::Tensor& task) const;

    MisaOptions m_options;
    std::array<Net, 3> m_modalities; ///< text, visual, acoustic
    torch::nn::Linear m_shared;
    TokenLayer m_tokenLayer;
    torch::nn::Linear m_fusion1, m_fusion3;
    torch::nn::Dropout m_dropout;
};

}
