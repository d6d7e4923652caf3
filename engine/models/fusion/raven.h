#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/modality_sizes.h"

namespace engine {

/// The sizes of a RAVEN; in brackets their names in JSON.
struct RavenOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per word, acoustic and visual ones per frame
    std::int64_t norm = 0; ///< (norm) width to which frames are resized
    std::int64_t cell = 0; ///< (cell) state of the LSTMs inside a word
    std::int64_t hidden = 0; ///< (h) state of the LSTM over words
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    double shiftWeight = 1.0; ///< (shift_weight) β, how far a word may move
    bool sigmoidGate = false; ///< (gate: linear as in the released code, or sigmoid as in the paper)
    double dropout = 0.0; ///< (drop) of the last state

    /// @throws FormatError (code `bad_hyper_parameter`).
    static RavenOptions fromJson(const nlohmann::json& config);

    /// As published for CMU-MOSI, with the gates of the paper.
    static nlohmann::json defaults();
};

/// Recurrent Attended Variation Embedding Network: acoustic and visual features during a word shift the
/// word's vector. Wang et al., Words Can Shift, AAAI 2019. Unlike in the released code, the gates, the shift
/// and the LSTMs inside words are trained.
///
/// run() takes `x_l` B × T × D_text, `x_a` B × T × S_a × D_acoustic and `x_v` B × T × S_v × D_visual, the number of frames
/// in each word `a_len`, `v_len` B × T (0: none), and `lengths` if some rows are padded. inputsFrom() gives
/// each word one frame, or none where that frame is all zeros. Outputs: `gate_a`, `gate_v`, `shift_norm` B ×
/// T, `shift` and `shifted_words` B × T × D_text.
class Raven final : public FusionModel {
public:
    using Options = RavenOptions;

    explicit Raven(const RavenOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;
    std::vector<DisplayCard> displays() const override;

private:
    bool m_sigmoidGate;
    double m_shiftWeight;
    torch::nn::Linear m_acousticResize, m_visualResize;
    torch::nn::LSTM m_acousticLstm, m_visualLstm;
    torch::nn::Linear m_acousticGate, m_visualGate;
    torch::nn::Linear m_shift;
    torch::nn::LSTM m_lstm;
    torch::nn::Dropout m_dropout;
    torch::nn::Linear m_out;
};

}
