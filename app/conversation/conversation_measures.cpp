#include "app/conversation/conversation_measures.h"

#include "engine/conversation_sources/turn_values.h"
#include "engine/core/error.h"
#include "engine/dataset_opening/opened_sequences.h"
#include "engine/numbers/false_discovery.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t kMostSignals = 6;
constexpr std::size_t kMostPeople = 6;

/// What the field looks at first comes first.
int rankOf(const QString& column)
{
    const QStringList known{QStringLiteral("smile"), QStringLiteral("au12"), QStringLiteral("loudness"),
                            QStringLiteral("f0"), QStringLiteral("pitch")};
    for (int i = 0; i < known.size(); ++i) {
        if (column.startsWith(known[i], Qt::CaseInsensitive))
            return i;
    }
    return static_cast<int>(known.size());
}

/// Sound is left out where there is anything else: that people take turns shows in the sound of both.
std::vector<ConversationSignal> chosenSignals(std::vector<ConversationSignal> all)
{
    const auto isSound = [](const ConversationSignal& each) {
        return engine::subjectOf(each.sequence.toStdString()) == engine::SequenceRole::Acoustic;
    };
    if (!std::ranges::all_of(all, isSound))
        std::erase_if(all, isSound);
    std::ranges::stable_sort(all, {}, [](const ConversationSignal& each) { return rankOf(each.column); });
    all.resize(std::min(all.size(), kMostSignals));
    return all;
}

widgets::PairSynchrony measuredPair(const ConversationPlace& place, std::size_t first, std::size_t second,
                                    const ConversationSignal& signal, const engine::RunContext& run)
{
    const engine::SynchronyOptions options;
    widgets::PairSynchrony pair{first, second, signal.column, {}, 0.0, {}, {}, {}};
    const ComputedSynchrony computed = computedSynchrony(
        readSignalPair(place, first, second, signal.text().toStdString(), options), options, run);
    pair.reason = computed.reason;
    if (!computed.synchrony)
        return pair;
    pair.r = computed.synchrony->strengthR;
    pair.lag = computed.synchrony->lag;
    if (computed.synchrony->chance)
        pair.p = computed.synchrony->chance->pStrength;
    return pair;
}

void addDiscoveries(std::vector<widgets::PairSynchrony>& pairs)
{
    std::vector<double> chances;
    for (const widgets::PairSynchrony& pair : pairs) {
        if (pair.p)
            chances.push_back(*pair.p);
    }
    const std::vector<double> rates = engine::discoveryRates(chances);
    std::size_t next = 0;
    for (widgets::PairSynchrony& pair : pairs) {
        if (pair.p)
            pair.q = rates[next++];
    }
}

/// The values of turns that the files have: pitch, loudness, words per second.
std::vector<widgets::ValueAccommodation> measuredAccommodation(const ConversationPlace& place,
                                                               const ConversationData& data,
                                                               const engine::RunContext& run)
{
    const engine::ConversationFiles files = conversationFiles(*place.dataset);
    std::vector<std::string> wanted;
    for (const ConversationSignal& signal : data.signalNames) {
        const int rank = rankOf(signal.column);
        const bool isSeen = engine::subjectOf(signal.sequence.toStdString()) == engine::SequenceRole::Visual;
        if (rank >= 2 && rank <= 4 && !isSeen) // sound; a head has a pitch, too
            wanted.push_back(signal.text().toStdString());
    }
    wanted.resize(std::min(wanted.size(), kMostSignals));
    wanted.emplace_back("rate");
    std::vector<widgets::ValueAccommodation> all;
    for (const std::string& value : wanted) {
        try {
            const std::vector<double> values
                = engine::turnValues(files, value, place.conversation, data.taken.turns);
            std::vector<engine::TurnValue> turns;
            for (std::size_t i = 0; i < values.size(); ++i)
                turns.push_back({data.taken.turns[i].speaker, values[i], data.taken.turns[i].start});
            const std::size_t colon = value.find(':');
            all.push_back(
                {QString::fromStdString(colon == std::string::npos ? value : value.substr(colon + 1)),
                 engine::accommodationOf(turns, {}, run)});
        } catch (const engine::FormatError&) { // NOLINT(bugprone-empty-catch): there are no such values
        }
    }
    return all;
}

}

ConversationMeasures measureConversation(const ConversationPlace& place, const ConversationData& data,
                                         bool withPairs, const engine::RunContext& run)
{
    ConversationMeasures measures;
    measures.accommodation = measuredAccommodation(place, data, run);
    if (!withPairs)
        return measures;
    const std::size_t people = std::min(place.conversation.participants.size(), kMostPeople);
    for (const ConversationSignal& signal : chosenSignals(data.signalNames)) {
        for (std::size_t first = 0; first < people; ++first) {
            for (std::size_t second = first + 1; second < people; ++second)
                measures.synchrony.push_back(measuredPair(place, first, second, signal, run));
        }
    }
    addDiscoveries(measures.synchrony);
    return measures;
}

}
