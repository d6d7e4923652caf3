#include "engine/parts/text/valence_tokens.h"

#include "engine/core/utf8.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kReferences{
    {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}, {"\u2019", "'"}}};
constexpr std::string_view kClauseEnds = ".,;:!?";
constexpr std::size_t kLongestSign = 4; // bytes of what has letters in it, as `:d`

bool isCapital(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

bool isSmall(char letter)
{
    return letter >= 'a' && letter <= 'z';
}

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool isOfWord(char letter)
{
    return isCapital(letter) || isSmall(letter) || isDigit(letter) || letter == '\''
        || static_cast<unsigned char>(letter) >= 0x80;
}

/// The rated sign that a chunk is as a whole, as it is written or in lower case; empty: it is none.
std::string ratedSign(const std::string& chunk, const WordRatings& ratings)
{
    const std::string lower = inLowerCase(chunk);
    const bool beginsAsWord = isSmall(lower.front()) || isDigit(lower.front());
    if (!beginsAsWord && ratings.find(chunk))
        return chunk;
    if (chunk.size() > kLongestSign || std::ranges::all_of(chunk, isOfWord) || !ratings.find(lower))
        return {};
    return ratings.find(chunk) ? chunk : lower;
}

std::string_view withoutApostrophesAround(std::string_view word)
{
    while (word.starts_with('\''))
        word.remove_prefix(1);
    while (word.ends_with('\''))
        word.remove_suffix(1);
    return word;
}

ValenceToken tokenOf(std::string_view word, std::size_t chunk)
{
    ValenceToken token;
    token.text = inLowerCase(std::string(word));
    token.bare = token.text;
    std::erase(token.bare, '\'');
    token.chunk = chunk;
    token.isCapitals = std::ranges::count_if(word, isCapital) > 1 && std::ranges::none_of(word, isSmall);
    return token;
}

bool endsClause(std::string_view signs)
{
    return signs.find_first_of(kClauseEnds) != std::string_view::npos;
}

void addTokens(std::string_view chunk, std::size_t number, std::vector<ValenceToken>& tokens)
{
    std::size_t end = 0; // of the last run of letters
    for (std::size_t first = 0; first < chunk.size(); first = end) {
        while (first < chunk.size() && !isOfWord(chunk[first]))
            ++first;
        const std::string_view between = chunk.substr(end, first - end);
        const bool isBehindWord = end > 0 || first == chunk.size();
        if (isBehindWord && !tokens.empty() && endsClause(between))
            tokens.back().endsClause = true;
        end = first;
        while (end < chunk.size() && isOfWord(chunk[end]))
            ++end;
        const std::string_view word = withoutApostrophesAround(chunk.substr(first, end - first));
        if (!word.empty())
            tokens.push_back(tokenOf(word, number));
    }
}

}

std::vector<std::string> chunksOf(std::string_view text)
{
    std::string plain(text);
    for (const auto& [reference, sign] : kReferences) {
        for (auto at = plain.find(reference); at != std::string::npos;
             at = plain.find(reference, at + sign.size()))
            plain.replace(at, reference.size(), sign);
    }
    constexpr std::string_view kBlanks = " \t\r\n\f\v";
    std::vector<std::string> chunks;
    for (auto first = plain.find_first_not_of(kBlanks); first != std::string::npos;) {
        const auto end = std::min(plain.find_first_of(kBlanks, first), plain.size());
        chunks.push_back(plain.substr(first, end - first));
        first = plain.find_first_not_of(kBlanks, end);
    }
    return chunks;
}

std::vector<ValenceToken> tokensOf(std::span<const std::string> chunks, const WordRatings& ratings)
{
    std::vector<ValenceToken> tokens;
    for (std::size_t number = 0; number < chunks.size(); ++number) {
        const std::string& chunk = chunks[number];
        if (chunk.empty())
            continue;
        if (std::string sign = ratedSign(chunk, ratings); !sign.empty()) {
            ValenceToken token;
            token.text = sign;
            token.bare = std::move(sign);
            std::erase(token.bare, '\'');
            token.chunk = number;
            token.isSign = true;
            tokens.push_back(std::move(token));
        } else {
            addTokens(chunk, number, tokens);
        }
    }
    return tokens;
}

}
