#include "engine/cli/polylogue_cli/heard_input.h"

#include "engine/cli/passing_folder.h"
#include "engine/cli/polylogue_cli/conversation_dataset.h"
#include "engine/cli/polylogue_cli/placed_in_sound.h"
#include "engine/cli/probing.h"
#include "engine/cli/project_dataset.h"
#include "engine/cli/whole_project.h"
#include "engine/conversation_sources/channel_levels.h"
#include "engine/conversation_sources/dataset_turns.h"
#include "engine/conversation_sources/speaker_tiers.h"
#include "engine/conversation_sources/spoken_lines.h"
#include "engine/core/error.h"
#include "engine/formats/format_registry.h"
#include "engine/formats/input/text_input.h"
#include "engine/project_items/dataset_item.h"
#include "engine/snapshot/snapshot.h"

#include <algorithm>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuseTurns(const std::filesystem::path& input, const std::string& source)
{
    throw FormatError("no_turns", input.string(),
                      source == "auto" ? std::string("says nothing of who speaks when")
                                       : "has no turns of the source " + source);
}

bool isList(const std::filesystem::path& input)
{
    return std::filesystem::is_directory(input) || input.extension() == ".json";
}

/// The words of a text are sought in its sound; without one the text's times are guessed.
WordPlacer placerOf(const HeardWish& wish, const RunContext& run)
{
    const fs::path sound = wish.sound.empty() ? recordingBeside(wish.input) : wish.sound;
    if (sound.empty())
        return {};
    return [sound, run](const std::vector<std::string>& words) { return placedInSound(sound, words, run); };
}

std::vector<HeardConversation> heardInFile(const HeardWish& wish, const RunContext& run)
{
    const fs::path& input = wish.input;
    const std::string& source = wish.source;
    const std::string stem = input.stem().string();
    if (isWantedSource(source, "prefixes") && (source == "prefixes" || input.extension() == ".txt")) {
        const std::vector<PrefixedLine> lines = prefixedLines(readText(input).text);
        if (haveSpeakers(lines))
            return {heardInLines(lines, stem, placerOf(wish, run))};
        if (source == "prefixes")
            refuseTurns(input, source);
    }
    const Format& format = formatOf(input);
    if (!format.read)
        throw FormatError("unknown_format", input.string(), "is only written, not read");
    if (format.id == "csd")
        makeProber()->check(input);
    const std::string own = format.id == "rttm" ? "rttm" : "tiers";
    if (!isWantedSource(source, own.c_str()))
        refuseTurns(input, source);
    return heardInTiers(format.read(input, {}).content, stem, own);
}

}

HeardConversation heardAmongOthers(ConversationDataset& dataset, const Conversation& conversation,
                                   const std::string& source, const RunContext& run)
{
    try {
        ConversationFiles files = dataset.files();
        files.placeWords = [&run](const std::filesystem::path& sound, const std::vector<std::string>& words) {
            return placedInSound(sound, words, run);
        };
        return heardInDataset(files, conversation, source, run);
    } catch (const FormatError& error) {
        if (std::string(error.code()) != "no_turns" || dataset.conversations().size() < 2)
            throw;
    }
    HeardConversation silent{conversation.id, "none", {}};
    for (const ConversationParticipant& who : conversation.participants)
        silent.speakers.push_back({who.id, {}});
    silent.duration = extentOf(dataset.files(), conversation);
    silent.findings.push_back({Finding::Severity::Warning, "no_turns", conversation.id,
                               "has no turns of this source; the other conversations have"});
    return silent;
}

/// The dataset of a project with what people edited, as the window reads it; empty: the project has no
/// conversations of a dataset, but tiers.
std::vector<HeardConversation> heardInProject(const HeardWish& wish, const RunContext& run)
{
    const Annotation annotation = wholeProject(wish.input, "read");
    if (datasetPaths(annotation, wish.input).empty())
        return {};
    const OpenedSequences dataset = datasetOfProject(annotation, fs::absolute(wish.input), {}, run);
    if (dataset.conversations.empty())
        return {};
    const PassingFolder folder;
    HeardWish ofList = wish;
    ofList.input = writeSnapshot(dataset, annotation, {folder.path() / "snapshot"}, run).list;
    return heardInput(ofList, run);
}

std::vector<std::filesystem::path> filesOf(const HeardWish& wish)
{
    return isList(wish.input) ? withListedFiles({}, wish.input) : std::vector{wish.input};
}

std::vector<HeardConversation> heardInput(const HeardWish& wish, const RunContext& run)
{
    const auto& [input, conversation, source, sound] = wish;
    std::vector<HeardConversation> all;
    if (isList(input)) {
        ConversationDataset dataset(input, conversation);
        for (const Conversation& one : dataset.conversations())
            all.push_back(heardAmongOthers(dataset, one, source, run));
        if (std::ranges::all_of(all, isSilent))
            refuseTurns(input, source);
        return all;
    }
    if (input.extension() == ".polylogue") {
        all = heardInProject(wish, run);
        if (!all.empty())
            return all;
    }
    if (isMediaFile(input)) {
        if (!isWantedSource(source, "channels"))
            refuseTurns(input, source);
        all.push_back(heardInChannels(input, run));
    } else {
        all = heardInFile(wish, run);
    }
    std::erase_if(all, isSilent);
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
