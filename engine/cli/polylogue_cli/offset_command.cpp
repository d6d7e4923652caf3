#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/conversation_dataset.h"
#include "engine/conversation_sources/channel_levels.h"
#include "engine/conversations/known_conversations.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/sequences/dataset_list.h"
#include "engine/synchrony/recording_offset.h"

#include <fmt/format.h>
#include <memory>

namespace engine::cli {

namespace {

struct OffsetArguments {
    std::filesystem::path first, second;
    std::filesystem::path list; ///< empty: nothing is written
    bool json = false;
};

/// The conversation and participant to which a recording of the list belongs.
std::pair<std::string, std::string> entryOfRecording(const DatasetList& list,
                                                     const std::filesystem::path& file)
{
    const auto isSame = [&](const std::filesystem::path& other) {
        std::error_code ignored;
        return std::filesystem::equivalent(other, file, ignored);
    };
    for (const DatasetList::Media& media : list.media) {
        const std::size_t at = media.id.find('@');
        if (at != std::string::npos && isSame(std::filesystem::path(media.file)))
            return {media.id.substr(0, at), media.id.substr(at + 1)};
    }
    throw FormatError("unknown_participant", file.string(), "is no recording of a participant of the list");
}

void applyOffset(const OffsetArguments& options, const RecordingOffset& found)
{
    const std::filesystem::path path = datasetListOf(options.list);
    DatasetList list = readDatasetList(path);
    if (!list.more.contains(kConversationsField)) // told by ids alone; other conversations are to stay
        nameConversationsOfIds(list.more, ConversationDataset(path, "").videos());
    const auto [conversation, first] = entryOfRecording(list, options.first);
    const auto [same, second] = entryOfRecording(list, options.second);
    if (conversation != same || first == second)
        throw FormatError("conversation_invalid", path.string(),
                          "has both recordings in different conversations, or as one participant's");
    RecordingTime base;
    for (const Conversation& one : conversationsOf(list.more, path.string())) {
        if (const ConversationParticipant* who = one.id == conversation ? one.participant(first) : nullptr)
            base = who->time;
    }
    const double stretch = 1.0 + base.driftPpm * 1e-6;
    setRecordingTime(list.more, conversation, second,
                     {base.ofFile(found.offset), ((1.0 + found.driftPpm * 1e-6) * stretch - 1.0) * 1e6});
    writeDatasetList(list, path);
}

int offset(const OffsetArguments& options)
{
    const RunContext run = progressOnTerminal("listening");
    const std::vector<double> first = channelLevels(options.first, 1, run).front();
    const std::vector<double> second = channelLevels(options.second, 1, run).front();
    const RecordingOffset found = recordingOffset(first, second, {});
    if (found.isFound && !options.list.empty())
        applyOffset(options, found);
    if (options.json) {
        const nlohmann::json nothing;
        const nlohmann::json json{{"found", found.isFound},
                                  {"outstanding", found.outstanding},
                                  {"offset_s", found.isFound ? nlohmann::json(found.offset) : nothing},
                                  {"drift_ppm", found.isFound ? nlohmann::json(found.driftPpm) : nothing},
                                  {"windows", found.windows}};
        fmt::print("{}\n", jsonText(json, 2));
    } else if (found.isFound) {
        const std::string drift = found.windows < kWindowsOfADrift
            ? "no drift found (that needs six minutes in common)"
            : fmt::format("drift {:+.1f} ppm in {} windows", found.driftPpm, found.windows);
        say(stdout, "{} begins {:+.3f} s after {}, {}; stands out by {:.0f} deviations\n",
            options.second.string(), found.offset, options.first.string(), drift, found.outstanding);
        if (!options.list.empty())
            say(stdout, "{}: written\n", datasetListOf(options.list).string());
    } else {
        say(stdout,
            "Not found: neither recording hears the other's voice, or these are different conversations "
            "({:.1f} deviations, 8 are needed).\n",
            found.outstanding);
    }
    return found.isFound || options.list.empty() ? 0 : 1;
}

}

void addOffset(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "offset",
        "How two recordings of one conversation lie to each other: offset and drift, by the sound.");
    auto options = std::make_shared<OffsetArguments>();
    command->add_option("A", options->first, "the recording of one person")->required();
    command->add_option("B", options->second, "the recording of the other, whose offset is told")->required();
    command->add_option("--apply", options->list,
                        "a dataset list, in which offset_s and drift_ppm of B's participant are set");
    command->add_flag("--json", options->json, "for machines");
    command->callback([&action, options] { action = [options] { return offset(*options); }; });
}

}
