#include "engine/parts/text/valence_model.h"

#include "engine/core/error.h"
#include "engine/core/json_fields.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <set>

namespace engine {

namespace {

constexpr double kRaterScale = 0.75; // of −4 … 4, as words are rated, to −3 … 3
constexpr double kNormalised = 15.0; // as VADER brings a sum of ratings into −1 … 1
constexpr double kExclamation = 0.3; // points of the sum
constexpr double kMostSigns = 4.0; // exclamation or question marks that count
constexpr double kMostNegations = 3.0;

/// What the rules say of a text, in the order of the part's `numbers`.
constexpr std::array<const char*, 11> kNames{"tone",         "positive",  "negative", "mean",
                                             "highest",      "lowest",    "last",     "found",
                                             "exclamations", "questions", "negations"};

double countOf(std::span<const std::string> chunks, char sign)
{
    std::ptrdiff_t count = 0;
    for (const std::string& chunk : chunks)
        count += std::ranges::count(chunk, sign);
    return std::min(static_cast<double>(count), kMostSigns);
}

}

ValenceModel::ValenceModel(const InstalledPart& part)
    : m_card(part.card)
    , m_ratings(part.file("ratings.tsv"))
    , m_rules(part.file("rules.tsv"))
{
    const std::filesystem::path grams = part.file("grams.tsv");
    readPartTable(grams, 3, [&](const auto& cells, std::size_t line) {
        m_grams.emplace(cells[0],
                        Gram{numberInCell(cells[1], grams, line), numberInCell(cells[2], grams, line)});
    });
    const std::filesystem::path file = part.file("sums.json");
    std::ifstream stream(file);
    const nlohmann::json json = nlohmann::json::parse(stream, nullptr, false);
    const JsonPlace place{"part_damaged", file.string(), {}};
    if (json.is_discarded())
        throw FormatError(place.code, place.source, "is no JSON, expected the weights of a part");
    JsonFields fields(json, place);
    m_constant = fields.at("constant", "a number").number();
    const double unit = fields.at("unit_of_grams", "a number above 0").positive();
    for (auto& [words, gram] : m_grams)
        gram.weight *= unit;
    const JsonValue numbers = fields.at("numbers", "weights by name");
    JsonFields weights = numbers.fields();
    for (std::size_t i = 0; i < kNumbers; ++i)
        m_weights.at(i) = weights.at(kNames.at(i), "a number").number();
    weights.close();
    fields.close();
}

ValenceModel::Numbers ValenceModel::numbersOf(std::span<const std::string> chunks,
                                              std::span<const TokenTone> tones)
{
    double total = 0, positive = 0, negative = 0, plain = 0, found = 0, negations = 0, last = 0;
    double highest = 0, lowest = 0;
    for (const TokenTone& tone : tones) {
        const double value = tone.value.value_or(0.0);
        total += value;
        positive += value > 0 ? value + 1 : 0.0;
        negative += value < 0 ? 1 - value : 0.0;
        plain += value == 0.0 ? 1.0 : 0.0;
        negations += tone.isNegated ? 1.0 : 0.0;
        highest = std::max(highest, value);
        lowest = std::min(lowest, value);
        if (tone.value) {
            last = value;
            ++found;
        }
    }
    const double mean = found > 0 ? total / found : 0.0;
    const double exclamations = countOf(chunks, '!');
    const double sign = total > 0 ? 1.0 : total < 0 ? -1.0 : 0.0;
    const double stressed = total + sign * kExclamation * exclamations;
    const double whole = positive + negative + plain;
    const double share = whole > 0 ? 1.0 / whole : 0.0;
    return {stressed / std::sqrt(stressed * stressed + kNormalised),
            positive * share,
            negative * share,
            mean,
            highest,
            lowest,
            last,
            found / std::max(static_cast<double>(tones.size()), 1.0),
            exclamations,
            countOf(chunks, '?'),
            std::min(negations, kMostNegations)};
}

std::optional<double> ValenceModel::sumOfGrams(std::span<const ValenceToken> tokens) const
{
    std::set<std::string> seen;
    double sum = 0;
    double squares = 0;
    const auto add = [&](std::string words) {
        const auto gram = m_grams.find(words);
        if (gram == m_grams.end() || !seen.insert(std::move(words)).second)
            return;
        sum += gram->second.rarity * gram->second.weight;
        squares += gram->second.rarity * gram->second.rarity;
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        add(tokens[i].bare);
        if (i > 0)
            add(tokens[i - 1].bare + ' ' + tokens[i].bare);
    }
    return squares > 0 ? std::optional(sum / std::sqrt(squares)) : std::nullopt;
}

TextValence ValenceModel::valenceOfChunks(const std::vector<std::string>& chunks) const
{
    TextValence result;
    result.words.resize(chunks.size());
    const std::vector<ValenceToken> tokens = tokensOf(chunks, m_ratings);
    if (tokens.empty())
        return result;
    const std::vector<TokenTone> tones = m_rules.tonesOf(tokens, m_ratings);
    std::vector<double> found(chunks.size(), 0.0); // tokens of each chunk
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!tones[i].value)
            continue;
        ++result.wordsFound;
        ++found[tokens[i].chunk];
        WordValence& word = result.words[tokens[i].chunk];
        word.isFound = true;
        word.isNegated = word.isNegated || tones[i].isNegated;
        word.boost += tones[i].boost;
        word.valence += std::clamp(*tones[i].value * kRaterScale, -kHighest, kHighest);
    }
    for (std::size_t i = 0; i < chunks.size(); ++i)
        result.words[i].valence /= std::max(found[i], 1.0);
    const std::optional<double> grams = sumOfGrams(tokens);
    if (!grams && result.wordsFound == 0) // nothing that raters saw
        return result;
    const Numbers numbers = numbersOf(chunks, tones);
    double valence = m_constant + grams.value_or(0.0);
    for (std::size_t i = 0; i < kNumbers; ++i)
        valence += m_weights.at(i) * numbers.at(i);
    result.valence = std::clamp(valence, -kHighest, kHighest);
    return result;
}

TextValence ValenceModel::valenceOf(std::string_view text) const
{
    return valenceOfChunks(chunksOf(text));
}

TextValence ValenceModel::valenceOfWords(std::span<const std::string> words) const
{
    std::vector<std::string> chunks;
    std::vector<std::size_t> wordOf;
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::string& chunk : chunksOf(words[i])) {
            chunks.push_back(std::move(chunk));
            wordOf.push_back(i);
        }
    }
    const TextValence byChunk = valenceOfChunks(chunks);
    TextValence result{byChunk.valence, byChunk.wordsFound, std::vector<WordValence>(words.size())};
    std::vector<double> found(words.size(), 0.0);
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        const WordValence& from = byChunk.words[i];
        WordValence& word = result.words[wordOf[i]];
        word.isFound = word.isFound || from.isFound;
        word.isNegated = word.isNegated || from.isNegated;
        word.boost += from.boost;
        word.valence += from.valence;
        found[wordOf[i]] += from.isFound ? 1.0 : 0.0;
    }
    for (std::size_t i = 0; i < words.size(); ++i)
        result.words[i].valence /= std::max(found[i], 1.0);
    return result;
}

double ValenceModel::knownShare(std::string_view text) const
{
    double known = 0, words = 0;
    const std::vector<std::string> chunks = chunksOf(text);
    for (const ValenceToken& token : tokensOf(chunks, m_ratings)) {
        words += token.isSign ? 0.0 : 1.0;
        known += !token.isSign && m_grams.contains(token.bare) ? 1.0 : 0.0;
    }
    return words > 0 ? known / words : 1.0;
}

std::string ValenceModel::description() const
{
    return fmt::format("{}: VADER's ratings of words and sentences (SHA-256 of its sums {})", m_card.title,
                       m_card.files.at("sums.json"));
}

}
