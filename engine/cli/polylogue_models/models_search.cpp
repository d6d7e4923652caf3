#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/cli/polylogue_models/models_progress.h"
#include "engine/cli/polylogue_models/models_training.h"
#include "engine/cli/slurm_scripts.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/shell_word.h"
#include "engine/core/terminal_text.h"
#include "engine/core/text_file.h"
#include "engine/core/with_source.h"
#include "engine/models/threads.h"
#include "engine/training/run/config_json.h"
#include "engine/training/run/search_points.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fstream>
#include <memory>

namespace engine {

namespace {

namespace fs = std::filesystem;

struct SearchOptions {
    std::string config;
    std::string out;
    std::vector<std::string> fields;
    std::size_t point = 0; ///< counted from 1; 0: all
    bool collects = false;
    bool json = false;
    TrainingManner manner;
    cli::SlurmSettings slurm;
};

std::vector<SearchPoint> pointsOf(const SearchOptions& options)
{
    const nlohmann::json config = readConfig(options.config, options.fields);
    return withSource(options.config, [&] { return searchPoints(config, options.config); });
}

fs::path folderOf(const SearchOptions& options, std::size_t point)
{
    return fs::path(options.out) / fmt::format("point-{}", point + 1);
}

nlohmann::json jsonOf(const fs::path& path)
{
    std::ifstream file(path);
    return file ? nlohmann::json::parse(file, nullptr, /*allow_exceptions=*/false) : nlohmann::json();
}

/// Was exactly this run finished before?
bool isDone(const fs::path& folder, const SearchPoint& point)
{
    return jsonOf(folder / "config.json") == point.config.written
        && jsonOf(folder / "result.json").is_object();
}

/// Trains a point; where it was stopped before, on from there, if its data are still the same.
void train(const fs::path& folder, const RunConfig& config, TrainingManner manner,
           const std::stop_token& stop)
{
    using Existing = RunFolder::Existing;
    const bool isSame = jsonOf(folder / "config.json") == config.written;
    manner.run.existing = isSame ? Existing::Resume : Existing::Overwrite;
    try {
        trainAndTell(folder, config, manner, stop);
    } catch (const FormatError& error) {
        if (!isSame || error.code() != "bad_checkpoint")
            throw;
        manner.run.existing = Existing::Overwrite;
        trainAndTell(folder, config, manner, stop);
    }
}

/// What went wrong stands in the point's folder until it goes well.
/// @return what went wrong; empty when nothing did.
std::string runPoint(const SearchOptions& options, const std::vector<SearchPoint>& points, std::size_t index,
                     const std::stop_token& stop)
{
    const SearchPoint& point = points.at(index);
    const fs::path folder = folderOf(options, index);
    if (isDone(folder, point))
        return {};
    fmt::print(stderr, "point {}/{}: {}{}, seed {}\n", index + 1, points.size(), terminalText(point.name()),
               point.fold > 0 ? fmt::format(", fold {}", point.fold) : "", point.seed());
    TrainingManner manner = options.manner;
    manner.run.command
        = fmt::format("polylogue-models search {} --point {}", shellWord(options.config), index + 1)
        + fieldsAndManner(options.fields, manner.run);
    std::string problem;
    try {
        train(folder, point.config, manner, stop);
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        problem = error.what();
        fmt::print(stderr, "point {}: {}\n", index + 1, terminalLines(problem));
    }
    if (problem.empty()) {
        fs::remove(folder / "error.txt");
    } else {
        makeFolder(folder);
        writeTextFile(folder / "error.txt", problem + "\n").commit();
    }
    return problem;
}

/// Says which points have no result, and why as far as that is known.
std::string missingText(const SearchOptions& options, const std::vector<std::size_t>& missing)
{
    std::string text = "has no result of this configuration for";
    for (const std::size_t point : missing) {
        std::ifstream file(folderOf(options, point) / "error.txt");
        std::string problem;
        std::getline(file, problem);
        text += fmt::format("\n  point {}{}", point + 1, problem.empty() ? "" : ": " + problem);
    }
    return text;
}

/// A line per choice: how often it was run, what was watched, and the figures of the test fold.
std::string textOf(const nlohmann::json& summary)
{
    std::string text;
    for (const nlohmann::json& row : summary) {
        text += fmt::format("{}  ({} runs)\n", jsonText(row.at("fields")), row.value("runs", 0));
        for (const auto& [figure, value] : row.items()) {
            if (!value.is_object() || !value.contains("mean"))
                continue;
            text += value.contains("deviation")
                ? fmt::format("    {:<22} {:.4f} ± {:.4f}\n", figure, value["mean"].get<double>(),
                              value["deviation"].get<double>())
                : fmt::format("    {:<22} {:.4f}\n", figure, value["mean"].get<double>());
        }
    }
    return text;
}

void collect(const SearchOptions& options, const std::vector<SearchPoint>& points)
{
    std::vector<PointResult> results;
    std::vector<std::size_t> missing;
    std::string table = "point,fields,fold,seed,watched,result\n";
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!isDone(folderOf(options, i), points[i])) {
            missing.push_back(i);
            continue;
        }
        results.push_back({points[i], jsonOf(folderOf(options, i) / "result.json")});
        nlohmann::json figures = nlohmann::json::object();
        for (const auto& [figure, value] : results.back().result.items()) {
            if (value.is_number())
                figures[figure] = value;
        }
        table += fmt::format("{},{},{},{},{},{}\n", i + 1, tableCell(points[i].name()), points[i].fold,
                             points[i].seed(), results.back().result.value("watched", 0.0),
                             tableCell(jsonText(figures)));
    }
    const nlohmann::json summary = summarised(results);
    writeTextFile(fs::path(options.out) / "search.json", jsonText(summary, 2) + "\n").commit();
    writeTextFile(fs::path(options.out) / "search.csv", table).commit();
    if (options.json) {
        for (auto row = summary.rbegin(); row != summary.rend(); ++row) // the best one last
            fmt::print("{}\n", jsonText(*row));
    } else {
        fmt::print("{}", terminalLines(textOf(summary)));
    }
    if (!missing.empty()) {
        std::fflush(stdout);
        throw FormatError("not_finished", options.out, missingText(options, missing));
    }
}

void search(const SearchOptions& options)
{
    const std::vector<SearchPoint> points = pointsOf(options);
    if (options.point > points.size())
        throw FormatError(
            "bad_config", options.config,
            fmt::format("stands for {} runs, there is no point {}", points.size(), options.point));
    const StopOnSignal signals;
    for (std::size_t i = 0; i < points.size() && !options.collects; ++i) {
        if (options.point != 0 && options.point != i + 1)
            continue;
        const std::string problem = runPoint(options, points, i, signals.token());
        if (!problem.empty() && options.point != 0)
            throw Error("point_failed", fmt::format("Point {} has no result.", options.point));
    }
    if (options.point == 0)
        collect(options, points);
}

void writeSlurm(const SearchOptions& options)
{
    const std::vector<SearchPoint> points = pointsOf(options); // what cannot be run is better found here
    const fs::path out = fs::absolute(options.out).lexically_normal();
    std::string call = fmt::format("exec {} search {} --out {}", cli::thisProgramQuoted(),
                                   shellQuoted(fs::absolute(options.config).lexically_normal().string()),
                                   shellQuoted(out.string()));
    for (const std::string& field : options.fields)
        call += " --set " + shellQuoted(field);
    cli::SlurmSettings slurm = options.slurm;
    slurm.gpus = options.manner.run.device == "cpu" ? "" : "1";
    const std::string manner = fmt::format(" --threads \"$SLURM_CPUS_PER_TASK\" --device {}",
                                           shellQuoted(options.manner.run.device));
    cli::writeSlurmScripts(out, slurm,
                           {points.size(),
                            call + manner + " --point \"$SLURM_ARRAY_TASK_ID\"\n",
                            "collect",
                            call + " --collect\n",
                            {options.config},
                            /*followsFailures=*/true});
}

void addCommonOptions(CLI::App& command, SearchOptions& options)
{
    command
        .add_option("config", options.config, "The configuration, with lists in search, seeds, folds (JSON)")
        ->required();
    command.add_option("--out", options.out, "The folder for all runs, search.csv and search.json")
        ->required()
        ->check(problemOfPlace);
    command.add_option("--set", options.fields, "Fields of the configuration: training.lr=1e-3")
        ->allow_extra_args(false);
    command.add_option("--device", options.manner.run.device, "cpu or cuda");
}

}

void addSearchCommand(CLI::App& program)
{
    auto options = std::make_shared<SearchOptions>();
    CLI::App* const command = program.add_subcommand("search",
                                                     "Train every choice of a configuration's lists, on "
                                                     "every fold, with every seed; what is done stays done.");
    addCommonOptions(*command, *options);
    addMannerOptions(*command, options->manner);
    command->add_option("--point", options->point,
                        "Only this one of the runs, counted from 1; nothing is collected");
    command->add_flag("--collect", options->collects, "Train nothing, only collect what was done");
    command->add_flag("--json", options->json, "Print lines of JSON, the best choice last");
    command->callback([options] { search(*options); });
}

void addModelsSlurmCommand(CLI::App& program)
{
    auto options = std::make_shared<SearchOptions>();
    CLI::App* const command = program.add_subcommand(
        "slurm", "Write the job array that trains what search would, and the job that collects it.");
    addCommonOptions(*command, *options);
    options->slurm.cpus
        = 1; // as many threads as search takes: the result depends on them, in its last digits
    cli::addSlurmOptions(*command, options->slurm);
    command->callback([options] { writeSlurm(*options); });
}

}
