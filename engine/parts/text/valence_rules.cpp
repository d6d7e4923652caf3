#include "engine/parts/text/valence_rules.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::array<double, 3> kFading{1.0, 0.95, 0.9}; // of what is so many words away
constexpr double kTurned = -0.74;
constexpr double kCapitals = 0.7;
constexpr double kBeforeTurn = 0.5;
constexpr double kBehindTurn = 1.5;

std::vector<std::string> wordsOfPhrase(std::string_view text)
{
    std::vector<std::string> words;
    for (auto blank = text.find(' '); blank != std::string_view::npos; blank = text.find(' ')) {
        words.emplace_back(text.substr(0, blank));
        text.remove_prefix(blank + 1);
    }
    words.emplace_back(text);
    return words;
}

/// Capitals stress a word only where others are small.
bool doCapitalsCount(std::span<const ValenceToken> tokens)
{
    return std::ranges::any_of(tokens, &ValenceToken::isCapitals)
        && std::ranges::any_of(tokens, [](const ValenceToken& token) {
               return !token.isCapitals && !token.isSign && codePoints(token.text).size() > 1;
           });
}

}

ValenceRules::ValenceRules(const std::filesystem::path& file)
{
    readPartTable(file, 3, [&](const std::vector<std::string_view>& cells, std::size_t line) {
        const std::string_view kind = cells[0];
        Phrase words = wordsOfPhrase(cells[1]);
        const double number = numberInCell(cells[2], file, line);
        if (kind == "negation" && words.size() == 1) {
            m_negations.insert(words[0]);
        } else if (kind == "booster" && words.size() == 1) {
            m_boosters.emplace(words[0], number);
        } else if (kind == "turn" && words.size() == 1) {
            m_turns.insert(words[0]);
        } else if (kind == "harmless" && words.size() == 2) {
            m_harmless.emplace(words[0], words[1]);
        } else if (kind == "idiom" && words.size() > 1) {
            m_longest = std::max(m_longest, words.size());
            m_idioms.emplace(std::move(words), number);
        } else {
            throw FormatError("part_damaged", file.string(),
                              fmt::format("line {} is '{}' of '{}', expected a negation, booster, turn, "
                                          "harmless pair or idiom",
                                          line, kind, cells[1]));
        }
    });
}

std::vector<bool> ValenceRules::markIdioms(std::span<const ValenceToken> tokens,
                                           std::vector<TokenTone>& tones) const
{
    std::vector<bool> isOfIdiom(tokens.size());
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        Phrase phrase;
        for (std::size_t place = first; place < tokens.size() && phrase.size() < m_longest; ++place)
            phrase.push_back(tokens[place].bare);
        for (; phrase.size() > 1; phrase.pop_back()) {
            const auto idiom = m_idioms.find(phrase);
            const auto begin = isOfIdiom.begin() + static_cast<std::ptrdiff_t>(first);
            const auto end = begin + static_cast<std::ptrdiff_t>(phrase.size());
            if (idiom == m_idioms.end() || std::find(begin, end, true) != end)
                continue;
            std::fill(begin, end, true);
            if (idiom->second != 0.0)
                tones[first + phrase.size() - 1].value = idiom->second;
        }
    }
    return isOfIdiom;
}

bool ValenceRules::negates(std::span<const ValenceToken> tokens, std::size_t place) const
{
    const ValenceToken& token = tokens[place];
    if (!m_negations.contains(token.bare) && !token.text.ends_with("n't"))
        return false;
    return place + 1 >= tokens.size() || !m_harmless.contains({token.bare, tokens[place + 1].bare});
}

void ValenceRules::colour(std::span<const ValenceToken> tokens, std::size_t place,
                          const std::vector<bool>& isOfIdiom, bool capitalsCount, TokenTone& tone) const
{
    const double sign = *tone.value > 0 ? 1.0 : -1.0;
    for (std::size_t distance = 1; distance <= kFading.size() && distance <= place; ++distance) {
        const std::size_t before = place - distance;
        if (tokens[before].endsClause || m_turns.contains(tokens[before].bare))
            break;
        if (isOfIdiom[before])
            continue;
        if (const auto booster = m_boosters.find(tokens[before].bare); booster != m_boosters.end())
            tone.boost += booster->second * kFading.at(distance - 1);
        tone.isNegated = tone.isNegated || negates(tokens, before);
    }
    double value = *tone.value + (capitalsCount && tokens[place].isCapitals ? sign * kCapitals : 0.0);
    value += sign * tone.boost;
    tone.value = tone.isNegated ? value * kTurned : value;
}

void ValenceRules::turn(std::span<const ValenceToken> tokens, const std::vector<bool>& isOfIdiom,
                        std::vector<TokenTone>& tones) const
{
    for (std::size_t place = tokens.size(); place-- > 0;) {
        const bool isInside = place > 0 && place + 1 < tokens.size();
        if (!isInside || isOfIdiom[place] || !m_turns.contains(tokens[place].bare))
            continue;
        for (std::size_t i = 0; i < tones.size(); ++i) {
            if (tones[i].value && i != place)
                *tones[i].value *= i < place ? kBeforeTurn : kBehindTurn;
        }
        return;
    }
}

std::vector<TokenTone> ValenceRules::tonesOf(std::span<const ValenceToken> tokens,
                                             const WordRatings& ratings) const
{
    std::vector<TokenTone> tones(tokens.size());
    const std::vector<bool> isOfIdiom = markIdioms(tokens, tones);
    const bool capitalsCount = doCapitalsCount(tokens);
    for (std::size_t place = 0; place < tokens.size(); ++place) {
        const std::string& bare = tokens[place].bare;
        if (!isOfIdiom[place] && !m_boosters.contains(bare) && !m_negations.contains(bare))
            tones[place].value = ratings.findWord(tokens[place].text);
        if (tones[place].value && *tones[place].value != 0.0)
            colour(tokens, place, isOfIdiom, capitalsCount, tones[place]);
    }
    turn(tokens, isOfIdiom, tones);
    return tones;
}

}
