#include "engine/features/text/sentiment_lexicon.h"

#include "engine/core/error.h"

#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fstream>

namespace engine {

namespace {

struct Ending {
    std::string_view ending;
    std::string_view instead;
};

/// From the more to the less likely.
constexpr std::array<Ending, 9> kEndings{{{"ies", "y"},
                                          {"ied", "y"},
                                          {"ed", ""},
                                          {"ed", "e"},
                                          {"ing", ""},
                                          {"ing", "e"},
                                          {"es", ""},
                                          {"s", ""},
                                          {"ly", ""}}};
constexpr std::size_t kLeastLeft = 3; // letters before an ending

std::optional<float> toneIn(std::string_view text)
{
    float number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size() && std::isfinite(number);
    return isWhole ? std::optional(number) : std::nullopt;
}

}

SentimentLexicon::SentimentLexicon(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    if (!stream)
        throw IoError("file_not_found", file.string(), "cannot be read");
    std::string line;
    for (std::size_t number = 1; std::getline(stream, line); ++number) {
        const auto first = line.find('\t');
        const auto second = first == std::string::npos ? first : line.find('\t', first + 1);
        const auto polarity = second == std::string::npos
            ? std::nullopt
            : toneIn(std::string_view(line).substr(first + 1, second - first - 1));
        const auto subjectivity
            = second == std::string::npos ? std::nullopt : toneIn(std::string_view(line).substr(second + 1));
        if (!polarity || !subjectivity)
            throw FormatError("data_invalid", file.string(),
                              fmt::format("line {} is not form, polarity, subjectivity", number));
        m_tones[line.substr(0, first)] = {*polarity, *subjectivity};
    }
}

std::optional<SentimentLexicon::Tone> SentimentLexicon::findForm(std::string_view form) const
{
    const auto found = m_tones.find(form);
    return found == m_tones.end() ? std::nullopt : std::optional(found->second);
}

std::optional<SentimentLexicon::Tone> SentimentLexicon::find(std::string_view word) const
{
    if (const auto tone = findForm(word))
        return tone;
    for (const auto& [ending, instead] : kEndings) {
        if (!word.ends_with(ending) || word.size() < ending.size() + kLeastLeft)
            continue;
        const std::string stem(word.substr(0, word.size() - ending.size()));
        if (const auto tone = findForm(stem + std::string(instead)))
            return tone;
        const bool isDoubled
            = stem.size() > kLeastLeft && stem.back() == stem[stem.size() - 2]; // thrilling is not
        if (const auto tone = isDoubled ? findForm(stem.substr(0, stem.size() - 1)) : std::nullopt)
            return tone;
    }
    return std::nullopt;
}

}
