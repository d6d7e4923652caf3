#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/hyper_parameters.h"
#include "engine/models/layers/token_layer.h"

namespace engine {

/// Where an end-to-end network has its text from; in brackets the names in JSON.
struct TextEncoderOptions {
    enum class Kind {
        Vector, ///< (`vector`) a vector for each segment is given
        Features, ///< (`features`) rows of a text sequence in the place of words
        Small, ///< (`small`) ids of words, with an embedding that is learnt
        Albert ///< (`albert`) ids of pieces, looked at by an ALBERT that the network itself has
    };

    Kind kind = Kind::Vector; ///< (text.kind); absent: `vector` with d_t, else `features`
    std::int64_t width = 64; ///< (d_t of a vector; text.d otherwise) of what comes out
    std::int64_t features = 0; ///< (d_l) of a row
    std::int64_t vocabulary = 0; ///< (text.vocab) different ids
    std::int64_t longest = 128; ///< (text.max_len) words or rows that are looked at
    std::int64_t layers = 2; ///< (text.layers)
    std::int64_t heads = 4; ///< (text.heads)
    std::int64_t feedForward = 128; ///< (text.ff)
    double dropout = 0.0; ///< (text.dropout)
    std::vector<std::string> words; ///< (text.vocabulary) what the ids of words mean; none: ids are given
    std::string pieces; ///< (text.model) a SentencePiece model, as textOfBytes() has it
    /// (text.size `base`, `large`, `xlarge`, or text.albert) the sizes of an ALBERT, as AlbertOptions has
    /// them
    nlohmann::json albert;

    /// Takes what it needs out of the network's own parameters. @param isUsed  whether text is among the
    /// modalities; otherwise sizes may be missing. @throws FormatError (code `bad_hyper_parameter`).
    static TextEncoderOptions fromJson(HyperParameters& parameters, bool isUsed);
};

/// A segment's text as one vector: a learnt token before the words, positions, post-norm layers.
///
/// It takes `text_cls` B × D (of vectors); `x_l` B × T × F and `len_l` (of features); `ids` B × T, int64, and
/// `lengths` (of words).
struct TextEncoderImpl : torch::nn::Module {
    explicit TextEncoderImpl(const TextEncoderOptions& options);

    /// @return B × D. @throws FormatError (code `missing_input`), ShapeError (code `bad_inputs`).
    torch::Tensor forward(const NamedTensors& inputs);

    bool hasParameters() const
    {
        return m_options.kind == TextEncoderOptions::Kind::Features
            || m_options.kind == TextEncoderOptions::Kind::Small;
    }

private:
    TextEncoderOptions m_options;
    torch::nn::Linear m_project{nullptr};
    torch::nn::Embedding m_words{nullptr};
    torch::Tensor m_cls, m_positions;
    std::vector<TokenLayer> m_layers;
};
TORCH_MODULE(TextEncoder);

}
