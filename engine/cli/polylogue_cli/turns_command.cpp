#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/conversation_figures.h"
#include "engine/cli/polylogue_cli/heard_input.h"
#include "engine/conversation_sources/speaker_tiers.h"
#include "engine/conversations/time_axis.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/formats/format_registry.h"
#include "engine/sequences/csd_writer.h"

#include <array>
#include <fmt/format.h>
#include <memory>

namespace engine::cli {

namespace {

struct TurnsArguments {
    HeardWish heard{{}, {}, "auto", {}};
    std::filesystem::path out;
    TurnOptions options;
    bool json = false;
};

struct MeasuredTurns {
    HeardConversation heard;
    TakenTurns taken;
    ConversationFigures figures;

    /// Of a conversation that nothing is known of, no share has a meaning.
    bool hasLength() const { return heard.duration > 0.0; }
};

MeasuredTurns measuredTurns(HeardConversation heard, const TurnOptions& options)
{
    MeasuredTurns measured{std::move(heard), {}, {}};
    measured.taken = takenTurns(measured.heard.speakers, options);
    if (measured.hasLength())
        measured.figures = conversationFigures(measured.taken, measured.heard.speakers.size(),
                                               measured.heard.duration, options);
    else
        measured.figures.participants.resize(measured.heard.speakers.size());
    return measured;
}

nlohmann::json turnOptionsJson(const TurnOptions& options)
{
    return {{"join", options.join},
            {"least", options.least},
            {"backchannel_longest", options.backchannelLongest},
            {"backchannel_alone", options.backchannelAlone},
            {"interruption_overlap", options.interruptionOverlap},
            {"smooth", options.smooth}};
}

/// Where turns have no times of their own, figures of time would be those of the guess.
void forgetTimes(nlohmann::json& json)
{
    for (const char* figure : {"silence_share", "overlap_share", "fto_mean_s", "fto_median_s", "fto_q25_s",
                               "fto_q75_s", "smooth_share", "turns_per_minute"})
        json["summary"][figure] = nullptr;
    for (auto& [id, who] : json["participants"].items()) {
        for (const char* figure : {"talk_s", "speaks_share", "turn_median_s", "response_median_s"})
            who[figure] = nullptr;
    }
}

nlohmann::json undefinedOf(const nlohmann::json& json)
{
    nlohmann::json names = nlohmann::json::array();
    for (const auto& [figure, value] : json["summary"].items()) {
        if (value.is_null())
            names.push_back("summary." + figure);
    }
    for (const auto& [id, who] : json["participants"].items()) {
        for (const auto& [figure, value] : who.items()) {
            if (value.is_null())
                names.push_back("participants." + id + "." + figure);
        }
    }
    return names;
}

nlohmann::json conversationJson(const MeasuredTurns& measured, const TurnOptions& options)
{
    nlohmann::json json = turnsJson(measured.heard.speakers, measured.taken, measured.figures);
    json["conversation"] = measured.heard.id;
    json["duration"] = measured.heard.duration;
    json["source"] = measured.heard.source;
    json["options"] = turnOptionsJson(options);
    json["findings"] = nlohmann::json::array();
    for (const Finding& finding : measured.heard.findings)
        json["findings"].push_back({{"code", finding.code},
                                    {"level", name(finding.severity)},
                                    {"place", finding.place},
                                    {"text", finding.message}});
    if (measured.heard.timesAreGuessed || !measured.hasLength())
        forgetTimes(json);
    json["undefined"] = undefinedOf(json);
    return json;
}

TurnSummary pooled(const std::vector<MeasuredTurns>& all, const TurnOptions& options)
{
    std::vector<SummedConversation> parts;
    for (const MeasuredTurns& one : all) {
        if (one.hasLength())
            parts.push_back({&one.taken, one.heard.speakers.size(), one.heard.duration});
    }
    return pooledSummary(parts, options);
}

std::string figureText(const std::optional<double>& value, const char* unit)
{
    return value ? fmt::format("{:.2f}{}", *value, unit) : std::string("-");
}

void sayTurns(const MeasuredTurns& measured)
{
    const HeardConversation& heard = measured.heard;
    const TurnSummary& summary = measured.figures.summary;
    say(stdout, "{}: {} people, {:.1f} s, by {}\n", heard.id, heard.speakers.size(), heard.duration,
        heard.source);
    const bool hasTimes = !heard.timesAreGuessed && measured.hasLength();
    say(stdout, "  {} turns, {} transitions", summary.turns, summary.transitions);
    if (hasTimes)
        say(stdout, "; silence {:.0f} %, overlap {:.0f} %; transitions: median {}, smooth {}",
            summary.silenceShare * 100.0, summary.overlapShare * 100.0, figureText(summary.ftoMedian, " s"),
            figureText(summary.smoothShare, ""));
    say(stdout, "; balance {}\n", figureText(summary.balance, ""));
    for (std::size_t i = 0; i < heard.speakers.size(); ++i) {
        const ParticipantTurns& who = measured.figures.participants[i];
        say(stdout, "  {}: talk share {}, {} turns", heard.speakers[i].id, figureText(who.talkShare, ""),
            who.turns);
        if (hasTimes)
            say(stdout, " (median {}), answers after {}", figureText(who.turnMedian, " s"),
                figureText(who.responseMedian, " s"));
        say(stdout, ", {} backchannels, {} attempts, {} interruptions\n", who.backchannels, who.attempts,
            who.interruptions);
    }
    for (const Finding& finding : heard.findings)
        say(stdout, "  {}: {}\n", finding.code, finding.message);
}

/// The turns of each speaker.
std::vector<Speaker> turnsBySpeaker(const MeasuredTurns& one)
{
    std::vector<Speaker> turns;
    for (const Speaker& speaker : one.heard.speakers)
        turns.push_back({speaker.id, {}});
    for (const SpeakingTurn& turn : one.taken.turns)
        turns[turn.speaker].spans.push_back({turn.start, turn.end});
    return turns;
}

/// An entry of each participant, in conversation time, which the metadata say.
void writeSequence(const std::vector<MeasuredTurns>& all, const std::filesystem::path& out)
{
    ComputationalSequence sequence;
    sequence.setMetadata({{"root name", "turns"},
                          {"computational sequence description", "turns of conversations"},
                          {"dimension names", {"turn"}},
                          {"creator", "Polylogue"},
                          {kTimeAxis, kConversationAxis}});
    for (const MeasuredTurns& one : all) {
        for (Speaker& speaker : turnsBySpeaker(one)) {
            if (speaker.spans.empty())
                continue;
            std::vector<std::string> texts(speaker.spans.size(), "turn");
            Entry entry;
            entry.features = {ElementType::Text, {texts.size(), 1}, std::move(texts)};
            entry.intervals.values = std::move(speaker.spans);
            sequence.put(one.heard.id + "@" + speaker.id, std::move(entry));
        }
    }
    writeCsd(sequence, out);
}

void writeTurns(const std::vector<MeasuredTurns>& all, const TurnsArguments& options)
{
    const Format& format = formatForName(options.out);
    if (!format.write)
        throw FormatError("unknown_format", options.out.string(), "is of a format that is only read");
    if (format.id == "csd") {
        writeSequence(all, options.out);
        return;
    }
    ExchangedTiers tiers;
    for (const MeasuredTurns& one : all) {
        for (ExchangedTier& tier : tiersOfSpeakers(turnsBySpeaker(one), one.heard.id).tiers) {
            tier.tier.id = static_cast<TierId>(tiers.tiers.size() + 1);
            for (Segment& segment : tier.segments)
                segment.tier = tier.tier.id;
            tiers.tiers.push_back(std::move(tier));
        }
    }
    SegmentId next = 1;
    for (ExchangedTier& tier : tiers.tiers) {
        for (Segment& segment : tier.segments)
            segment.id = next++;
    }
    ExportOptions how;
    how.sources = {options.heard.input};
    format.write(tiers, options.out, how);
}

int turns(const TurnsArguments& options)
{
    if (!options.out.empty())
        refuseInputsAsOutputs(filesOf(options.heard), std::array{options.out});
    std::vector<MeasuredTurns> all;
    for (HeardConversation& heard : heardInput(options.heard, progressOnTerminal("listening")))
        all.push_back(measuredTurns(std::move(heard), options.options));
    if (!options.out.empty())
        writeTurns(all, options);
    if (!options.json) {
        for (const MeasuredTurns& one : all)
            sayTurns(one);
        return 0;
    }
    nlohmann::json json;
    if (all.size() == 1) {
        json = conversationJson(all.front(), options.options);
    } else {
        json["conversations"] = nlohmann::json::array();
        for (const MeasuredTurns& one : all)
            json["conversations"].push_back(conversationJson(one, options.options));
        json["pooled"] = summaryJson(pooled(all, options.options));
    }
    fmt::print("{}\n", jsonText(json, 2));
    return 0;
}

}

void addTurns(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "turns", "Who speaks when in a conversation: turns, transitions, backchannels, interruptions.");
    auto options = std::make_shared<TurnsArguments>();
    command
        ->add_option(
            "INPUT", options->heard.input,
            "a dataset list, a project, tiers (.eaf, .TextGrid, .rttm, .csv, ...), a text with names in "
            "front of its lines, or a sound with a channel for each person")
        ->required();
    command->add_option("--conversation", options->heard.conversation, "only this one (otherwise all)");
    command->add_option("--source", options->heard.source, "where turns come from")
        ->check(CLI::IsMember(kTurnSources))
        ->capture_default_str();
    const auto seconds = [&](const char* option, double& value, const char* text) {
        command->add_option(option, value, text)->check(CLI::Range(0.0, 3600.0))->capture_default_str();
    };
    seconds("--join", options->options.join, "seconds: shorter pauses part no stretch of speech");
    seconds("--least", options->options.least, "seconds: shorter stretches are dropped");
    seconds("--backchannel", options->options.backchannelLongest, "seconds that a backchannel lasts at most");
    command
        ->add_option(
            "--sound", options->heard.sound,
            "the sound of a text, in which its words are sought (otherwise a recording of the same name "
            "beside the text)")
        ->check(CLI::ExistingFile);
    command->add_option("--out", options->out, "file for the turns as tiers (.rttm, .eaf, .csv, .csd)");
    command->add_flag("--json", options->json, "for machines");
    command->callback([&action, options] { action = [options] { return turns(*options); }; });
}

}
