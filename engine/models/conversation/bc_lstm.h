#pragma once

#include "engine/models/conversation/conversation_model.h"
#include "engine/models/conversation/turn_attention.h"
#include "engine/models/layers/recurrent_layers.h"

#include <optional>

namespace engine {

/// The sizes of a BCLSTM; in brackets their names in JSON.
struct BcLstmOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per turn; 0: not read
    std::int64_t hidden = 0; ///< (h) H, state of each LSTM and direction
    std::int64_t dense = 0; ///< (fc) units of the layers behind an LSTM
    std::int64_t outputs = 1; ///< (out_dim) O
    std::int64_t layers = 1; ///< (layers) of each LSTM
    bool isBidirectional = true; ///< (bidirectional)
    bool isHierarchical = false; ///< (fusion: `early`, `hierarchical`)
    bool hasAttention = false; ///< (attention) of every turn over all turns
    double dropout = 0.0; ///< (drop) before the last layer, and between the layers of an LSTM

    /// @throws FormatError (code `bad_hyper_parameter`).
    static BcLstmOptions fromJson(const nlohmann::json& config);
    static nlohmann::json defaults();
};

/// The context of a turn by an LSTM over the turns before it and behind it. Poria et al., Context-Dependent
/// Sentiment Analysis in User-Generated Videos, ACL 2017.
///
/// `early`: one LSTM over the vectors of all modalities side by side. `hierarchical`: one per modality, a
/// dense layer behind each, and one LSTM over these together; each modality has a prediction of its own,
/// which is learnt as well (kModalityShare). Outputs: `h_seq` B × T × (directions · H), `attention` B × T ×
/// T, and the predictions `pred_l`, `pred_a`, `pred_v` B × T × O. It runs live when it reads in one
/// direction.
class BcLstm final : public ConversationModel {
public:
    using Options = BcLstmOptions;

    explicit BcLstm(const BcLstmOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool readsBackwards() const override { return m_options.isBidirectional; }
    torch::Tensor objective(const TrainingStep& step) override;
    std::unique_ptr<LiveRun> live() override;
    std::vector<DisplayCard> displays() const override;

private:
    class Live;

    /// What one modality has of its own in the hierarchical form.
    struct Branch {
        Modality modality = Modality::Text;
        RecurrentLayers lstm;
        torch::nn::Linear dense{nullptr}, head{nullptr};
    };

    torch::Tensor predict(const torch::Tensor& h);

    BcLstmOptions m_options;
    std::vector<Branch> m_branches; ///< of the hierarchical form
    std::optional<RecurrentLayers> m_lstm; ///< over all of a turn
    TurnAttention m_attention{nullptr};
    torch::nn::Linear m_linear{nullptr}, m_last{nullptr};
};

}
