#include "engine/conversation_sources/turn_values.h"

#include "engine/conversation_sources/conversation_rows.h"
#include "engine/conversation_sources/named_signal.h"
#include "engine/core/error.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engine {

namespace {

constexpr double kNoTurnValue = std::numeric_limits<double>::quiet_NaN();
constexpr double kSemitonesFrom = 27.5; ///< Hz: the lowest A of a piano

bool isIn(const SpeakingTurn& turn, const Interval& row)
{
    const double middle = (row.start + row.end) / 2.0;
    return middle >= turn.start && middle < turn.end;
}

/// Words per second of each turn.
std::vector<double> speechRates(const SequenceFile& words, const Conversation& conversation,
                                const std::vector<SpeakingTurn>& turns)
{
    std::vector<std::vector<Interval>> spans;
    for (const ConversationParticipant& who : conversation.participants)
        spans.push_back(wordSpans(words, conversation, who));
    std::vector<double> rates;
    for (const SpeakingTurn& turn : turns) {
        const auto count = std::ranges::count_if(spans[turn.speaker],
                                                 [&](const Interval& word) { return isIn(turn, word); });
        rates.push_back(count > 0 ? static_cast<double>(count) / (turn.end - turn.start) : kNoTurnValue);
    }
    return rates;
}

/// The median of each turn's rows; of a pitch that of voiced rows, in semitones.
std::vector<double> turnMedians(const SequenceFile& file, std::size_t column, bool isPitch,
                                const Conversation& conversation, const std::vector<SpeakingTurn>& turns)
{
    std::vector<SignalRows> signals;
    for (const ConversationParticipant& who : conversation.participants)
        signals.push_back(signalRows(file, conversation, who, column));
    std::vector<double> medians;
    for (const SpeakingTurn& turn : turns) {
        const SignalRows& signal = signals[turn.speaker];
        std::vector<double> values;
        for (std::size_t row = 0; row < signal.rows.size(); ++row) {
            const double value = signal.values[row];
            if (isIn(turn, signal.rows[row]) && std::isfinite(value) && (!isPitch || value > 0.0))
                values.push_back(isPitch ? 12.0 * std::log2(value / kSemitonesFrom) : value);
        }
        medians.push_back(values.empty() ? kNoTurnValue : median(std::move(values)));
    }
    return medians;
}

/// The sequence of numbers that has the column, and its place.
std::pair<std::shared_ptr<const SequenceFile>, std::size_t> signalCalled(const ConversationFiles& dataset,
                                                                         const std::string& value)
{
    if (value.find(':') != std::string::npos) {
        const NamedSignal signal = NamedSignal::parse(value);
        auto file = sequenceOf(dataset, signal);
        return {file, signalColumn(*file, signal.column)};
    }
    for (const DatasetList::Sequence& listed : dataset.list.sequences) {
        auto file = dataset.sequence(listed.name);
        try {
            return {file, signalColumn(*file, value)};
        } catch (const FormatError&) { // another may have it
        }
    }
    throw FormatError("unknown_signal", dataset.name,
                      "has no column " + value + " in any sequence; SEQUENCE:COLUMN, or rate, are expected");
}

}

std::vector<double> turnValues(const ConversationFiles& dataset, const std::string& value,
                             const Conversation& conversation, const std::vector<SpeakingTurn>& turns)
{
    if (value == "rate") {
        const auto words = dataset.sequence("words");
        if (!words)
            throw FormatError("unknown_signal", dataset.name,
                              "has no words, which rate is counted of");
        return speechRates(*words, conversation, turns);
    }
    const auto [file, column] = signalCalled(dataset, value);
    const bool isPitch
        = value == "f0" || value.ends_with(":f0") || value == "pitch" || value.ends_with(":pitch");
    return turnMedians(*file, column, isPitch, conversation, turns);
}

}
