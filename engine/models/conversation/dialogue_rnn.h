#pragma once

#include "engine/models/conversation/conversation_model.h"
#include "engine/models/conversation/dialogue_direction.h"

namespace engine {

struct TrainingFacts;

/// The sizes of a DialogueRNN; in brackets their names in JSON.
struct DialogueRnnOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per turn; 0: not read
    /// (d_g, d_p, d_e, listener, d_n, attention, d_att) of each direction
    DialogueSizes sizes;
    std::int64_t dense = 0; ///< (d_h) units before the last layer
    std::int64_t outputs = 1; ///< (out_dim) O
    std::int64_t parties = 2; ///< (parties) P, slots of participants; a conversation of more has more
    bool isBidirectional = true; ///< (bidirectional)
    bool hasGlobalAttention = true; ///< (global_attention) of every turn over all turns
    bool predictsEveryone = false; ///< (predict: `speaker`, `all`)
    bool reversesSpeakers = true; ///< (reverse_speakers) false: as releases had it before they were corrected
    double dropout = 0.0; ///< (drop) before the last layer

    /// @throws FormatError (code `bad_hyper_parameter`).
    static DialogueRnnOptions fromJson(const nlohmann::json& config);
    static nlohmann::json defaults();
    /// `parties` and `d_n` by the training conversations, where they are not given.
    static void settle(nlohmann::json& config, const TrainingFacts& facts);
};

/// A global state, a state of each participant and an emotion state, from turn to turn. Majumder et al.,
/// DialogueRNN: An Attentive RNN for Emotion Detection in Conversations, AAAI 2019.
///
/// run() takes, besides what every ConversationModel takes, `speaker` B × T, int64, the slot of who speaks
/// (0 at padding), `present` B, how many slots are taken (undefined: all), and with the listener `vision`
/// `x_n` B × T × P × D_n, what is seen of each participant during the turn. Outputs: `e_seq`
/// B × T × (P ×) D, `context_attention_f`, `_r` B × T × T (row t: the weights of the turns before, or
/// behind), `attention` B × (P ×) T × T, `party_state` B × T × P × D_p. It runs live when it reads in one
/// direction.
class DialogueRnn final : public ConversationModel {
public:
    using Options = DialogueRnnOptions;

    explicit DialogueRnn(const DialogueRnnOptions& options);

    /// @throws as ConversationModel; ShapeError (code `bad_inputs`) for slots that are none.
    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool predictsEveryone() const override { return m_options.predictsEveryone; }
    bool readsBackwards() const override { return m_options.isBidirectional; }
    std::int64_t seenNumbers() const override;
    std::unique_ptr<LiveRun> live() override;
    std::vector<DisplayCard> displays() const override;

private:
    class Live;
    struct Slots;

    Slots slotsOf(const NamedTensors& inputs, std::int64_t turns) const;
    torch::Tensor predict(const torch::Tensor& emotions);

    DialogueRnnOptions m_options;
    DialogueDirection m_forwards{nullptr}, m_backwards{nullptr};
    TurnAttention m_attention{nullptr};
    torch::nn::Linear m_linear{nullptr}, m_last{nullptr};
};

}
