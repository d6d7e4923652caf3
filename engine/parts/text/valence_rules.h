#pragma once

#include "engine/parts/text/valence_tokens.h"

#include <map>
#include <optional>
#include <set>
#include <span>

namespace engine {

/// A token's rating as its context leaves it.
struct TokenTone {
    std::optional<double> value; ///< −4 … 4 and a little beyond; absent: it has no rating
    bool isNegated = false;
    double boost = 0.0; ///< by how much boosters before it made it stronger, or weaker where it is below 0
};

/// What words do to the ratings of others: negations, boosters, turns such as *but*, and idioms, which have
/// ratings of their own.
///
/// - A negation turns the ratings of the next three words (× −0.74), a booster changes their strength by its
///   points, less with the distance. Neither reaches over the end of a clause or over a turn, and those of an
///   idiom do nothing.
/// - A rated word in capitals is 0.7 stronger, where not all of the text is in capitals.
/// - Before the last turn ratings count half, behind it one and a half times.
class ValenceRules {
public:
    /// Lines `kind<TAB>words<TAB>number`. @throws IoError (`file_not_found`), FormatError (`part_damaged`)
    /// with the line.
    explicit ValenceRules(const std::filesystem::path& file);

    /// As many as tokens.
    std::vector<TokenTone> tonesOf(std::span<const ValenceToken> tokens, const WordRatings& ratings) const;

private:
    using Phrase = std::vector<std::string>;

    /// Gives idioms their ratings. @return which tokens are of one
    std::vector<bool> markIdioms(std::span<const ValenceToken> tokens, std::vector<TokenTone>& tones) const;
    void colour(std::span<const ValenceToken> tokens, std::size_t place, const std::vector<bool>& isOfIdiom,
                bool capitalsCount, TokenTone& tone) const;
    bool negates(std::span<const ValenceToken> tokens, std::size_t place) const;
    void turn(std::span<const ValenceToken> tokens, const std::vector<bool>& isOfIdiom,
              std::vector<TokenTone>& tones) const;

    TextMap<double> m_boosters;
    std::set<std::string, std::less<>> m_negations;
    std::set<std::string, std::less<>> m_turns;
    std::set<std::pair<std::string, std::string>> m_harmless; ///< pairs whose first word negates nothing
    std::map<Phrase, double> m_idioms; ///< 0: it has none, and its words have none either
    std::size_t m_longest = 0; ///< words of an idiom
};

}
