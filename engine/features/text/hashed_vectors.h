#pragma once

#include "engine/features/text/sentiment_lexicon.h"
#include "engine/features/text/word_vectors.h"

namespace engine {

/// The vectors that are always there: an untrained hash of spellings, and the word's polarity and
/// subjectivity from a lexicon. They tell words apart and bring spellings that share letters near each other;
/// they know nothing of meanings.
///
/// 300 numbers are the sum of one random vector per piece of the word: the word itself and its pieces of 3 to
/// 6 characters with `<` and `>` around it, as fastText cuts them (Bojanowski et al., Enriching word vectors
/// with subword information, TACL 2017); the word is taken in lower case, without signs around it. FNV-1a of
/// a piece, modulo 2¹⁶, is the seed of its vector; the sum has length 1. The numbers are the same on every
/// machine.
class HashedVectors : public WordVectors {
public:
    explicit HashedVectors(SentimentLexicon lexicon);

    const std::vector<FeatureColumn>& columns() const override { return m_columns; }
    std::string description() const override;
    bool find(std::string_view word, std::span<float> row) const override;
    bool findUnknown(std::span<float>) const override { return false; } // every word is known

    static constexpr std::size_t kHashed = 300; ///< columns before polarity, subjectivity and in_lexicon

private:
    SentimentLexicon m_lexicon;
    std::vector<FeatureColumn> m_columns;
};

}
