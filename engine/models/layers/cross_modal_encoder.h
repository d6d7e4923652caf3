#pragma once

#include "engine/models/layers/attention.h"
#include "engine/models/layers/positions.h"

namespace engine {

/// Dropouts of a transformer encoder, by what they drop.
struct EncoderDropouts {
    double attention = 0.0;
    double relu = 0.0;
    double residual = 0.0;
    double embedding = 0.0;
};

/// One layer: attention to the source, then two linear layers; each of the two parts has a layer norm before
/// it and a residual connection around it.
struct CrossModalLayerImpl : torch::nn::Module {
    CrossModalLayerImpl(std::int64_t width, std::int64_t heads, const EncoderDropouts& dropouts);

    /// As MultiHeadAttention::forward(); the same layer norm serves `x` and `source`.
    Attended forward(const torch::Tensor& x, const torch::Tensor& source, const torch::Tensor& mask,
                     Displays displays);

    EncoderDropouts dropouts;
    MultiHeadAttention attention;
    torch::nn::Linear fc1, fc2;
    torch::nn::LayerNorm attentionNorm, linearNorm;
};
TORCH_MODULE(CrossModalLayer);

/// A transformer encoder whose queries come from one modality, and keys and values from another or the same
/// modality. Tsai et al., Multimodal Transformer for Unaligned Multimodal Language Sequences, ACL 2019.
struct CrossModalEncoderImpl : torch::nn::Module {
    CrossModalEncoderImpl(std::int64_t width, std::int64_t heads, std::int64_t layers,
                          const EncoderDropouts& dropouts);

    /// @param x, source  B × Tq × D and B × Tk × D, as embed() makes them.
    /// @return           `weights` B × layers × Tq × Tk.
    Attended forward(const torch::Tensor& x, const torch::Tensor& source, const torch::Tensor& mask,
                     Displays displays);

    /// Self-attention of x of which only one step of the result is computed.
    ///
    /// @param lengths   B; the step is the last valid step of each row; undefined for step T - 1.
    /// @param lastMask  B × 1 × T, the mask of that step; `mask` is that of all steps.
    /// @return          `values` B × D, `weights` as above.
    Attended lastStep(const torch::Tensor& x, const torch::Tensor& lengths, const torch::Tensor& mask,
                      const torch::Tensor& lastMask, Displays displays);

    torch::Tensor dropped(const torch::Tensor& embedded) const;

    double embeddingDropout;
    std::vector<CrossModalLayer> layers;
    torch::nn::LayerNorm norm;
};
TORCH_MODULE(CrossModalEncoder);

/// √D · x plus the position. A step whose first feature is exactly 0 counts as padding and gets no position.
torch::Tensor embed(const torch::Tensor& x, PositionTable& positions);

}
