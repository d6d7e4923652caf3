#include "engine/cli/polylogue_extract/erase_person_command.h"

#include "engine/cli/ending.h"
#include "engine/cli/option_tree.h"
#include "engine/cli/polylogue_extract/extract_confinement.h"
#include "engine/cli/project_dataset.h"
#include "engine/cli/said.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/cli/whole_project.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/json_text.h"
#include "engine/erasure/erasure.h"
#include "engine/project_items/dataset_item.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

struct EraseArguments {
    fs::path project;
    std::string person;
    std::vector<fs::path> dataset;
    std::vector<fs::path> models;
    std::string typed; ///< the name once more
    bool erases = false;
    bool dryRun = false;
    bool json = false;
};

std::string today()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

ErasurePlaces placesOf(const EraseArguments& options, const Annotation& annotation)
{
    ErasurePlaces places{options.project, {}, options.models, cacheFolder()};
    const std::vector<fs::path> paths = options.dataset.empty() ? datasetPaths(annotation, options.project) : options.dataset;
    const fs::path beside = fs::absolute(options.project).parent_path();
    places.models.insert(places.models.end(), {beside / "models", beside / "model", dataFolder() / "models"});
    for (const fs::path& path : paths) {
        if (const fs::path list = datasetListOf(path); fs::is_regular_file(list) && list.extension() == ".json") {
            places.lists.push_back(list);
            places.models.insert(places.models.end(), {list.parent_path() / "models", list.parent_path() / "model"});
        }
    }
    return places;
}

nlohmann::ordered_json json(const std::vector<ErasureRow>& rows)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ErasureRow& row : rows)
        list.push_back({{"path", row.path.string()},
                        {"what", row.what},
                        {"how_found", row.howFound},
                        {"action", name(row.action)},
                        {"bytes", row.bytes},
                        {"detail", row.detail},
                        {"counts", row.counts}});
    return list;
}

void sayRows(const std::vector<ErasureRow>& rows)
{
    for (const ErasureRow& row : rows)
        say(stdout, "{:9} {:15} {} ({}): {}\n", name(row.action), row.what, row.path.string(), row.howFound, row.detail);
}

constexpr auto kNotReached
    = "Not reached: copies elsewhere, published versions and exports, what a model has learnt (train it again), blocks that a disk "
      "keeps of deleted files.";

int listOnly(const EraseArguments& options, const ErasurePlan& plan)
{
    if (options.json) {
        fmt::print("{}\n", jsonText(nlohmann::ordered_json{{"erased", false}, {"list", json(plan.rows)}}, 2));
        return 0;
    }
    sayRows(plan.rows);
    say(stdout, "Nothing was changed. {}\nTo erase: polylogue-cli erase-person {} --person NAME --erase\n", kNotReached,
        options.project.string());
    return 0;
}

/// The name once more, so that nobody is erased by a slip. @throws FormatError (`not_confirmed`)
void confirm(const EraseArguments& options)
{
    std::string typed = options.typed;
    if (typed.empty() && isatty(STDIN_FILENO)) {
        say(stderr, "This cannot be undone. Type the name of the person who is erased: ");
        std::getline(std::cin, typed);
    }
    if (typed != options.person)
        throw FormatError("not_confirmed", options.project.string(),
                          typed.empty() ? "nothing was erased: type the name again by --typed NAME"
                                        : "nothing was erased: the name that was typed is another one");
}

int erase(const EraseArguments& options)
{
    const StopOnSignal stop;
    const RunContext run{stop.token(), {}};
    const Annotation annotation = wholeProject(options.project, "changed");
    OpenedSequences dataset;
    if (!options.dataset.empty() || !datasetPaths(annotation, options.project).empty())
        dataset = datasetOfProject(annotation, options.project, options.dataset, run);
    for (const std::string& failure : dataset.failures)
        say(stderr, "note: {}\n", failure);
    const ErasurePlaces places = placesOf(options, annotation);
    if (!options.erases)
        return listOnly(options, erasurePlan(places, annotation, dataset, options.person, run));
    confirm(options);
    confineExtraction({"/"}, MayRun::Nothing); // the dataset's files lie anywhere
    const ErasureReport report = erasePerson(places, options.person, today(), dataset, run);
    if (options.json) {
        fmt::print("{}\n",
                   jsonText(nlohmann::ordered_json{{"erased", true},
                                                   {"list", json(report.done)},
                                                   {"left", json(report.left)},
                                                   {"record", report.record.string()}},
                            2));
    } else {
        sayRows(report.done);
        if (!report.left.empty()) {
            say(stdout, "Still there:\n");
            sayRows(report.left);
        }
        say(stdout, "{}\n{}\n", report.record.string(), kNotReached);
    }
    return report.left.empty() ? 0 : 1;
}

}

int erasePersonCommand(int argc, char** argv)
{
    CLI::App program(
        "Lists every place where a person occurs in a project and its dataset, and with --erase takes them out: recordings, sequences, "
        "segments, names, earlier versions, undo steps, caches.",
        "polylogue-cli erase-person");
    EraseArguments options;
    program.add_option("PROJECT", options.project, "the project (.polylogue)")->required()->check(CLI::ExistingFile);
    program.add_option("--person", options.person, "the name that the project or the dataset's list has; each longer word of a name is sought")
        ->required();
    program.add_flag("--erase", options.erases, "do it; it cannot be undone");
    program.add_flag("--dry-run", options.dryRun, "only list (as without --erase)");
    program.add_option("--typed", options.typed, "the name again, where nobody sits at a terminal");
    program.add_option("--dataset", options.dataset, "where the project's dataset lies, if elsewhere than it says")->allow_extra_args(false);
    program.add_option("--models", options.models, "further folders of models whose records are looked through")->allow_extra_args(false);
    program.add_flag("--json", options.json, "print the list as JSON");
    if (printsOptionTree(program, argc, argv))
        return 0;
    try {
        program.parse(argc, argv);
        if (options.dryRun && options.erases)
            throw CLI::ValidationError("--dry-run", "and --erase exclude each other");
        if (options.person.find_first_not_of(" \t") == std::string::npos)
            throw CLI::ValidationError("--person", "is empty");
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : 2;
    }
    return runToTheEnd([&] { return erase(options); });
}

}
