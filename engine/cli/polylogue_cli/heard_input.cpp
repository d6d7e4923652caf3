#include "engine/cli/polylogue_cli/heard_input.h"

#include "engine/cli/polylogue_cli/conversation_dataset.h"
#include "engine/cli/probing.h"
#include "engine/conversation_sources/channel_levels.h"
#include "engine/conversation_sources/conversation_rows.h"
#include "engine/conversation_sources/speaker_tiers.h"
#include "engine/conversation_sources/spoken_lines.h"
#include "engine/core/error.h"
#include "engine/formats/format_registry.h"
#include "engine/formats/input/text_input.h"
#include "engine/synchrony/channel_speech.h"

#include <algorithm>

namespace engine::cli {

namespace {

bool isWanted(const std::string& source, const char* one)
{
    return source == "auto" || source == one;
}

bool isEmpty(const HeardConversation& heard)
{
    return std::ranges::all_of(heard.speakers, [](const Speaker& who) { return who.spans.empty(); });
}

[[noreturn]] void refuseTurns(const std::filesystem::path& input, const std::string& source)
{
    throw FormatError("no_turns", input.string(),
                      source == "auto" ? std::string("says nothing of who speaks when")
                                       : "has no turns of the source " + source);
}

/// The rows of a sequence that has one for each turn, whatever they hold.
HeardConversation heardInTurnRows(const SequenceFile& turns, const Conversation& conversation)
{
    HeardConversation heard{conversation.id, "tiers", {}};
    for (const ConversationParticipant& who : conversation.participants) {
        Speaker& speaker = heard.speakers.emplace_back(Speaker{who.id, {}});
        const RecordingTime time = timeOfRows(turns, who);
        if (!turns.contains(conversation.entryOf(who)))
            continue;
        for (const Interval& row : turns.intervals(conversation.entryOf(who)).values)
            speaker.spans.push_back({time.ofFile(row.start), time.ofFile(row.end)});
    }
    return heard;
}

/// The channels of the conversation's sound that belong to participants.
HeardConversation heardInOwnChannels(const ConversationDataset& dataset, const Conversation& conversation,
                                     const RunContext& run)
{
    HeardConversation heard{conversation.id, "channels", {}};
    const DatasetList::Media* media = dataset.list().mediaOf(conversation.id);
    const bool hasChannels
        = std::ranges::all_of(conversation.participants,
                              [](const ConversationParticipant& who) { return who.channel.has_value(); });
    if (!media || !hasChannels)
        return heard;
    const std::vector<std::vector<double>> levels = channelLevels(std::filesystem::path(media->file), 0, run);
    const std::vector<std::vector<Interval>> speech = channelSpeech(levels);
    for (const ConversationParticipant& who : conversation.participants) {
        const auto channel = static_cast<std::size_t>(*who.channel);
        if (channel >= speech.size())
            throw FormatError("conversation_invalid", dataset.path().string(),
                              conversation.entryOf(who) + " has a channel that its sound does not have");
        heard.speakers.push_back({who.id, speech[channel]});
    }
    heard.duration = levels.empty() ? 0.0 : static_cast<double>(levels.front().size()) / kLevelRate;
    return heard;
}

bool isList(const std::filesystem::path& input)
{
    return std::filesystem::is_directory(input) || input.extension() == ".json";
}

std::vector<HeardConversation> heardInFile(const std::filesystem::path& input, const std::string& source)
{
    const std::string stem = input.stem().string();
    if (isWanted(source, "prefixes") && (source == "prefixes" || input.extension() == ".txt")) {
        const std::vector<PrefixedLine> lines = prefixedLines(readText(input).text);
        if (haveSpeakers(lines))
            return {heardInLines(lines, stem)};
        if (source == "prefixes")
            refuseTurns(input, source);
    }
    const Format& format = formatOf(input);
    if (!format.read)
        throw FormatError("unknown_format", input.string(), "is only written, not read");
    if (format.id == "csd")
        makeProber()->check(input);
    const std::string own = format.id == "rttm" ? "rttm" : "tiers";
    if (!isWanted(source, own.c_str()))
        refuseTurns(input, source);
    return heardInTiers(format.read(input, {}).content, stem, own);
}

}

HeardConversation heardInDataset(ConversationDataset& dataset, const Conversation& conversation,
                                 const std::string& source, const RunContext& run)
{
    HeardConversation heard{conversation.id, "", {}};
    for (const char* const rows : {"turns", "sentences"}) {
        const auto turns = isEmpty(heard) && isWanted(source, "tiers") ? dataset.sequence(rows) : nullptr;
        if (turns)
            heard = heardInTurnRows(*turns, conversation);
    }
    const auto words = isEmpty(heard) && isWanted(source, "words") ? dataset.sequence("words") : nullptr;
    if (words)
        heard = heardInWords(*words, conversation);
    if (isEmpty(heard) && isWanted(source, "channels"))
        heard = heardInOwnChannels(dataset, conversation, run);
    if (isEmpty(heard))
        throw FormatError("no_turns", dataset.path().string(),
                          source == "auto" ? conversation.id + " has no turns, words or channels"
                                           : conversation.id + " has no turns of the source " + source);
    heard.duration = std::max(heard.duration, dataset.extentOf(conversation));
    return heard;
}

HeardConversation heardAmongOthers(ConversationDataset& dataset, const Conversation& conversation,
                                   const std::string& source, const RunContext& run)
{
    try {
        return heardInDataset(dataset, conversation, source, run);
    } catch (const FormatError& error) {
        if (std::string(error.code()) != "no_turns" || dataset.conversations().size() < 2)
            throw;
    }
    HeardConversation silent{conversation.id, "none", {}};
    for (const ConversationParticipant& who : conversation.participants)
        silent.speakers.push_back({who.id, {}});
    silent.duration = dataset.extentOf(conversation);
    silent.findings.push_back({Finding::Severity::Warning, "no_turns", conversation.id,
                               "has no turns of this source; the other conversations have"});
    return silent;
}

std::vector<HeardConversation> heardInput(const std::filesystem::path& input, const std::string& conversation,
                                          const std::string& source, const RunContext& run)
{
    std::vector<HeardConversation> all;
    if (isList(input)) {
        ConversationDataset dataset(input, conversation);
        for (const Conversation& one : dataset.conversations())
            all.push_back(heardAmongOthers(dataset, one, source, run));
        if (std::ranges::all_of(all, isEmpty))
            refuseTurns(input, source);
        return all;
    }
    if (isMediaFile(input)) {
        if (!isWanted(source, "channels"))
            refuseTurns(input, source);
        all.push_back(heardInChannels(input, run));
    } else {
        all = heardInFile(input, source);
    }
    std::erase_if(all, isEmpty);
    if (all.empty())
        refuseTurns(input, source);
    if (!conversation.empty()) {
        std::erase_if(all, [&](const HeardConversation& one) { return one.id != conversation; });
        if (all.empty())
            throw FormatError("unknown_conversation", input.string(), "has no conversation " + conversation);
    }
    return all;
}

}
