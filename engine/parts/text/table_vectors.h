#pragma once

#include "engine/features/text/hashed_vectors.h"
#include "engine/parts/installed_part.h"
#include "engine/parts/text/word_ratings.h"

#include <cstdint>
#include <memory>

namespace engine {

/// The default vectors of English words: those of the part `word_vectors` (GloVe, 100 numbers of 8 bits), and
/// what HashedVectors says of a word's polarity and subjectivity.
///
/// A word that the table lacks has the mean of others that stand for it (`don't`: do, not; `well-made`: well,
/// made), else the first 100 numbers of its spelling, as long as the table's vectors are on the whole; the
/// column `in_table` is 0 there.
class TableVectors : public WordVectors {
public:
    /// @throws FormatError (`part_damaged`) with file and place.
    TableVectors(const InstalledPart& part, HashedVectors spelling);

    const std::vector<FeatureColumn>& columns() const override { return m_columns; }
    std::string description() const override;
    bool find(std::string_view word, std::span<float> row) const override;
    bool findUnknown(std::span<float>) const override { return false; } // every word has a vector

    /// Whether the table, or words of it that stand for it, has the word: `in_table`.
    bool knows(std::string_view word) const;

    static constexpr std::size_t kNumbers = 100;

private:
    /// The words of the table whose mean a word has; empty: none stands for it. @param word  in lower case
    std::vector<std::uint32_t> wordsFor(std::string_view word) const;
    void add(std::uint32_t word, std::span<float> row) const;

    HashedVectors m_spelling;
    std::vector<FeatureColumn> m_columns;
    std::string m_sum; ///< SHA-256 of the vectors
    TextMap<std::uint32_t> m_words;
    TextMap<std::vector<std::uint32_t>> m_others;
    std::vector<float> m_steps; ///< of each number
    std::vector<std::int8_t> m_values; ///< words × numbers
    float m_length = 1.0F; ///< mean length of a vector
};

}
