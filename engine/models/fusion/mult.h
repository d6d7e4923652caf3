#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/layers/cross_modal_encoder.h"
#include "engine/models/modality_sizes.h"

#include <array>

namespace engine {

/// The sizes of a MulT; in brackets their names in JSON.
struct MultOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per step
    std::int64_t width = 0; ///< (d) D, of each modality inside, a multiple of `heads`
    std::int64_t heads = 0; ///< (heads)
    std::int64_t layers = 0; ///< (layers) of each of the six crossmodal encoders
    std::int64_t memoryLayers = 3; ///< (mem_layers) least number of layers in the three encoders behind them
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    bool causal = true; ///< (attn_mask) a step looks at most |Tk - Tq| steps ahead
    bool keyMask = false; ///< (key_mask) padded keys are hidden, and the last valid step is used
    std::array<double, 3> attentionDropouts{}; ///< (p_attn, p_attn_a, p_attn_v) by the source modality
    double reluDropout = 0.0; ///< (p_relu)
    double residualDropout = 0.0; ///< (p_res)
    double embeddingDropout = 0.0; ///< (p_embed)
    double outDropout = 0.0; ///< (p_out)

    /// @throws FormatError (code `bad_hyper_parameter`).
    static MultOptions fromJson(const nlohmann::json& config);

    /// As published for CMU-MOSI, with `key_mask`.
    static nlohmann::json defaults();
};

/// Multimodal Transformer: each modality is enriched by attending to each of the two others, then to itself;
/// the last steps make the prediction. Tsai et al., Multimodal Transformer for Unaligned Multimodal Language
/// Sequences, ACL 2019.
///
/// run() takes `x_l` B × T_l × D_text, `x_a`, `x_v`, which may have other numbers of steps. As published, the
/// model does not know of padding, so padding changes the prediction. With `key_mask` and the input `lengths`
/// (all modalities then have the same T) or `len_l`, `len_a`, `len_v`, it does not: then the lengths of a
/// segment decide how far ahead a step looks, as T does where nothing is padded. With `key_mask` the input
/// `hidden`, B × 3, names modalities that no other attends to. Outputs: `attn_l_with_a` … B
/// × layers × Tq × Tk and `attn_l_mem` …, means over the heads, and `last` B × 6D.
class Mult final : public FusionModel {
public:
    using Options = MultOptions;

    explicit Mult(const MultOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool takesUnaligned() const override { return true; }
    bool hidesModalities() const override { return m_options.keyMask; }
    std::vector<DisplayCard> displays() const override;

private:
    struct Target {
        std::array<std::size_t, 2> sources; ///< modalities
        std::array<CrossModalEncoder, 2> encoders;
        CrossModalEncoder memory;
    };

    torch::Tensor projected(const torch::Tensor& x, std::size_t modality);
    /// The number of steps of each modality, and how many of them are valid (undefined when all are).
    struct Steps {
        std::array<std::int64_t, 3> all{};
        std::array<torch::Tensor, 3> valid;
        bool areAligned = true; ///< all modalities have the same steps
        torch::Tensor hidden; ///< B × 3; undefined: none is hidden
    };
    Steps stepsOf(const NamedTensors& inputs) const;
    torch::Tensor crossMask(const Steps& steps, std::size_t target, std::size_t source,
                            const torch::TensorOptions& options) const;
    torch::Tensor sourceMask(const Steps& steps, std::size_t target, std::size_t source,
                             const torch::TensorOptions& options) const;
    torch::Tensor ownMask(const Steps& steps, std::size_t target, const torch::TensorOptions& options) const;

    MultOptions m_options;
    PositionTable m_positions, m_memoryPositions;
    std::vector<torch::nn::Conv1d> m_projections; ///< per modality
    std::vector<Target> m_targets; ///< per modality
    torch::nn::Linear m_fc1, m_fc2, m_out;
};

}
