#include "engine/alignment/sentences.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace engine {

namespace {

bool takeEnd(std::string_view& text, std::span<const std::string_view> ends)
{
    const auto found = std::ranges::find_if(ends, [&](std::string_view end) { return text.ends_with(end); });
    if (found == ends.end())
        return false;
    text.remove_suffix(found->size());
    return true;
}

bool endsSentence(std::string_view text)
{
    constexpr std::array<std::string_view, 10> kClosing{"\"", "'", ")", "]", "”", "’", "»", "“", "」", "』"};
    constexpr std::array<std::string_view, 7> kEnds{".", "!", "?", "…", "。", "！", "？"};
    while (takeEnd(text, kClosing)) {
    }
    return takeEnd(text, kEnds);
}

}

std::vector<Interval> sentencesOf(std::span<const Interval> words, std::span<const std::string> texts,
                                  double pause)
{
    std::vector<Interval> sentences;
    bool isOver = true;
    for (std::size_t word = 0; word < words.size(); ++word) {
        if (isOver || words[word].start - sentences.back().end > pause)
            sentences.push_back(words[word]);
        else
            sentences.back().end = std::max(sentences.back().end, words[word].end);
        isOver = !texts.empty() && endsSentence(texts[word]);
    }
    return sentences;
}

}
