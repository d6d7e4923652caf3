#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/project_dataset.h"
#include "engine/cli/said.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/cli/whole_project.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/project_items/dataset_item.h"
#include "engine/snapshot/snapshot.h"
#include "engine/snapshot/snapshot_folder.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

struct SnapshotArguments {
    fs::path project;
    fs::path out;
    std::vector<fs::path> dataset; ///< empty: where the project says
    bool json = false;
};

/// A folder of something else is not mixed with a snapshot's files. @throws IoError (`io`)
void requireOwnFolder(const fs::path& folder)
{
    if (!fs::exists(folder))
        return;
    if (!fs::is_directory(folder))
        throw IoError("io", folder.string(), "is a file; a folder is expected");
    if (!isFolderForSnapshots(folder))
        throw IoError("io", folder.string(), "holds other files than a snapshot; choose another folder");
}

int writeSnapshotOf(const SnapshotArguments& given)
{
    const StopOnSignal stop; // before any other thread
    SnapshotArguments arguments = given;
    arguments.project = fs::absolute(arguments.project);
    arguments.out = fs::absolute(arguments.out);
    for (fs::path& path : arguments.dataset)
        path = fs::absolute(path).lexically_normal();
    requireOwnFolder(arguments.out);
    RunContext run = progressOnTerminal(arguments.out.filename().string());
    run.stop = stop.token();
    const Annotation annotation = wholeProject(arguments.project, "taken a snapshot of");
    const OpenedSequences dataset = datasetOfProject(annotation, arguments.project, arguments.dataset, run);
    for (const std::string& failure : dataset.failures)
        say(stderr, "note: {}\n", failure);
    std::vector<fs::path> inputs = filesOfProject(arguments.project, dataset.list);
    for (const fs::path& path :
         arguments.dataset.empty() ? datasetPaths(annotation, arguments.project) : arguments.dataset)
        inputs.push_back(datasetListOf(path));
    const fs::path output = arguments.out / "dataset.json";
    refuseInputsAsOutputs(inputs, std::span(&output, 1));
    const ProjectSnapshot snapshot = writeSnapshot(dataset, annotation, {arguments.out}, run);
    const DatasetList list = readDatasetList(snapshot.list);
    if (arguments.json) {
        nlohmann::json sequences = nlohmann::json::array();
        for (const DatasetList::Sequence& sequence : list.sequences)
            sequences.push_back(
                {{"group", sequence.group}, {"name", sequence.name}, {"file", sequence.file.string()}});
        fmt::print("{}\n",
                   jsonText(nlohmann::json{{"snapshot", snapshot.id},
                                           {"list", snapshot.list.string()},
                                           {"written", snapshot.made},
                                           {"sequences", sequences}}));
        return 0;
    }
    say(stdout, "{}: snapshot {}, {} sequences, {} of them written now\n", snapshot.list.string(),
        snapshot.id, list.sequences.size(), snapshot.made);
    return 0;
}

}

void addSnapshot(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "snapshot",
        "Writes a project as a dataset, as other programs read it: what people edited as csd files, "
        "everything else where it lies, and dataset.json that names all of it. A sequence that is there "
        "already with the same content is not written again.");
    auto options = std::make_shared<SnapshotArguments>();
    command->add_option("PROJECT", options->project, "a project (.polylogue)")->required();
    command->add_option("--out", options->out, "a folder: a new one, or an earlier snapshot")->required();
    command
        ->add_option("--dataset", options->dataset, "where the dataset lies, instead of where PROJECT says")
        ->allow_extra_args(false);
    command->add_flag("--json", options->json, "what was written, for machines");
    command->callback([options, &action] { action = [options] { return writeSnapshotOf(*options); }; });
}

}
