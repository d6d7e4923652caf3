#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/project_completion.h"
#include "engine/cli/said.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/cli/whole_project.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/text_file.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

/// What is missing before anything can be suggested: for machines, and in words.
std::pair<const char*, std::string> lackOf(const CompletedVideo& video)
{
    const bool isDrawn = video.draft.kind == CompletionKind::Segments;
    switch (video.lack) {
    case CompletionLack::Features:
        return {"features", "there is nothing to learn from: no sequence differs over time"};
    case CompletionLack::Labelled:
        return {"labelled",
                isDrawn ? fmt::format("at least {} segments must be drawn first, from the beginning on",
                                      kFewestDrawn)
                        : fmt::format("at least {} segments must be labelled first; of categories, two of "
                                      "them at least {} times each",
                                      kFewestLabelled, kFewestOfCategory)};
    case CompletionLack::Categories:
        return {"categories",
                fmt::format("at least two categories are needed, with {} labelled segments each",
                            kFewestOfCategory)};
    case CompletionLack::Seconds:
        return {"seconds",
                fmt::format("at least {} s must be labelled first",
                            isDrawn ? kFewestDrawnSeconds : kFewestSeconds)};
    case CompletionLack::Open:
        return {"open", "everything has a label already"};
    case CompletionLack::Nothing:
        break;
    }
    return {"offer", "its tier offers " + video.offers};
}

nlohmann::json jsonOf(const CompletedVideo& video)
{
    nlohmann::json json{{"video", video.video}};
    if (video.offer) {
        json["kind"] = completionName(video.offer->kind);
        json["label"] = video.offer->label;
        json["labelled"] = video.offer->labelled;
        json["total"] = video.offer->total;
    }
    if (!video.isSuggested()) {
        json["lack"] = lackOf(video).first;
        return json;
    }
    const RightShare right = rightAbove(video.draft.checks, video.draft.threshold);
    json["suggestions"] = video.open.size();
    json["sure"] = video.sureCount();
    json["threshold"] = video.draft.threshold;
    json["how"] = video.draft.how;
    json["checked"] = right.count;
    json["right"] = right.count == 0
        ? nlohmann::json()
        : nlohmann::json{{"share", right.share}, {"low", right.likely.start}, {"high", right.likely.end}};
    if (video.draft.kind == CompletionKind::Segments)
        json["found"] = video.draft.found;
    return json;
}

void printVideo(const CompletedVideo& video)
{
    if (!video.isSuggested()) {
        say(stdout, "{}: nothing is suggested: {}\n", video.video, lackOf(video).second);
        return;
    }
    const RightShare right = rightAbove(video.draft.checks, video.draft.threshold);
    const std::string checked = right.count == 0
        ? std::string("how often such are right is not known")
        : fmt::format(
            "of {} that people labelled and that it would have been as sure of, {:.0f} % would have "
            "been right (95 %: {:.0f} to {:.0f} %)",
            right.count, right.share * 100.0, right.likely.start * 100.0, right.likely.end * 100.0);
    const std::string found = video.draft.kind == CompletionKind::Segments
        ? fmt::format("; {:.0f} % of people's segments were found", video.draft.found * 100.0)
        : std::string();
    say(stdout, "{}: {} suggestions by {}, {} of them at least as sure as {:.2f}; {}{}\n", video.video,
        video.open.size(), video.draft.how, video.sureCount(), video.draft.threshold, checked, found);
}

/// A row for each open suggestion; of a rating, its mean in that stretch.
std::string tableOf(const std::vector<CompletedVideo>& videos)
{
    std::string text = "video,start,end,label,value,confidence,sure\n";
    for (const CompletedVideo& video : videos) {
        for (const std::size_t place : video.open) {
            const DraftRow& row = video.draft.rows[place];
            const auto* word = std::get_if<std::string>(&row.value);
            text += fmt::format("{},{},{},{},{},{},{}\n", tableCell(video.video), row.span.start,
                                row.span.end, tableCell(video.draft.label),
                                word ? tableCell(*word) : fmt::format("{}", std::get<double>(row.value)),
                                row.confidence, video.isSure(place) ? 1 : 0);
        }
    }
    return text;
}

void writeProject(const CompletionArguments& arguments, ProjectCompletion& completion,
                  const std::vector<CompletedVideo>& videos)
{
    using namespace std::chrono;
    const std::int64_t now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    std::vector<Change> changes;
    for (const CompletedVideo& video : videos) {
        if (video.isSuggested())
            changes.push_back(completion.changeFor(video, now));
    }
    if (Change dataset = completion.datasetChange(); !dataset.empty())
        changes.push_back(std::move(dataset));
    writeCopyWith(changes, arguments.project, arguments.out);
}

CompletionArguments withWholePaths(CompletionArguments arguments)
{
    arguments.project = fs::absolute(arguments.project);
    arguments.out = fs::absolute(arguments.out);
    for (fs::path& path : arguments.dataset)
        path = fs::absolute(path).lexically_normal();
    return arguments;
}

int complete(const CompletionArguments& given)
{
    const StopOnSignal stop; // before any other thread
    const CompletionArguments arguments = withWholePaths(given);
    const bool isTable = arguments.out.extension() == ".csv";
    if (!isTable && arguments.out.extension() != ".polylogue")
        throw FormatError("unknown_format", arguments.out.string(),
                          "is neither a table (.csv) nor a project (.polylogue)");
    if (isTable && arguments.accepts)
        throw FormatError("unknown_format", arguments.out.string(),
                          "is a table; what is accepted lies in a project (.polylogue)");
    refuseInputsAsOutputs(std::span(&arguments.project, 1), std::span(&arguments.out, 1));
    refuseToReplace(arguments.out, arguments.overwrites);
    if (!isTable)
        requireBeside(arguments.out, arguments.project);
    ProjectCompletion completion(arguments, {stop.token(), {}});
    const auto sayNotes = [&] {
        for (const std::string& note : completion.takeNotes())
            say(stderr, "note: {}\n", note);
    };
    sayNotes();
    refuseInputsAsOutputs(completion.inputs(), std::span(&arguments.out, 1));
    std::vector<CompletedVideo> videos;
    for (const std::string& video : completion.videos()) {
        RunContext run = progressOnTerminal(video);
        run.stop = stop.token();
        videos.push_back(completion.complete(video, run));
        sayNotes();
        if (!arguments.json)
            printVideo(videos.back());
    }
    if (std::ranges::none_of(videos, &CompletedVideo::isSuggested))
        throw FormatError("nothing_suggested", arguments.project.string(),
                          fmt::format("nothing can be suggested for the tier {}, so {} is not written",
                                      arguments.tier, arguments.out.string()));
    if (isTable)
        writeTextFile(arguments.out, tableOf(videos)).commit();
    else
        writeProject(arguments, completion, videos);
    if (arguments.json) {
        nlohmann::json json{{"tier", arguments.tier},
                            {"accepted", arguments.accepts},
                            {"out", arguments.out.string()},
                            {"videos", nlohmann::json::array()}};
        for (const CompletedVideo& video : videos)
            json["videos"].push_back(jsonOf(video));
        fmt::print("{}\n", jsonText(json));
    }
    return 0;
}

}

void addComplete(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand("complete",
                                           "Suggests the rest of a half-labelled tier of a project from what "
                                           "people labelled and from the dataset's "
                                           "sequences, as the window's Complete this tier: as a table, or in "
                                           "a copy of the project. PROJECT stays "
                                           "as it is.");
    auto options = std::make_shared<CompletionArguments>();
    command->add_option("PROJECT", options->project, "a project (.polylogue)")->required();
    command->add_option("--tier", options->tier, "the tier to complete")->required();
    command
        ->add_option(
            "--out", options->out,
            "a table of the suggestions (.csv; of a rating the mean of each stretch), or a project with "
            "them, a new file beside PROJECT (.polylogue)")
        ->required();
    command->add_option("--label", options->label, "what is to be given, where the tier has several labels");
    command->add_option("--video", options->videos, "only these videos; otherwise all with this tier")
        ->allow_extra_args(false);
    command->add_option("--kind", options->kind, "what is suggested, where the tier offers several things")
        ->check(CLI::IsMember({"values", "segments", "rating"}));
    command->add_option("--use", options->sequences, "learn from these sequences alone")
        ->allow_extra_args(false);
    command->add_flag("--alone", options->isAlone, "learn from the video's own labels alone");
    command
        ->add_option("--threshold", options->threshold,
                     "how sure is sure enough; without it as sure as needed for 9 of 10 to be right")
        ->check(CLI::Range(0.0, 1.0));
    auto* annotator = command->add_option("--annotator", options->annotator, "who accepts");
    auto* accept = command->add_flag("--accept", options->accepts,
                                     "take over all that is sure enough, unseen, as the window's Accept all");
    accept->needs(annotator);
    annotator->needs(accept);
    command
        ->add_option("--dataset", options->dataset, "where the dataset lies, instead of where PROJECT says")
        ->allow_extra_args(false);
    command->add_flag("--overwrite", options->overwrites, "replace a file that is there");
    command->add_flag("--json", options->json, "figures for machines");
    command->callback([options, &action] { action = [options] { return complete(*options); }; });
}

}
