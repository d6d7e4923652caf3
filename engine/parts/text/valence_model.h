#pragma once

#include "engine/parts/installed_part.h"
#include "engine/parts/text/valence_rules.h"

#include <array>
#include <cstdint>

namespace engine {

/// A word of a text in its context.
struct WordValence {
    double valence = 0.0; ///< −3 … 3 as its rating stands there; 0: it has none
    bool isFound = false; ///< the word has a rating
    bool isNegated = false;
    double boost = 0.0; ///< points of −4 … 4 by which it is stronger, below 0 weaker
};

struct TextValence {
    double valence = 0.0; ///< −3 … 3, as raters see the whole text; 0 where none of its words is known
    std::size_t wordsFound = 0; ///< words and signs that have a rating
    std::vector<WordValence> words; ///< as many as chunks of the text
};

/// How positive English texts are, by the part `valence`: ratings of words, rules of what words do to them
/// (ValenceRules), and pairs and words whose tone rated sentences told beside them. Learnt from VADER's
/// ratings alone. The same text has the same valence on every machine; other languages: looksEnglish().
class ValenceModel {
public:
    /// @throws FormatError (`part_damaged`) with file and place.
    explicit ValenceModel(const InstalledPart& part);
    /// @throws as openPart().
    explicit ValenceModel(const Installation& installation)
        : ValenceModel(openPart(installation, kValencePart))
    {
    }

    TextValence valenceOf(std::string_view text) const;
    /// The words of a sentence as they are timed, with or without signs around them; result.words has one for
    /// each. A word may be several (`New York`): it has the mean of those that are found.
    TextValence valenceOfWords(std::span<const std::string> words) const;

    /// Words and rated signs of the chunks of a text.
    std::vector<ValenceToken> tokens(std::span<const std::string> chunks) const
    {
        return tokensOf(chunks, m_ratings);
    }
    /// The share of a text's words that the rated sentences have, 0 … 1; 1 for a text without words.
    double knownShare(std::string_view text) const;
    const PartCard& card() const { return m_card; }
    /// Which part it is, in a sentence for the metadata of files.
    std::string description() const;

    static constexpr double kHighest = 3.0; ///< of the scale −3 … 3

private:
    TextValence valenceOfChunks(const std::vector<std::string>& chunks) const;

    static constexpr std::size_t kNumbers = 11; ///< that the rules say of a text
    using Numbers = std::array<double, kNumbers>;

    static Numbers numbersOf(std::span<const std::string> chunks, std::span<const TokenTone> tones);
    /// Absent where the table has none of the words.
    std::optional<double> sumOfGrams(std::span<const ValenceToken> tokens) const;

    /// A word, or a pair with a blank between.
    struct Gram {
        double rarity = 0.0; ///< the logarithm of how many rated sentences there are for each that has it
        double weight = 0.0;
    };

    PartCard m_card;
    WordRatings m_ratings;
    ValenceRules m_rules;
    TextMap<Gram> m_grams;
    Numbers m_weights{};
    double m_constant = 0.0;
};

}
