#include "engine/formats/speech/whisperx_json.h"

#include "engine/formats/common/word_times.h"
#include "engine/formats/input/json_input.h"

#include <fmt/format.h>

namespace engine {

namespace {

std::string withoutBlanksAround(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// whisperX says `score`, whisper itself `probability`.
TimedWord wordIn(const OrderedJson& json, std::size_t line)
{
    const OrderedJson& text = field(json, field(json, "word").is_null() ? "text" : "word");
    TimedWord word{numberOf(field(json, "start")),
                   numberOf(field(json, "end")),
                   withoutBlanksAround(textOf(text)),
                   numberOf(field(json, field(json, "score").is_null() ? "probability" : "score")),
                   {},
                   line};
    if (const std::string speaker = textOf(field(json, "speaker")); !speaker.empty())
        word.values["speaker"] = valueOf(speaker);
    return word;
}

class WhisperXReader {
public:
    explicit WhisperXReader(const std::filesystem::path& path) : m_import(path), m_input(readJson(path))
    {
        m_import.notes(m_input.notes);
    }

    ImportedTiers read()
    {
        const OrderedJson& segments = field(m_input.value, "segments");
        if (!segments.is_array())
            m_import.fail(0, "has no list of segments");
        m_segments = m_import.tierNamed("segments");
        for (std::size_t i = 0; i < segments.size(); ++i)
            readSegment(segments[i], i);
        if (m_untimed > 0)
            m_import.note(
                fmt::format("{} words have no times in the file; they were put between their neighbours and "
                            "flagged.",
                            m_untimed));
        return m_import.finish();
    }

private:
    void readSegment(const OrderedJson& json, std::size_t place)
    {
        std::vector<TimedWord> words;
        if (const OrderedJson& list = field(json, "words"); list.is_array()) {
            for (const OrderedJson& word : list)
                words.push_back(wordIn(word, m_input.lineOf(word)));
        }
        const auto [start, end] = timesOf(json, words);
        if (!start || !end) {
            m_import.skip(m_input.lineOf(json), fmt::format("segment {} has no times", place + 1));
            for (const TimedWord& word : words)
                m_import.skip(word.line,
                              fmt::format("the word '{}' of segment {} has no time", word.text, place + 1));
            return;
        }
        SegmentId id = 0;
        if (Segment* segment
            = m_import.add(m_segments, *start, *end, withoutBlanksAround(textOf(field(json, "text"))),
                           m_input.lineOf(json))) {
            id = segment->id;
            if (const std::string speaker = textOf(field(json, "speaker")); !speaker.empty())
                m_import.setLabel(*segment, "speaker", valueOf(speaker));
        }
        if (!words.empty())
            m_untimed += addWords(m_import, wordsTier(), words, {*start, *end}, id);
    }

    /// The segment's own, or those of its words.
    static std::pair<std::optional<double>, std::optional<double>>
    timesOf(const OrderedJson& json, const std::vector<TimedWord>& words)
    {
        auto start = numberOf(field(json, "start"));
        auto end = numberOf(field(json, "end"));
        for (const TimedWord& word : words) {
            if (!start)
                start = word.start;
        }
        for (auto word = words.rbegin(); word != words.rend() && !end; ++word)
            end = word->end;
        return {start, end};
    }

    std::size_t wordsTier()
    {
        const std::size_t tier = m_import.tierNamed("words");
        m_import.tier(tier).tier.parent = m_import.tier(m_segments).tier.id;
        m_import.tier(tier).tier.constraint = Constraint::IncludedIn;
        return tier;
    }

    TierImport m_import;
    JsonInput m_input;
    std::size_t m_segments = 0;
    std::size_t m_untimed = 0;
};

ImportedTiers readWhisperX(const std::filesystem::path& path, const ImportOptions&)
{
    return WhisperXReader(path).read();
}

bool resemblesWhisperX(std::string_view beginning)
{
    return hasKey(beginning, "segments") && hasKey(beginning, "start");
}

}

const Format& whisperXFormat()
{
    static const Format format{
        "whisperx", "whisperX and whisper JSON", {".json"}, resemblesWhisperX, readWhisperX, nullptr,
        nullptr};
    return format;
}

}
