#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/modality_sizes.h"

#include <array>

namespace engine {

// The parts of FMT. F is the number of factors, seven: l, a, v, la, lv, av, lav.

/// A layer norm whose ε is added to the unbiased standard deviation, not to the variance.
struct DeviationNormImpl : torch::nn::Module {
    explicit DeviationNormImpl(std::int64_t width);
    torch::Tensor forward(const torch::Tensor& x);

    torch::Tensor alpha, bias; ///< D
};
TORCH_MODULE(DeviationNorm);

/// Attention of H heads, each as wide as its input.
struct WideHeadsImpl : torch::nn::Module {
    /// @param chained  each head projects the queries, keys and values of the head before.
    WideHeadsImpl(std::int64_t heads, std::int64_t width, bool chained);

    struct Result {
        std::vector<torch::Tensor> values; ///< per head, B × T × D
        torch::Tensor weights; ///< B × H × T × T
    };

    /// @param x     B × T × D.
    /// @param mask  B × T × 1 or B × 1 × T, true where the scores do not count; undefined: all count.
    Result forward(const torch::Tensor& x, const torch::Tensor& mask);

    bool chained;
    std::vector<torch::nn::Linear> queries, keys, values, outs; ///< per head

private:
    std::array<torch::Tensor, 3> project(const torch::Tensor& x);
};
TORCH_MODULE(WideHeads);

/// The input of a layer of FMT: the segment's steps, and which of them do not count.
struct FactorizedInput {
    torch::Tensor x; ///< B × T × D, text, acoustic and visual features side by side
    std::array<torch::Tensor, 7> masks; ///< per factor, as WideHeads takes them
};

/// One layer of FMT: every factor attends to itself, the results of the four factors of each modality are
/// summed up, and two linear layers follow.
struct FactorizedLayerImpl : torch::nn::Module {
    /// @param widths     of text, acoustic and visual features.
    /// @param summaries  widths of the summing layers, 4 → … → 1.
    FactorizedLayerImpl(const ModalitySizes& widths, std::int64_t heads,
                        const std::vector<std::int64_t>& summaries, std::int64_t hidden, double dropout,
                        bool chained);

    struct Result {
        torch::Tensor x; ///< B × T × D
        std::array<torch::Tensor, 7> weights; ///< per factor, B × H × T × T
        torch::Tensor activity; ///< B × T × F: norm of a factor's contribution; only for displays
    };

    Result forward(const FactorizedInput& input, Displays displays);

private:
    struct Summary {
        torch::Tensor weights; ///< 3 modalities × 4 slices × H: of each head's values
        torch::Tensor inputs; ///< 3: of the modality itself
        torch::Tensor bias; ///< 3
    };
    Summary summary();

    ModalitySizes m_widths;
    std::int64_t m_heads;
    std::vector<WideHeads> m_attention; ///< per factor
    std::vector<std::vector<torch::nn::Linear>> m_summaries; ///< per layer, modality by modality H heads
    DeviationNorm m_norm1, m_norm2;
    torch::nn::Linear m_linear1, m_linear2;
    torch::nn::Dropout m_dropout;
};
TORCH_MODULE(FactorizedLayer);

/// The modalities of each factor, as columns of text, acoustic, visual.
inline constexpr std::size_t factorCount = 7;
extern const std::array<std::vector<std::size_t>, factorCount> factorModalities;

/// `l`, `a`, …, `l_a_v`.
extern const std::array<const char*, factorCount> factorNames;

}
