#pragma once

#include "engine/models/blocks/cell_bank.h"
#include "engine/models/blocks/linear_steps.h"
#include "engine/models/layers/sequence_encoder.h"

#include <memory>
#include <optional>

namespace engine {

struct DecoderSizes {
    std::int64_t outputs = 0; ///< D of a step, or the size of the vocabulary
    std::int64_t hidden = 0; ///< H, that of the encoder
    std::int64_t embedding = 0; ///< width of an embedded id; 0: steps are features, not ids
    CellKind cell = CellKind::Lstm;
    bool attention = true; ///< else every step sees the encoder's final state
};

/// What a decoder wrote.
struct Decoded {
    torch::Tensor outputs; ///< B × T × D: features, or logits of ids
    torch::Tensor attention; ///< B × T × S; undefined without attention
};

/// What a decoder is told of the truth while it writes.
struct Teacher {
    torch::Tensor truth; ///< B × T × D, or B × T ids, int64; undefined: it goes on from its own outputs
    /// How likely a step sees the true step before it instead of the decoder's own; drawn for each step, for
    /// the whole batch, from LibTorch's generator.
    double share = 1.0;
};

/// Writes a sequence step by step from an encoded one: a recurrent cell that is fed its last step and its
/// last attended state, with bilinear attention over the source. Luong et al., Effective Approaches to
/// Attention-based Neural Machine Translation, EMNLP 2015, as Pham et al. 2018 use it.
///
/// i = [y_{t-1}; r_{t-1}] → h_t; a = softmax(h_t · W_att e_s); r_t = tanh(comb([Σ a e_s; h_t])); y_t =
/// out(r_t). h_0 is the encoder's final state, the first y is 0 or the embedding of id 0, all else 0.
class AttentionDecoderImpl : public torch::nn::Module {
public:
    explicit AttentionDecoderImpl(const DecoderSizes& sizes);

    /// Where a decoder stands between two steps.
    struct State {
        torch::Tensor hidden, cell, attended; ///< B × H each
    };

    /// One pass over B sources: the weights prepared for many steps.
    class Pass {
    public:
        Pass(AttentionDecoderImpl& decoder, const Encoded& source);

        State start() const;
        /// @param before  the step before, B × D or embedded ids
        /// @return        the output of this step, B × D
        torch::Tensor step(const torch::Tensor& before, State& state);
        /// B × S, of the last step.
        const torch::Tensor& attention() const { return m_weights; }

    private:
        torch::Tensor contextOf(const torch::Tensor& hidden);

        AttentionDecoderImpl& m_decoder;
        const Encoded m_source;
        torch::Tensor m_keys, m_padding, m_weights;
        std::optional<blocks::LinearSteps> m_input;
        std::optional<blocks::CellBank> m_cells;
        blocks::LinearSteps m_comb, m_out;
    };

    /// The first "step before": zeros, or the embedding of id 0. B × D
    torch::Tensor first(std::int64_t rows, const torch::TensorOptions& options);
    /// @param ids  B, int64
    torch::Tensor embedded(const torch::Tensor& ids) { return m_embed(ids); }
    bool writesIds() const { return static_cast<bool>(m_embed); }

    Decoded decode(const Encoded& source, std::int64_t steps, const Teacher& teacher);

private:
    DecoderSizes m_sizes;
    torch::nn::Embedding m_embed{nullptr};
    torch::nn::LSTMCell m_lstm{nullptr}; ///< one of the two is there
    torch::nn::GRUCell m_gru{nullptr};
    torch::nn::Linear m_attention{nullptr}, m_comb{nullptr}, m_out{nullptr};
};

TORCH_MODULE(AttentionDecoder);

}
