#include "engine/annotation/word_sets.h"

#include "engine/core/json_text.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

std::string withSingleBlanks(std::string_view text)
{
    std::string plain;
    for (const char letter : text) {
        const bool isBlank = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
        if (!isBlank)
            plain += letter;
        else if (!plain.empty() && plain.back() != ' ')
            plain += ' ';
    }
    if (plain.ends_with(' '))
        plain.pop_back();
    return plain;
}

}

const WordList* wordListOf(const LabelScheme& label)
{
    const auto* text = std::get_if<FreeText>(&label.scale);
    return text && text->words ? &*text->words : nullptr;
}

std::vector<std::string> wordsOfSet(const std::string& value)
{
    std::vector<std::string> words;
    TermSet known;
    if (withSingleBlanks(value) == kNoWords)
        return words;
    for (std::size_t begin = 0; begin <= value.size();) {
        const std::size_t end = std::min(value.find(';', begin), value.size());
        std::string word = withSingleBlanks(std::string_view(value).substr(begin, end - begin));
        if (!word.empty() && known.insert(comparedWord(word)).second)
            words.push_back(std::move(word));
        begin = end + 1;
    }
    return words;
}

std::string wordsText(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : "; ") + word;
    return text.empty() ? kNoWords : text;
}

std::string comparedWord(const std::string& word)
{
    return inLowerCase(withSingleBlanks(word));
}

TermSet comparedWords(const std::string& value)
{
    TermSet compared;
    for (const std::string& word : wordsOfSet(value))
        compared.insert(comparedWord(word));
    return compared;
}

std::string whyNoWordSet(const std::string& value, const WordList& list)
{
    const std::vector<std::string> words = wordsOfSet(value);
    if (words.size() > kMostWords)
        return fmt::format("'{}' lists more than {} words.", value, kMostWords);
    if (words.empty() && value != kNoWords)
        return fmt::format("'{}' lists no word; the empty set is {}.", value, kNoWords);
    for (const std::string& word : words) {
        const auto isListed = [&](const Term& term) { return comparedWord(term.name) == comparedWord(word); };
        if (list.isClosed && std::ranges::none_of(list.terms, isListed))
            return fmt::format("'{}' is not in the list of words.", word);
    }
    return {};
}

std::string wordsJson(const std::string& value)
{
    return jsonText(nlohmann::json(wordsOfSet(value)));
}

std::optional<std::string> wordsFromJson(const std::string& text)
{
    if (!text.starts_with('[') || !text.ends_with(']'))
        return std::nullopt;
    const nlohmann::json array = nlohmann::json::parse(text, nullptr, false);
    if (!array.is_array())
        return std::nullopt;
    std::vector<std::string> words;
    for (const nlohmann::json& word : array) {
        if (!word.is_string() || word.get_ref<const std::string&>().find(';') != std::string::npos)
            return std::nullopt;
        words.push_back(word);
    }
    words = wordsOfSet(wordsText(words));
    return words.size() > kMostWords ? std::nullopt : std::optional(wordsText(words));
}

}
