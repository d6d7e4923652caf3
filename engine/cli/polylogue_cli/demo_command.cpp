#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/polylogue_cli/demo_report.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/output_guard.h"
#include "engine/recipes/recipe_files.h"
#include "engine/recipes/recipe_runner.h"
#include "engine/sequences/dataset_list.h"
#include "engine/worker/child_process.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

/// Words first (collapsed), then labelled segments (gathered): the two stages of the published recipes.
void alignDemo(const DatasetList& list, const fs::path& out, DemoReport& report)
{
    const DatasetList::Sequence* labels = list.sequence("labels");
    if (!labels)
        throw FormatError("data_invalid", list.root.string(), "the demo has no labels");
    const auto prober = makeProber();
    RunSettings settings;
    settings.open = [&](const fs::path& path) { return openProbed(path, *prober); };

    Recipe words;
    Recipe segments;
    for (const DatasetList::Sequence& sequence : list.sequences) {
        if (&sequence == labels)
            continue;
        words.load.items.push_back({sequence.name, sequence.file});
        segments.load.items.push_back({sequence.name, out / "words" / (fileNameOf(sequence.name) + ".csd")});
    }
    words.steps = {AlignStep{"words", {{"*", {CollapseFunction::parse("mean_or_passthrough")}}}},
                   ImputeStep{"words", {{"*", Fill::Zeros}}}};
    for (const auto& written :
         runRecipe(words, out / "words", settings, progressOnTerminal("aligning to words")).sequences)
        report.sequences.push_back({written.key, written.entries, written.filledRows, 0});

    segments.steps
        = {AddStep{{{{labels->name, labels->file}}, {}}}, AlignStep{labels->name, {}}, HardUnifyStep{}};
    const RunSummary summary
        = runRecipe(segments, out / "segments", settings, progressOnTerminal("aligning to segments"));
    for (std::size_t i = 0; i < report.sequences.size(); ++i)
        report.sequences[i].segments = summary.sequences[i].entries;
}

/// Notes what the demo lacks: the report is worth having without it.
void addNote(DemoReport& report, std::string note)
{
    say(stderr, "{}\n", note);
    report.notes.push_back(std::move(note));
}

/// Asks `polylogue-models` for every segment, or notes that it was not built (without LibTorch); the
/// real speaker's utterances have no labels.
void predictDemo(const DatasetList& list, const fs::path& folder, DemoReport& report)
{
    fs::path program;
    try {
        program = Installation::ofThisProgram().program("polylogue-models");
    } catch (const IoError& error) {
        addNote(report, fmt::format("No predictions: {}", error.what()));
        return;
    }
    const ChildResult child
        = runChild({program.string(), "predict", (folder / "model" / "lmf.safetensors").string(), "--dataset",
                    (folder / "dataset.json").string(), "--unlabelled", "--json"});
    if (!child.succeeded())
        throw IoError("io", "polylogue-models predict", "failed: " + child.errors);
    const nlohmann::json rows = nlohmann::json::parse(child.output);
    for (const auto& row : rows) {
        DemoSegment segment{row.at("id"),  "",           row.at("start"),
                            row.at("end"), std::nullopt, row.at("scores").at("sentiment")};
        segment.fold = list.foldOf(segment.id).value_or("");
        if (const auto label = row.find("labels"); label != row.end() && label->is_object())
            segment.label = label->at("sentiment").get<double>();
        report.segments.push_back(std::move(segment));
    }
    fmt::print("{} segments predicted, mean error on held-out speakers {:.2f}\n", report.segments.size(),
               meanError(report.segments, "test").value_or(0.0));
}

bool isSet(const char* variable)
{
    const char* value = std::getenv(variable);
    return value && *value;
}

/// Runs the real window until it has written its picture; under Xvfb where there is no display.
/// @return why there is no picture; empty when there is one.
std::string runWindow(const std::vector<std::string>& arguments, const fs::path& picture)
{
    std::vector<std::string> command;
    const bool hasDisplay = isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    if (!hasDisplay)
        command = {"xvfb-run", "-a", "-s", "-screen 0 1920x1080x24"};
    command.push_back(Installation::ofThisProgram().program("polylogue").string());
    command.insert(command.end(), arguments.begin(), arguments.end());
    command.insert(command.end(), {"--size", "1920x1080", "--screenshot", picture.string()});
    const ChildResult child = runChild(command);
    if (child.succeeded())
        return {};
    if (child.exitCode == 127 && !hasDisplay)
        return "there is no display, and xvfb-run is not installed.";
    return child.errors.empty() ? "the window ended early." : child.errors;
}

/// A picture for the report, or a note why it is missing.
void takePicture(const std::vector<std::string>& arguments, const std::string& file,
                 const std::string& caption, const fs::path& out, DemoReport& report)
{
    std::string problem;
    try {
        problem = runWindow(arguments, out / file);
    } catch (const Error& error) { // the window is not installed
        problem = error.what();
    }
    if (problem.empty()) {
        report.pictures.push_back({file, caption});
        return;
    }
    addNote(report, fmt::format("No picture {}: {}", file, problem));
}

int demo(const fs::path& out)
{
    const fs::path folder = Installation::ofThisProgram().demo();
    if (folder.empty())
        throw IoError("folder_not_found", "resources/demo", "the demo dataset is not installed");
    refuseInputsAsOutputs(std::vector{folder}, std::vector{out});
    fs::create_directories(out);
    const DatasetList list = readDatasetList(folder / "dataset.json");
    DemoReport report;
    alignDemo(list, out, report);
    predictDemo(list, folder, report);
    say(stderr, "taking pictures of the window\n");
    takePicture({"--demo", "--at", "5", "--theme", "dark"}, "window-dark.png", "A drawn speaker, dark", out,
                report);
    takePicture({"--demo", "--at", "5", "--theme", "light"}, "window-light.png", "The same, light", out,
                report);
    if (const auto* real = list.mediaOf("grid_talk_a")) {
        std::vector<std::string> files{real->file.string()};
        for (const auto& sequence : list.sequences)
            files.push_back(sequence.file.string());
        files.insert(files.end(), {"--at", "4.2", "--theme", "dark"});
        takePicture(files, "window-real-speaker.png",
                    "A real speaker (GRID corpus, CC BY 4.0), aligned and predicted; no labels", out, report);
    }
    writeReport(report, out);
    say(stdout, "{}\n", (out / "report.html").string());
    return report.notes.empty() ? 0 : 1;
}

}

void addDemo(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "demo", "Aligns, imputes and predicts the demo dataset; writes csd files, a report and pictures.");
    auto out = std::make_shared<std::string>();
    command->add_option("--out", *out, "folder for the results")->required();
    command->callback([out, &action] { action = [out] { return demo(*out); }; });
}

}
