#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/layers/recurrent_layers.h"
#include "engine/models/modality_sizes.h"

namespace engine {

/// The sizes of an EF-LSTM; in brackets their names in JSON.
struct EfLstmOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per word
    std::int64_t hidden = 0; ///< (h) H, state of the LSTM
    std::int64_t layers = 1; ///< (num_layers)
    bool bidirectional = false; ///< (bidirectional)
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    double dropout = 0.0; ///< (dropout) between the two last layers
    CellKind cell = CellKind::Lstm; ///< (cell: `lstm`, `gru`)
    bool attention = false; ///< (attention) predicts from a weighted mean of all states, not from the last
    bool linearHead = false; ///< (head: `mlp`, `linear`) one layer instead of two
    /// (modalities) that it reads; all three when absent.
    std::vector<Modality> modalities{allModalities.begin(), allModalities.end()};

    /// @throws FormatError (code `bad_hyper_parameter`).
    static EfLstmOptions fromJson(const nlohmann::json& config);
    static nlohmann::json defaults();
};

/// Early fusion: the features of a word enter one LSTM (or GRU) side by side, and two layers predict from its
/// last state. The baseline of Zadeh et al., Memory Fusion Network, AAAI 2018. With attention and one layer
/// it is that of Pham et al., Seq2Seq2Sentiment, Challenge-HML 2018.
///
/// run() takes `x_l`, `x_a`, `x_v` B × T × D and, if some rows are padded, `lengths`. Outputs: `h_seq`
/// B × T × (directions · H), zeros at padding, `h_last` (what it predicts from), `state_norm` B × T and, with
/// attention, `attention` B × T. It runs live when it reads in one direction.
class EfLstm final : public FusionModel {
public:
    using Options = EfLstmOptions;

    explicit EfLstm(const EfLstmOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    std::unique_ptr<LiveRun> live() override;
    std::vector<DisplayCard> displays() const override;

private:
    class Unrolled;

    torch::Tensor joined(const std::vector<torch::Tensor>& words, std::int64_t axis) const;
    torch::Tensor predict(const torch::Tensor& last);

    EfLstmOptions m_options;
    RecurrentLayers m_layers;
    torch::nn::Linear m_attention{nullptr}, m_fc1{nullptr}, m_fc2{nullptr}, m_fc{nullptr};
};

}
