#pragma once

#include "engine/models/fusion_model.h"

#include <nlohmann/json_fwd.hpp>

namespace engine {

/// The sizes of an ALBERT, under the names that public files have for them.
struct AlbertOptions {
    std::int64_t words = 0; ///< (vocab_size) pieces
    std::int64_t embedding = 128; ///< (embedding_size)
    std::int64_t hidden = 768; ///< (hidden_size), a multiple of `heads`
    std::int64_t heads = 12; ///< (num_attention_heads)
    std::int64_t feedForward = 3072; ///< (intermediate_size)
    std::int64_t passes = 12; ///< (num_hidden_layers) through the one layer
    std::int64_t positions = 512; ///< (max_position_embeddings)
    std::int64_t types = 2; ///< (type_vocab_size)
    double epsilon = 1e-12; ///< (layer_norm_eps)

    /// @throws FormatError (code `bad_hyper_parameter`).
    static AlbertOptions fromJson(const nlohmann::json& config);
};

/// A text encoder whose layers share one set of weights. Lan et al., ALBERT, ICLR 2020. Parameters have the
/// names of public files.
///
/// run() takes `ids` B × T, int64, pieces of each text with [CLS] first, and `lengths` B. The prediction is
/// the state of [CLS] B × H; outputs `last_hidden` B × T × H (0 at padding) and `pooled` B × H.
class Albert final : public FusionModel {
public:
    explicit Albert(const AlbertOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    torch::Tensor caseLoss(const std::string& kind, const NamedTensors& inputs,
                           const FusionOutput& output) override;

private:
    torch::Tensor pass(const torch::Tensor& x, const torch::Tensor& mask);

    AlbertOptions m_options;
    torch::nn::Embedding m_words, m_positions, m_types;
    torch::nn::LayerNorm m_embeddingNorm, m_attentionNorm, m_layerNorm;
    torch::nn::Linear m_mapping, m_query, m_key, m_value, m_dense, m_ffn, m_ffnOutput, m_pooler;
};

/// Of a public file of weights, those of the encoder: what else it holds (heads that predict pieces) is left
/// out.
NamedTensors albertParameters(const NamedTensors& file);

}
