#include "engine/formats/tables/table_columns.h"

#include "engine/core/utf8.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace engine {

namespace {

struct KnownColumn {
    std::string_view name;
    TableColumn column;
};

struct TimeWord {
    std::string_view word;
    TableColumn column;
};

constexpr TimeWord kTimes[]{{"start", TableColumn::Start},     {"begin", TableColumn::Start},
                            {"onset", TableColumn::Start},     {"tmin", TableColumn::Start},
                            {"end", TableColumn::End},         {"stop", TableColumn::End},
                            {"tmax", TableColumn::End},        {"offset", TableColumn::End},
                            {"duration", TableColumn::Length}, {"dur", TableColumn::Length}};

constexpr std::string_view kInMilliseconds[]{"ms",       "msec",        "msecs",       "millis",
                                             "millisec", "millisecond", "milliseconds"};
/// `hh:mm:ss.ms` and `ss.msec` are clocks and seconds.
constexpr std::string_view kSeconds[]{"s", "sec", "secs", "second", "seconds", "hh", "mm", "ss"};
constexpr std::string_view kFrames[]{"ff", "frame", "frames", "pal", "ntsc", "50fps"};

/// In small letters: what blanks, signs and a capital letter behind a small one part.
std::vector<std::string> wordsOf(const std::string& name)
{
    std::vector<std::string> words;
    bool isOpen = false;
    char before = ' ';
    for (const char letter : name) {
        const bool isCapital = letter >= 'A' && letter <= 'Z';
        const bool isWord = isCapital || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')
            || (letter & 0x80) != 0;
        isOpen = isOpen && isWord && !(isCapital && before >= 'a' && before <= 'z');
        if (isWord && !isOpen)
            words.emplace_back();
        if (isWord)
            words.back() += letter;
        isOpen = isWord;
        before = letter;
    }
    std::ranges::transform(words, words.begin(), inLowerCase);
    return words;
}

/// Absent: the words say more than which time it is, and in what unit.
std::optional<ColumnMeaning> timeIn(const std::vector<std::string>& words)
{
    ColumnMeaning meaning;
    bool isFrames = false;
    bool isSeconds = false;
    bool isMilliseconds = false;
    for (const std::string& word : words) {
        const auto* const time = std::ranges::find(kTimes, word, &TimeWord::word);
        if (time != std::end(kTimes) && meaning.column == TableColumn::Label)
            meaning.column = time->column;
        else if (std::ranges::find(kInMilliseconds, word) != std::end(kInMilliseconds))
            isMilliseconds = true;
        else if (std::ranges::find(kSeconds, word) != std::end(kSeconds))
            isSeconds = true;
        else if (std::ranges::find(kFrames, word) != std::end(kFrames))
            isFrames = true;
        else if (word != "time" && word != "times")
            return std::nullopt;
    }
    if (meaning.column == TableColumn::Label)
        return std::nullopt;
    meaning.saysUnit = isSeconds || isMilliseconds;
    meaning.scale = isMilliseconds && !isSeconds ? 0.001 : 1.0;
    if (isFrames)
        meaning.column = TableColumn::Passed;
    return meaning;
}

/// By their names in our tables, and in others.
constexpr KnownColumn kKnown[]{{"video_id", TableColumn::Video},
                               {"video", TableColumn::Video},
                               {"clip_id", TableColumn::Clip},
                               {"clip", TableColumn::Clip},
                               {"text", TableColumn::Text},
                               {"tier", TableColumn::Tier},
                               {"annotator", TableColumn::Annotator},
                               {"participant", TableColumn::Participant},
                               {"confidence", TableColumn::Confidence},
                               {"comment", TableColumn::Comment}};

}

ColumnMeaning meaningOf(const std::string& name)
{
    const auto* found = std::ranges::find(kKnown, inLowerCase(name), &KnownColumn::name);
    return found != std::end(kKnown) ? ColumnMeaning{found->column, 1.0, false}
                                     : timeIn(wordsOf(name)).value_or(ColumnMeaning{});
}

TableColumn columnOf(const std::string& name)
{
    return meaningOf(name).column;
}

}
