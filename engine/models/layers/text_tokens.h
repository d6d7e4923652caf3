#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/layers/piece_model.h"
#include "engine/models/layers/token_vocabulary.h"

#include <memory>
#include <string>
#include <vector>

namespace engine {

/// How texts become ids: by words of a vocabulary, or by the pieces of a SentencePiece model.
class TextTokens {
public:
    /// @param words  the vocabulary's marks first
    static TextTokens ofWords(std::vector<std::string> words);
    /// Pieces between [CLS] and [SEP], in lower case. @param model  what a file `spiece.model` holds
    /// @throws FormatError (code `bad_pieces`) for anything else.
    static TextTokens ofPieces(const std::string& model);

    std::int64_t size() const; ///< different ids
    /// `ids` N × T and `lengths` N, int64, each at least one and at most `longest`.
    NamedTensors of(const std::vector<std::string>& texts, std::int64_t longest) const;

private:
    std::vector<std::int64_t> idsOf(const std::string& text, std::int64_t longest) const;

    TokenVocabulary m_words;
    std::shared_ptr<const PieceModel> m_pieces; ///< null: words
};

}
