#include "engine/conversation_sources/dataset_turns.h"

#include "engine/conversation_sources/channel_levels.h"
#include "engine/conversation_sources/conversation_rows.h"
#include "engine/conversation_sources/seen_speakers.h"
#include "engine/conversation_sources/spoken_lines.h"
#include "engine/conversations/turn_summary.h"
#include "engine/core/error.h"
#include "engine/formats/input/text_input.h"
#include "engine/synchrony/channel_speech.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr double kSilence = -90.0; // dB
constexpr double kMuchOverlap
    = 0.2; // of speech; talks of two have about a twentieth, lively meetings a seventh

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
HeardConversation heardInOwnChannels(const ConversationFiles& dataset, const Conversation& conversation,
                                     const RunContext& run)
{
    HeardConversation heard{conversation.id, "channels", {}};
    const DatasetList::Media* media = dataset.list.mediaOf(conversation.id);
    const bool hasChannels
        = std::ranges::all_of(conversation.participants,
                              [](const ConversationParticipant& who) { return who.channel.has_value(); });
    if (!media || !hasChannels)
        return heard;
    const std::vector<std::vector<double>> levels
        = channelLevels(std::filesystem::path(media->file), kEveryChannel, run);
    const std::vector<std::vector<Interval>> speech = channelSpeech(levels);
    for (const ConversationParticipant& who : conversation.participants) {
        const auto channel = static_cast<std::size_t>(*who.channel);
        if (channel >= speech.size())
            throw FormatError("conversation_invalid", dataset.name,
                              fmt::format("{} has channel {}, but the sound {} has {}: channels are counted "
                                          "from 0",
                                          conversation.entryOf(who), channel,
                                          std::filesystem::path(media->file).filename().string(),
                                          speech.size()));
        heard.speakers.push_back({who.id, speech[channel]});
    }
    heard.duration = levels.empty() ? 0.0 : static_cast<double>(levels.front().size()) / kLevelRate;
    return heard;
}

/// The voices in the recordings of each participant, on the conversation's axis. Speech that a microphone
/// only overhears is told from its owner's by being softer.
HeardConversation heardInRecordings(const ConversationFiles& dataset, const Conversation& conversation,
                                    const RunContext& run)
{
    HeardConversation heard{conversation.id, "vad", {}};
    if (conversation.media != ConversationMedia::Recordings || conversation.participants.size() < 2)
        return heard;
    std::vector<std::vector<double>> recorded;
    double begin = 0.0, end = 0.0;
    for (const ConversationParticipant& who : conversation.participants) {
        const DatasetList::Media* media = dataset.list.mediaOf(conversation.entryOf(who));
        std::error_code missing;
        if (!media || !std::filesystem::is_regular_file(media->file.path(), missing))
            return heard;
        recorded.push_back(channelLevels(std::filesystem::path(media->file), 1, run).front());
        begin = std::min(begin, who.time.ofFile(0.0));
        end = std::max(end, who.time.ofFile(static_cast<double>(recorded.back().size()) / kLevelRate));
    }
    const auto count = static_cast<std::size_t>(std::max(0.0, std::ceil((end - begin) * kLevelRate)));
    std::vector<std::vector<double>> levels;
    for (std::size_t i = 0; i < recorded.size(); ++i) {
        std::vector<double>& level = levels.emplace_back(count, kSilence);
        const RecordingTime& time = conversation.participants[i].time;
        for (std::size_t k = 0; k < count; ++k) {
            const double moment = time.inFile(begin + (static_cast<double>(k) + 0.5) / kLevelRate);
            const auto place = static_cast<std::ptrdiff_t>(std::floor(moment * kLevelRate));
            if (place >= 0 && place < std::ssize(recorded[i]))
                level[k] = recorded[i][static_cast<std::size_t>(place)];
        }
    }
    std::vector<std::vector<Interval>> speech = channelSpeech(levels);
    for (std::size_t i = 0; i < speech.size(); ++i) {
        for (Interval& span : speech[i])
            span = {span.start + begin, span.end + begin};
        heard.speakers.push_back({conversation.participants[i].id, std::move(speech[i])});
    }
    heard.duration = end;
    return heard;
}

/// How much of the time in which anybody speaks two or more do.
double overlapOf(const HeardConversation& heard, double duration)
{
    const TurnSummary told
        = conversationFigures(takenTurns(heard.speakers), heard.speakers.size(), duration).summary;
    return told.silenceShare < 1.0 ? told.overlapShare / (1.0 - told.silenceShare) : 0.0;
}

/// Words that were recognised in a recording are also those of the others that its microphone overheard:
/// where by words people speak at the same time much more than by how loud their microphones are, these tell
/// who speaks. So they do where only some have words.
HeardConversation withoutOverheard(HeardConversation words, const ConversationFiles& dataset,
                                   const Conversation& conversation, const RunContext& run)
{
    const double duration = extentOf(dataset, conversation);
    const double byWords = duration > 0.0 ? overlapOf(words, duration) : 0.0;
    const bool areAll
        = std::ranges::none_of(words.speakers, [](const Speaker& speaker) { return speaker.spans.empty(); });
    if (areAll && byWords <= kMuchOverlap)
        return words;
    HeardConversation voices;
    try {
        voices = heardInRecordings(dataset, conversation, run);
    } catch (const Cancelled&) {
        throw;
    } catch (const Error&) { // recordings that cannot be read say nothing against the words
        return words;
    }
    if (isSilent(voices))
        return words;
    for (std::size_t i = 0; i < words.speakers.size(); ++i) { // both in the order of the participants
        if (!words.speakers[i].spans.empty() || voices.speakers[i].spans.empty())
            continue;
        voices.findings.push_back(
            {Finding::Severity::Warning, "words_missing", conversation.id,
             words.speakers[i].id + " has no words: how loud the microphones are says who speaks"});
        return voices;
    }
    if (byWords <= kMuchOverlap)
        return words;
    const double byVoices = overlapOf(voices, std::max(duration, voices.duration));
    if (byVoices > byWords / 2.0) {
        words.findings.push_back(
            {Finding::Severity::Warning, "much_overlap", conversation.id,
             fmt::format(
                 "people speak at the same time in {:.0f} % of all speech: do the recordings begin when "
                 "the list says (offset_s)?",
                 100.0 * byWords)});
        return words;
    }
    voices.findings.push_back(
        {Finding::Severity::Warning, "words_overheard", conversation.id,
         fmt::format("by words people speak at the same time in {:.0f} % of all speech, by how loud their "
                     "microphones are in {:.0f} %: words that a microphone overheard count for nobody",
                     100.0 * byWords, 100.0 * byVoices)});
    return voices;
}

/// The names in a text that are participants of the conversation; others are nobody's, which is said.
HeardConversation amongParticipants(HeardConversation written, const Conversation& conversation)
{
    HeardConversation heard{conversation.id,  written.source,          {},
                            written.duration, written.timesAreGuessed, std::move(written.findings)};
    for (const ConversationParticipant& who : conversation.participants)
        heard.speakers.push_back({who.id, {}});
    for (const Speaker& speaker : written.speakers) {
        const std::string id = participantId(speaker.id);
        const auto who
            = std::ranges::find_if(conversation.participants, [&](const ConversationParticipant& each) {
                  return id == each.id || id == participantId(each.shownName());
              });
        if (who == conversation.participants.end()) {
            heard.findings.push_back(
                {Finding::Severity::Warning, "unknown_participant", conversation.id,
                 "The text has turns of " + speaker.id + ", who is no participant: they are left out.", ""});
            continue;
        }
        std::vector<Interval>& spans
            = heard.speakers[static_cast<std::size_t>(who - conversation.participants.begin())].spans;
        spans.insert(spans.end(), speaker.spans.begin(), speaker.spans.end());
    }
    return heard;
}

/// The text beside the conversation's recording.
HeardConversation heardInText(const ConversationFiles& dataset, const Conversation& conversation)
{
    const DatasetList::Media* media = dataset.list.mediaOf(conversation.id);
    if (!media)
        return {conversation.id, "prefixes", {}};
    const std::filesystem::path sound(media->file.path());
    std::filesystem::path text = sound;
    text.replace_extension(".txt");
    std::error_code missing;
    if (!std::filesystem::is_regular_file(text, missing))
        return {conversation.id, "prefixes", {}};
    const std::vector<PrefixedLine> lines = prefixedLines(readText(text).text);
    std::vector<std::string> known;
    for (const ConversationParticipant& who : conversation.participants)
        known.insert(known.end(), {who.id, who.shownName()});
    if (!haveSpeakers(lines, known))
        return {conversation.id, "prefixes", {}};
    WordPlacer place;
    if (dataset.placeWords && std::filesystem::is_regular_file(sound, missing))
        place = [&](const std::vector<std::string>& words) { return dataset.placeWords(sound, words); };
    return amongParticipants(heardInLines(lines, conversation.id, place), conversation);
}

}

bool isWantedSource(const std::string& source, const char* one)
{
    return source == "auto" || source == one;
}

bool isSilent(const HeardConversation& heard)
{
    return std::ranges::all_of(heard.speakers, [](const Speaker& who) { return who.spans.empty(); });
}

HeardConversation heardInDataset(const ConversationFiles& dataset, const Conversation& conversation,
                                 const std::string& source, const RunContext& run)
{
    HeardConversation heard{conversation.id, "", {}};
    for (const char* const rows : {"turns", "sentences"}) {
        const auto turns
            = isSilent(heard) && isWantedSource(source, "tiers") ? dataset.sequence(rows) : nullptr;
        if (turns)
            heard = heardInTurnRows(*turns, conversation);
    }
    const auto words
        = isSilent(heard) && isWantedSource(source, "words") ? dataset.sequence("words") : nullptr;
    if (words)
        heard = heardInWords(*words, conversation);
    if (words && source == "auto" && !isSilent(heard))
        heard = withoutOverheard(std::move(heard), dataset, conversation, run);
    if (isSilent(heard) && isWantedSource(source, "channels"))
        heard = heardInOwnChannels(dataset, conversation, run);
    if (isSilent(heard) && isWantedSource(source, "vad"))
        heard = heardInRecordings(dataset, conversation, run);
    if (isSilent(heard) && isWantedSource(source, "faces"))
        heard = heardInFaces(dataset, conversation, run);
    if (isSilent(heard) && isWantedSource(source, "prefixes"))
        heard = heardInText(dataset, conversation);
    if (isSilent(heard))
        throw FormatError("no_turns", dataset.name,
                          source == "auto"
                              ? conversation.id + " has no turns, words, channels, recordings, faces or text"
                              : conversation.id + " has no turns of the source " + source);
    heard.duration = std::max(heard.duration, extentOf(dataset, conversation));
    return heard;
}

double extentOf(const ConversationFiles& dataset, const Conversation& conversation)
{
    double extent = 0.0;
    for (const DatasetList::Sequence& listed : dataset.list.sequences) {
        const std::shared_ptr<const SequenceFile> file = dataset.sequence(listed.name);
        if (!file)
            continue;
        for (const ConversationParticipant& who : conversation.participants) {
            const std::string id = conversation.entryOf(who);
            if (!file->contains(id))
                continue;
            for (const Interval& row : file->intervals(id).values)
                extent = std::max(extent, timeOfRows(*file, who).ofFile(row.end));
        }
    }
    return extent;
}

}
