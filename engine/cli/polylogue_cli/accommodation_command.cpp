#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/conversation_dataset.h"
#include "engine/cli/polylogue_cli/conversation_figures.h"
#include "engine/cli/polylogue_cli/heard_input.h"
#include "engine/conversation_sources/turn_values.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/synchrony/accommodation.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace engine::cli {

namespace {

struct AccommodationArguments {
    std::filesystem::path list;
    std::vector<std::string> values;
    std::string conversation;
    AccommodationOptions options;
    bool json = false;
};

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
    std::set<std::string> there, lacking;
    for (const Conversation& conversation : dataset.conversations()) {
        const HeardConversation heard = heardAmongOthers(dataset, conversation, "auto", run);
        const std::vector<SpeakingTurn> turns = takenTurns(heard.speakers).turns;
        nlohmann::json one{{"conversation", conversation.id}, {"values", nlohmann::json::object()}};
        for (const std::string& value : options.values) {
            std::vector<double> values;
            try {
                values = turnValues(dataset.files(), value, conversation, turns);
            } catch (const FormatError& error) { // the other values may be there
                say(stderr, "{}\n", error.what());
                json["undefined"].push_back(conversation.id + ": " + value);
                lacking.insert(value);
                continue;
            }
            there.insert(value);
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
        fmt::print("{}\n", jsonText(json, 2));
    return std::ranges::includes(there, lacking) ? 0 : 1;
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
