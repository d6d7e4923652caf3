#include "engine/corpora/seamless_record.h"

#include "engine/conversations/speech_stretches.h"
#include "engine/core/error.h"
#include "engine/formats/input/json_input.h"

#include <algorithm>
#include <cmath>

namespace engine::seamless {

namespace {

constexpr std::size_t kMostJsonBytes = std::size_t{128} << 20;

class RecordReader {
public:
    RecordReader(const Recording& recording, CorpusFindings& findings)
        : m_recording(recording)
        , m_findings(findings)
    {
    }

    Record read()
    {
        for (const auto& [kind, place] : m_recording.parts) {
            if (kind == "json")
                addObject(jsonOf(place, false));
            else if (kind == "metadata:vad")
                addSpeech(jsonOf(place, true));
            else if (kind == "metadata:transcript")
                addLines(jsonOf(place, true));
            else if (kind.starts_with("annotations:"))
                addMoments(kind.substr(12), momentsOf(jsonOf(place, false), kind));
        }
        std::ranges::stable_sort(m_record.lines, {}, [](const Line& line) { return line.times.start; });
        std::ranges::stable_sort(m_record.moments, {},
                                 [](const Moment& moment) { return moment.times.start; });
        settleTurns();
        return std::move(m_record);
    }

private:
    /// @param isOfLines  each line is an object of its own, which become a list
    OrderedJson jsonOf(const std::filesystem::path& place, bool isOfLines)
    {
        try {
            const std::string text = bytesOf(place, kMostJsonBytes);
            if (!isOfLines) {
                OrderedJson value = OrderedJson::parse(text, nullptr, /*allow_exceptions=*/false);
                if (!value.is_discarded())
                    return value;
                m_findings.tell("damaged_json", place.filename().string(), m_recording.id);
                return {};
            }
            OrderedJson list = OrderedJson::array();
            bool isWhole = true;
            for (std::size_t begin = 0; begin < text.size();) {
                const std::size_t end = std::min(text.find('\n', begin), text.size());
                const std::string_view line = std::string_view(text).substr(begin, end - begin);
                begin = end + 1;
                if (line.find_first_not_of(" \t\r") == std::string_view::npos)
                    continue;
                OrderedJson value = OrderedJson::parse(line, nullptr, /*allow_exceptions=*/false);
                if (value.is_object())
                    list.push_back(std::move(value));
                else if (value.is_array()) // a list in one line
                    list.insert(list.end(), value.begin(), value.end());
                else
                    isWhole = false;
            }
            if (!isWhole)
                m_findings.tell("damaged_json", place.filename().string(), m_recording.id);
            return list;
        } catch (const Error&) { // what else the recording has is read
            m_findings.tell("damaged_json", place.filename().string(), m_recording.id);
            return {};
        }
    }

    /// A list, or an object with the list under its kind.
    static OrderedJson momentsOf(OrderedJson value, const std::string& kind)
    {
        return value.is_object() ? OrderedJson(field(value, kind.c_str())) : value;
    }

    void addObject(const OrderedJson& object)
    {
        if (!object.is_object())
            return;
        addSpeech(field(object, "metadata:vad"));
        addLines(field(object, "metadata:transcript"));
        for (const auto& [name, value] : object.items()) {
            if (name.starts_with("annotations:"))
                addMoments(name.substr(12), value);
        }
    }

    std::optional<Interval> spanOf(const OrderedJson& object, const char* start, const char* end)
    {
        const std::optional<double> from = numberOf(field(object, start)), to = numberOf(field(object, end));
        if (!from || !to)
            return std::nullopt;
        if (!(*to > *from)) {
            m_findings.tell("time_reversed", m_recording.id, m_recording.id);
            return std::nullopt;
        }
        return Interval{*from, *to};
    }

    void addSpeech(const OrderedJson& list)
    {
        for (const OrderedJson& one : listOf(list)) {
            if (field(one, "is_speech") == false)
                continue;
            if (const auto span = spanOf(one, "start", "end"))
                m_record.turns.push_back(*span);
        }
    }

    void addLines(const OrderedJson& list)
    {
        for (const OrderedJson& one : listOf(list)) {
            Line line;
            line.text = textOf(field(one, "transcript"));
            for (const OrderedJson& said : listOf(field(one, "words"))) {
                Word word{textOf(field(said, "word")), {}, false};
                if (word.text.empty())
                    continue;
                if (const auto span = spanOf(said, "start", "end")) {
                    word.times = *span;
                    word.hasTimes = true;
                }
                line.words.push_back(std::move(word));
            }
            const bool isPlaced = place(line, spanOf(one, "start", "end"));
            if (isPlaced && !(line.text.empty() && line.words.empty()))
                m_record.lines.push_back(std::move(line));
        }
    }

    /// Gives the line and words without times theirs. @return whether anything tells when the line is
    static bool place(Line& line, const std::optional<Interval>& span)
    {
        const auto hasTimes = [](const Word& word) { return word.hasTimes; };
        const auto first = std::ranges::find_if(line.words, hasTimes);
        if (span) {
            line.times = *span;
        } else if (first != line.words.end()) {
            line.times = first->times;
            for (const Word& word : line.words) {
                if (word.hasTimes)
                    line.times.end = std::max(line.times.end, word.times.end);
            }
        } else {
            return false;
        }
        for (std::size_t begin = 0; begin < line.words.size();) {
            if (line.words[begin].hasTimes) {
                ++begin;
                continue;
            }
            std::size_t end = begin;
            while (end < line.words.size() && !line.words[end].hasTimes)
                ++end;
            const double from = begin == 0 ? line.times.start : line.words[begin - 1].times.end;
            const double to = end == line.words.size() ? line.times.end : line.words[end].times.start;
            const double length = std::max(0.0, to - from) / static_cast<double>(end - begin);
            for (std::size_t i = begin; i < end; ++i) {
                const auto number = static_cast<double>(i - begin);
                line.words[i].times = {from + number * length, from + (number + 1.0) * length};
            }
            begin = end;
        }
        return true;
    }

    void addMoments(const std::string& kind, const OrderedJson& list)
    {
        for (const OrderedJson& one : listOf(list)) {
            const auto span = spanOf(one, "start_ts", "end_ts");
            const std::string text = textOf(field(one, "annotation"));
            if (span && !text.empty())
                m_record.moments.push_back({kind, kind.starts_with("1P"), text, *span});
        }
    }

    void settleTurns()
    {
        if (m_record.turns.empty()) {
            m_record.turnsAreWords = true;
            for (const Line& line : m_record.lines) {
                for (const Word& word : line.words)
                    m_record.turns.push_back(word.times);
            }
        }
        m_record.turns
            = spokenStretches(std::move(m_record.turns), m_record.turnsAreWords ? kBridgedGap : 0.0, 0.0);
        m_record.turnsAreWords = m_record.turnsAreWords && !m_record.turns.empty();
    }

    const Recording& m_recording;
    CorpusFindings& m_findings;
    Record m_record;
};

}

Record readRecord(const Recording& recording, CorpusFindings& findings)
{
    return RecordReader(recording, findings).read();
}

}
