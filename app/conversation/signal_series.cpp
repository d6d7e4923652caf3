#include "app/conversation/signal_series.h"

#include "engine/conversation_sources/conversation_rows.h"
#include "engine/core/error.h"

#include <QCoreApplication>

#include <algorithm>

namespace app {

namespace {

class SynchronyTexts {
    Q_DECLARE_TR_FUNCTIONS(app::SynchronyLane)
};

std::vector<double> series(const engine::SequenceFile& file, const engine::Conversation& conversation,
                           const engine::ConversationParticipant& who, std::size_t column, double rate)
{
    return engine::gridded(engine::signalRows(file, conversation, who, column), rate, file,
                           conversation.entryOf(who));
}

}

SignalPair readSignalPair(const ConversationPlace& place, std::size_t first, std::size_t second,
                          const std::string& signal, const engine::SynchronyOptions& options)
{
    SignalPair pair;
    const double rate = options.windows.rate;
    try {
        const std::size_t colon = signal.find(':');
        const auto* sequence = place.dataset->called(signal.substr(0, colon));
        if (!sequence)
            throw engine::FormatError("unknown_signal", signal, "is no signal of this dataset");
        const std::size_t column = engine::signalColumn(*sequence->file, signal.substr(colon + 1));
        const auto& people = place.conversation.participants;
        pair.first = series(*sequence->file, place.conversation, people.at(first), column, rate);
        pair.second = series(*sequence->file, place.conversation, people.at(second), column, rate);
        const std::size_t samples = std::min(pair.first.size(), pair.second.size());
        pair.first.resize(samples);
        pair.second.resize(samples);
        if (options.chance != engine::SurrogateKind::Pseudo)
            return pair;
        const std::string& person = people[first].who();
        for (const engine::Conversation& other : place.all) {
            if (other.id == place.conversation.id)
                continue;
            for (const engine::ConversationParticipant& who : other.participants) {
                if (person.empty() || who.who() != person)
                    pair.others.push_back(series(*sequence->file, other, who, column, rate));
            }
        }
    } catch (const engine::Error& error) {
        pair.failure = error.what();
    }
    return pair;
}

ComputedSynchrony computedSynchrony(const SignalPair& pair, const engine::SynchronyOptions& options,
                                    const engine::RunContext& run)
{
    ComputedSynchrony computed;
    computed.reason = QString::fromStdString(pair.failure);
    if (!pair.failure.empty())
        return computed;
    auto found = engine::synchronyOf(pair.first, pair.second, options, pair.others, run);
    if (!found) {
        computed.reason = SynchronyTexts::tr("Too short, constant, or too much is missing.");
        return computed;
    }
    const engine::LagWindows windows(options.windows, pair.first.size());
    computed.start = static_cast<double>(windows.startOf(0)) / windows.rate;
    computed.synchrony = std::make_shared<const engine::Synchrony>(std::move(*found));
    return computed;
}

}
