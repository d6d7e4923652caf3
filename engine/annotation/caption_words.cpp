#include "engine/annotation/caption_words.h"

#include "engine/annotation/untimed_words.h"

#include <sstream>

namespace engine {

namespace {

constexpr std::string_view kHardBlank = "\u00a0"; // it does not let a line break

std::vector<std::string> cutAtBlanks(std::string text)
{
    for (auto at = text.find(kHardBlank); at != std::string::npos; at = text.find(kHardBlank, at))
        text.replace(at, kHardBlank.size(), " ");
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;)
        words.push_back(std::move(word));
    return words;
}

}

bool hasSeveralWords(const std::string& text)
{
    return cutAtBlanks(text).size() > 1;
}

std::vector<Segment> wordsOfTexts(const std::vector<Segment>& texts)
{
    std::vector<Segment> words;
    for (const Segment& text : texts) {
        const std::vector<std::string> parts = cutAtBlanks(text.text);
        std::int64_t letters = 0;
        for (const std::string& part : parts)
            letters += lettersOf(part);
        std::int64_t before = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            Segment word;
            word.id = static_cast<SegmentId>(words.size()) + 1;
            word.tier = text.tier;
            word.text = parts[i];
            word.start.ticks = text.start.ticks + text.length() * before / letters;
            before += lettersOf(parts[i]);
            word.end.ticks = text.start.ticks + text.length() * before / letters;
            if (parts.size() > 1)
                word.timing = i == 0 ? Timing::Heard : Timing::Spread;
            words.push_back(std::move(word));
        }
    }
    return words;
}

}
