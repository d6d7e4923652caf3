#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/conversation_dataset.h"
#include "engine/cli/polylogue_cli/conversation_figures.h"
#include "engine/cli/polylogue_cli/heard_input.h"
#include "engine/conversation_sources/conversation_rows.h"
#include "engine/core/error.h"
#include "engine/numbers/quantiles.h"
#include "engine/synchrony/accommodation.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <memory>

namespace engine::cli {

namespace {

struct AccommodationArguments {
    std::filesystem::path list;
    std::vector<std::string> values;
    std::string conversation;
    AccommodationOptions options;
    bool json = false;
};

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
std::pair<std::shared_ptr<const SequenceFile>, std::size_t> signalCalled(ConversationDataset& dataset,
                                                                         const std::string& value)
{
    if (value.find(':') != std::string::npos) {
        const NamedSignal signal = NamedSignal::parse(value);
        auto file = sequenceOf(dataset, signal);
        return {file, signalColumn(*file, signal.column)};
    }
    for (const DatasetList::Sequence& listed : dataset.list().sequences) {
        auto file = dataset.sequence(listed.name);
        try {
            return {file, signalColumn(*file, value)};
        } catch (const FormatError&) { // another may have it
        }
    }
    throw FormatError("unknown_signal", dataset.path().string(),
                      "has no column " + value + " in any sequence; SEQUENCE:COLUMN, or rate, are expected");
}

std::vector<double> valuesOf(ConversationDataset& dataset, const std::string& value,
                             const Conversation& conversation, const std::vector<SpeakingTurn>& turns)
{
    if (value == "rate") {
        const auto words = dataset.sequence("words");
        if (!words)
            throw FormatError("unknown_signal", dataset.path().string(),
                              "has no words, which rate is counted of");
        return speechRates(*words, conversation, turns);
    }
    const auto [file, column] = signalCalled(dataset, value);
    const bool isPitch
        = value == "f0" || value.ends_with(":f0") || value == "pitch" || value.ends_with(":pitch");
    return turnMedians(*file, column, isPitch, conversation, turns);
}

nlohmann::json accommodationJson(const Accommodation& found)
{
    nlohmann::json json{{"pairs", found.pairs}};
    const auto tell = [&](const char* figure, const AccommodationFigure& value) {
        json[figure] = found.isDefined ? numberOrNull(value.value) : nlohmann::json();
        json[std::string("p_") + figure] = found.isDefined ? nlohmann::json(value.chance) : nlohmann::json();
    };
    tell("proximity", found.proximity);
    tell("synchrony", found.synchrony);
    tell("convergence", found.convergence);
    return json;
}

void sayAccommodation(const std::string& conversation, const std::string& value, const Accommodation& found)
{
    if (!found.isDefined) {
        say(stdout, "{}, {}: undefined ({} exchanges with values; {} and values that differ are needed)\n",
            conversation, value, found.pairs, kLeastExchanges);
        return;
    }
    const auto text = [](const AccommodationFigure& figure) {
        return figure.value ? fmt::format("{:.2f} (p {:.3f})", *figure.value, figure.chance)
                            : std::string("-");
    };
    say(stdout, "{}, {}: {} exchanges; proximity {}, synchrony {}, convergence {}\n", conversation, value,
        found.pairs, text(found.proximity), text(found.synchrony), text(found.convergence));
}

int accommodation(const AccommodationArguments& options)
{
    ConversationDataset dataset(options.list, options.conversation);
    nlohmann::json json{
        {"conversations", nlohmann::json::array()},
        {"options", {{"permutations", options.options.permutations}, {"seed", options.options.seed}}},
        {"undefined", nlohmann::json::array()}};
    const RunContext run = progressOnTerminal("shuffling");
    for (const Conversation& conversation : dataset.conversations()) {
        const HeardConversation heard = heardAmongOthers(dataset, conversation, "auto", run);
        const std::vector<SpeakingTurn> turns = takenTurns(heard.speakers).turns;
        nlohmann::json one{{"conversation", conversation.id}, {"values", nlohmann::json::object()}};
        for (const std::string& value : options.values) {
            const std::vector<double> values = valuesOf(dataset, value, conversation, turns);
            std::vector<TurnValue> points;
            for (std::size_t i = 0; i < turns.size(); ++i)
                points.push_back({turns[i].speaker, values[i], turns[i].start});
            const Accommodation found = accommodationOf(points, options.options, run);
            one["values"][value] = accommodationJson(found);
            if (!found.isDefined)
                json["undefined"].push_back(conversation.id + ": " + value);
            if (!options.json)
                sayAccommodation(conversation.id, value, found);
        }
        json["conversations"].push_back(std::move(one));
    }
    if (options.json)
        fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    return 0;
}

}

void addAccommodation(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "accommodation",
        "Whether people come to speak alike from turn to turn: nearness, synchrony, convergence.");
    auto options = std::make_shared<AccommodationArguments>();
    command->add_option("LIST", options->list, "a dataset list, or a folder with dataset.json")->required();
    command
        ->add_option(
            "--value", options->values,
            "of turns: f0 (semitones), rate (words per second), or the median of a column, as loudness or "
            "acoustic:loudness")
        ->required()
        ->delimiter(',')
        ->allow_extra_args(false);
    command->add_option("--conversation", options->conversation, "only this one (otherwise all)");
    command->add_option("--permutations", options->options.permutations, "shuffles that chance is told by")
        ->check(CLI::Range(19, 100'000))
        ->capture_default_str();
    command->add_option("--seed", options->options.seed, "of the shuffles")->capture_default_str();
    command->add_flag("--json", options->json, "for machines");
    command->callback([&action, options] { action = [options] { return accommodation(*options); }; });
}

}
