#pragma once

#include "engine/models/fusion_model.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace engine {

/// The sizes of the early-fusion BiLSTM; in brackets their names in JSON.
struct WilliamsOptions {
    std::int64_t inputs = 0; ///< (d_in, or d_l, d_a and d_v) features per word, of all modalities together
    std::int64_t hidden = 64; ///< (hidden) state of each direction
    std::int64_t layers = 1; ///< (layers) 1…3
    std::int64_t nodes = 100; ///< (nodes) width of the layer before the prediction
    std::int64_t outputs = 6; ///< (n_out or out_dim) O, one per label
    double dropout = 0.0; ///< (drop) behind each layer
    std::string final; ///< (final: linear, relu, sigmoid, tanh, softplus or softmax)
    /// (order: lav, lva, alv, avl, vla or val) of text, acoustic, visual features in the input.
    std::string order;

    /// @throws FormatError (code `bad_hyper_parameter`).
    static WilliamsOptions fromJson(const nlohmann::json& config);

    /// As published for CMU-MOSEI.
    static nlohmann::json defaults();
};

/// Deep early fusion: all features of a word enter one to three bidirectional LSTMs side by side. Williams et
/// al., Recognizing Emotions in Video Using Multimodal DNN Feature Fusion, ACL workshop 2018.
///
/// run() takes `x` B × T × D and, if some rows are padded, `lengths`; inputsFrom() puts the modalities side
/// by side in the given `order`. Padding is masked, also in the batch norm's statistics, which include the
/// zeros of padding in the original. Output: `h_last` B × 2H.
class Williams final : public FusionModel {
public:
    using Options = WilliamsOptions;

    explicit Williams(const WilliamsOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;

private:
    torch::Tensor normed(const torch::Tensor& x, const torch::Tensor& lengths);
    torch::Tensor activated(const torch::Tensor& y) const;

    std::string m_final, m_order;
    torch::nn::BatchNorm1d m_norm;
    std::vector<torch::nn::LSTM> m_layers;
    torch::nn::Dropout m_dropout;
    torch::nn::Linear m_fc1, m_fc2;
};

}
