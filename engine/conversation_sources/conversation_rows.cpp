#include "engine/conversation_sources/conversation_rows.h"

#include "engine/conversations/signal_grid.h"
#include "engine/conversations/time_axis.h"
#include "engine/core/error.h"
#include "engine/sequences/column_names.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

std::vector<std::string> ownEntries(const SequenceFile& file, const std::string& id)
{
    std::vector<std::string> ids;
    if (file.contains(id))
        ids.push_back(id);
    const std::string segment = id + "[";
    for (auto at = std::ranges::lower_bound(file.ids(), segment);
         at != file.ids().end() && at->starts_with(segment); ++at)
        ids.push_back(*at);
    return ids;
}

Interval inConversation(const Interval& row, const RecordingTime& time)
{
    return {time.ofFile(row.start), time.ofFile(row.end)};
}

}

double SignalRows::end() const
{
    double last = 0.0;
    for (const Interval& row : rows)
        last = std::max(last, row.end);
    return last;
}

RecordingTime timeOfRows(const SequenceFile& file, const ConversationParticipant& who)
{
    return isInConversationTime(file.metadata()) ? RecordingTime() : who.time;
}

std::size_t signalColumn(const SequenceFile& file, const std::string& column)
{
    if (file.ids().empty())
        throw FormatError("unknown_signal", file.path().string(), "has no entries");
    const EntryShape shape = file.shape(file.ids().front());
    std::size_t width = 1;
    for (std::size_t axis = 1; axis < shape.features.size(); ++axis)
        width *= shape.features[axis];
    const std::vector<std::string> names = columnNames(file, width).names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string unit = unitOfColumn(names[i]);
        if (names[i] == column || (!unit.empty() && names[i] == column + "_" + unit)
            || names[i] == column + " " + unit)
            return i;
    }
    for (std::size_t i = 0; i < names.size(); ++i) { // f0_hz is f0
        if (!unitOfColumn(names[i]).empty() && names[i].starts_with(column + "_"))
            return i;
    }
    const auto begins
        = [&](const std::string& name) { // f0 is F0semitoneFrom27.5Hz_sma3nz, where only that is
              return name.size() > column.size() && !column.empty()
                  && std::equal(
                         column.begin(), column.end(), name.begin(),
                         [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
          };
    if (std::ranges::count_if(names, begins) == 1 && std::isdigit(static_cast<unsigned char>(column[0])) == 0)
        return static_cast<std::size_t>(std::ranges::find_if(names, begins) - names.begin());
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(column.data(), column.data() + column.size(), number);
    if (error == std::errc() && end == column.data() + column.size() && number < width)
        return number;
    throw FormatError(
        "unknown_signal", file.path().string(),
        fmt::format(
            "has no column {}; there are {}", column,
            fmt::join(names.begin(),
                      names.begin() + std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(names.size()), 30),
                      ", ")));
}

SignalRows signalRows(const SequenceFile& file, const Conversation& conversation,
                      const ConversationParticipant& who, std::size_t column)
{
    SignalRows found;
    for (const std::string& id : ownEntries(file, conversation.entryOf(who))) {
        const Entry entry = file.entry(id);
        const std::size_t width = entry.features.rowLength();
        if (column >= width)
            throw FormatError("data_invalid", file.path().string(),
                              fmt::format("{} has {} columns, expected more than {}", id, width, column));
        for (std::size_t row = 0; row < entry.intervals.rows(); ++row) {
            found.rows.push_back(inConversation(entry.intervals.values[row], timeOfRows(file, who)));
            found.values.push_back(entry.features.number(row * width + column));
        }
    }
    return found;
}

std::vector<double> gridded(const SignalRows& rows, double rate, const SequenceFile& file,
                            const std::string& entry)
{
    const auto samples = static_cast<std::size_t>(std::max(std::floor(rows.end() * rate + 1e-9), 0.0));
    constexpr std::size_t kMostSamples = std::size_t{1} << 24; // a day at 190 Hz
    if (samples > kMostSamples)
        throw FormatError("out_of_range", file.path().string(), entry + " is too long for this rate");
    return onGrid(rows.rows, rows.values, samples, rate);
}

std::vector<Interval> wordSpans(const SequenceFile& file, const Conversation& conversation,
                                const ConversationParticipant& who)
{
    std::vector<Interval> spans;
    for (const std::string& id : ownEntries(file, conversation.entryOf(who))) {
        const Entry entry = file.entry(id);
        const auto* const texts = std::get_if<std::vector<std::string>>(&entry.features.values);
        if (!texts || texts->size() < entry.intervals.rows())
            throw FormatError("data_invalid", file.path().string(), id + " holds numbers, expected words");
        for (std::size_t row = 0; row < entry.intervals.rows(); ++row) {
            const std::string& word = (*texts)[row];
            if (!word.empty() && word != "sp")
                spans.push_back(inConversation(entry.intervals.values[row], timeOfRows(file, who)));
        }
    }
    return spans;
}

HeardConversation heardInWords(const SequenceFile& words, const Conversation& conversation)
{
    HeardConversation heard{conversation.id, "words", {}};
    for (const ConversationParticipant& who : conversation.participants) {
        heard.speakers.push_back(
            {who.id, spokenStretches(wordSpans(words, conversation, who), kBridgedGap, 0.0)});
        for (const Interval& span : heard.speakers.back().spans)
            heard.duration = std::max(heard.duration, span.end);
    }
    return heard;
}

}
