#include "app/training/experiment_runs.h"

#include "app/training/learnt_label.h"
#include "app/training/training_starter.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/text_file.h"
#include "engine/worker/child_process.h"

#include <QCoreApplication>

#include <algorithm>
#include <fstream>

namespace app {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct ExperimentRunTexts {
    Q_DECLARE_TR_FUNCTIONS(app::ExperimentRunTexts)
};

QString nothingChanged(const QString& run)
{
    return ExperimentRunTexts::tr("No label has changed since %1 was trained.").arg(run);
}

QString withoutTest(const QString& run)
{
    return ExperimentRunTexts::tr(
               "%1 had no test, so nothing could say what new labels bring: train with a test "
               "first.")
        .arg(run);
}

/// How a figure is called, and whether less of it is better.
std::pair<QString, bool> figureName(const std::string& name)
{
    if (name == "mae")
        return {ExperimentRunTexts::tr("MAE"), true};
    if (name == "corr")
        return {QStringLiteral("r"), false};
    if (name.starts_with("acc2"))
        return {ExperimentRunTexts::tr("Acc-2"), false};
    if (name.starts_with("f1"))
        return {QStringLiteral("F1"), false};
    return {ExperimentRunTexts::tr("Accuracy"), false};
}

std::optional<double> numberOf(const json& value)
{
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

/// @param seeds  of the side that has fewer
widgets::FigureDifference differenceFrom(const json& figure, std::size_t seeds)
{
    const auto [name, isErrorLike] = figureName(figure.at("figure").get<std::string>());
    widgets::FigureDifference difference{name, isErrorLike, {}, {}, {}, {}, seeds};
    for (std::size_t side = 0; side < 2; ++side) {
        difference.values[side] = numberOf(figure.at("models").at(side).at("value"));
        difference.deviations[side] = figure.at("models").at(side).value("deviation", 0.0);
    }
    const json& second = figure.at("models").at(1);
    difference.difference = numberOf(second.at("difference"));
    if (const json& ends = second.at("difference_interval"); ends.is_array())
        difference.interval = engine::Interval{ends.at(0).get<double>(), ends.at(1).get<double>()};
    return difference;
}

/// Absent where there is none yet.
std::optional<ExperimentResult> readResult(const fs::path& folder)
{
    std::ifstream stream(folder / kExperimentResult);
    if (!stream)
        return std::nullopt;
    try {
        const json said = json::parse(stream);
        const json& sides
            = said.at("seeds"); // older versions wrote none: their intervals were by videos alone
        const auto seeds = std::min(sides.at(0).get<std::size_t>(), sides.at(1).get<std::size_t>());
        ExperimentResult result{said.at("n").get<std::size_t>(), said.at("videos").get<std::size_t>(), {}};
        for (const json& figure : said.at("figures")) {
            const QString name = QString::fromStdString(figure.at("output").get<std::string>());
            if (result.outputs.empty() || result.outputs.back().name != name)
                result.outputs.push_back({name, {}});
            result.outputs.back().figures.push_back(differenceFrom(figure, seeds));
        }
        if (result.outputs.empty())
            return std::nullopt;
        return result;
    } catch (const json::exception&) {
        return std::nullopt; // as if it had not been compared
    }
}

ExperimentState readState(const fs::path& folder)
{
    ExperimentState state;
    state.folder = QString::fromStdString(folder.string());
    state.name = QString::fromStdString(folder.filename().string());
    try {
        const Experiment experiment = readExperiment(folder);
        state.model = QString::fromStdString(
            experiment.options.value("model", json::object()).value("class", std::string()));
        for (std::size_t side = 0; side < state.sides.size(); ++side)
            state.sides[side]
                = experiment.labels ? labelsText(*experiment.labels, side) : sideText(experiment.sides[side]);
        state.seeds = experiment.seeds;
        for (const std::uint64_t seed : experiment.seeds) {
            auto& pair = state.runs.emplace_back();
            for (std::size_t side = 0; side < pair.size(); ++side) {
                if (const fs::path run = runFolderOf(experiment, side, seed);
                    fs::exists(run / kRunConfiguration))
                    pair[side] = readRunFolder(run);
            }
        }
        state.result = readResult(folder);
    } catch (const std::exception& error) {
        state.problem = QString::fromUtf8(error.what());
    }
    return state;
}

bool isDone(const std::optional<RunFolderState>& run)
{
    return run && run->state == RunFolderState::State::Done;
}

std::vector<std::string> modelsOf(const Experiment& experiment, std::size_t side)
{
    std::vector<std::string> models;
    for (const std::uint64_t seed : experiment.seeds)
        models.push_back((runFolderOf(experiment, side, seed) / "model.safetensors").string());
    return models;
}

constexpr std::uint64_t kSeedsAgain = 3;

/// A folder of this name that is not there yet: `name`, `name-2`, …
fs::path freeFolder(const fs::path& folder)
{
    fs::path free = folder;
    for (int number = 2; fs::exists(free); ++number)
        free = folder.string() + "-" + std::to_string(number);
    return free;
}

nlohmann::ordered_json configurationIn(const fs::path& run)
{
    std::ifstream stream(run / kRunConfiguration);
    nlohmann::ordered_json config
        = nlohmann::ordered_json::parse(stream, nullptr, /*allow_exceptions=*/false);
    if (!config.is_object() || !config.contains("dataset"))
        throw engine::FormatError(
            "no_dataset", run.string(),
            "did not learn the labels of a project, so there are none that could have changed");
    return config;
}

}

std::optional<std::size_t> ExperimentState::seedInTurn() const
{
    const auto turn
        = std::ranges::find_if_not(runs, [](const auto& pair) { return std::ranges::all_of(pair, isDone); });
    return turn == runs.end() ? std::nullopt : std::optional(static_cast<std::size_t>(turn - runs.begin()));
}

std::vector<RunFolderState> ExperimentState::running() const
{
    std::vector<RunFolderState> found;
    for (const auto& pair : runs) {
        for (const auto& run : pair) {
            if (run && run->state == RunFolderState::State::Running)
                found.push_back(*run);
        }
    }
    return found;
}

ExperimentState::State ExperimentState::state() const
{
    if (!running().empty())
        return State::Running;
    const std::optional<std::size_t> turn = seedInTurn();
    if (!turn)
        return result ? State::Done : problem.isEmpty() ? State::Trained : State::Halted;
    const bool isBegun = std::ranges::any_of(runs[*turn], [](const auto& run) { return run.has_value(); });
    return isBegun ? State::Halted : State::Waiting;
}

std::vector<ExperimentState> readExperiments(const fs::path& folder,
                                             const std::vector<ExperimentState>& known)
{
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        std::error_code missing;
        const auto begun = fs::last_write_time(entry.path() / kExperimentFile, missing);
        if (!missing)
            found.emplace_back(begun, entry.path());
    }
    std::ranges::sort(found, std::greater());
    std::vector<ExperimentState> experiments;
    for (const auto& [begun, path] : found) {
        const auto before
            = std::ranges::find(known, QString::fromStdString(path.string()), &ExperimentState::folder);
        const bool isKnown = before != known.end() && before->result && fs::exists(path / kExperimentResult);
        experiments.push_back(isKnown ? *before : readState(path));
    }
    return experiments;
}

void writeExperiment(const Experiment& experiment, const engine::DatasetList& dataset,
                     const std::optional<engine::DatasetList>& before)
{
    const fs::path folder = experiment.folder.toStdString();
    if (fs::exists(folder / kExperimentFile))
        throw engine::IoError("run_exists", folder.string(), "has a comparison already; choose another name");
    engine::makeFolder(folder);
    engine::writeDatasetList(dataset, folder / kExperimentDataset);
    if (experiment.label)
        writeLearntLabel(folder, *experiment.label);
    if (before)
        engine::writeDatasetList(*before, folder / kExperimentBefore);
    engine::writeTextFile(folder / kExperimentFile, engine::jsonText(toJson(experiment), 2) + "\n").commit();
}

fs::path writeExperimentAgain(const fs::path& run, const ProjectMoment& moment,
                              const engine::RunContext& context)
{
    Experiment experiment;
    experiment.options = configurationIn(run);
    experiment.options.erase("dataset");
    if (!readRunFolder(run).hadTest)
        throw engine::Error("no_test",
                            withoutTest(QString::fromStdString(run.filename().string())).toStdString());
    const std::string labels
        = experiment.options.value("recipe", json::object()).value("labels", std::string("labels"));
    const engine::DatasetList before = engine::readDatasetList(run / "dataset.json");
    experiment.label = readLearntLabel(run);
    const engine::DatasetList now = datasetToLearn(moment, experiment.label, context);
    experiment.labels = engine::labelChange(before, now, labels, context);
    if (experiment.labels->all() == 0)
        throw engine::Error("nothing_changed",
                            nothingChanged(QString::fromStdString(run.filename().string())).toStdString());
    const auto seed = experiment.options.value("training", json::object()).value("seed", std::uint64_t(1));
    for (std::uint64_t i = 0; i < kSeedsAgain; ++i)
        experiment.seeds.push_back(seed + i);
    const fs::path folder = freeFolder(run.string() + "-again");
    experiment.folder = QString::fromStdString(folder.string());
    writeExperiment(experiment, now, before);
    fs::copy(run, runFolderOf(experiment, 0, seed), fs::copy_options::recursive);
    return folder;
}

std::vector<QString> startPair(const fs::path& programs, const fs::path& folder)
{
    Experiment experiment = readExperiment(folder);
    experiment.label = readLearntLabel(folder);
    const engine::DatasetList dataset = engine::readDatasetList(folder / kExperimentDataset);
    const engine::DatasetList before
        = experiment.labels ? engine::readDatasetList(folder / kExperimentBefore) : dataset;
    const ExperimentState state = readState(folder);
    const std::optional<std::size_t> turn = state.seedInTurn();
    if (!turn)
        return {};
    std::vector<QString> started;
    for (std::size_t side = 0; side < state.runs[*turn].size(); ++side) {
        const auto& run = state.runs[*turn][side];
        if (run
            && (run->state == RunFolderState::State::Done || run->state == RunFolderState::State::Running))
            continue;
        const TrainingWish wish = wishOf(experiment, side, experiment.seeds[*turn]);
        const fs::path place = wish.folder.toStdString();
        if (run && run->canGoOn) {
            goOnTraining(programs, place);
        } else {
            fs::remove_all(place); // nothing was learnt there yet
            startTraining(programs, wish, experiment.labels && side == 0 ? before : dataset);
        }
        started.push_back(wish.folder);
    }
    return started;
}

void compareSides(const fs::path& programs, const fs::path& folder, const engine::RunContext& run)
{
    const Experiment experiment = readExperiment(folder);
    std::vector<std::string> command{(programs / "polylogue-models").string(), "compare"};
    std::ranges::copy(modelsOf(experiment, 0), std::back_inserter(command));
    command.emplace_back("--against");
    std::ranges::copy(modelsOf(experiment, 1), std::back_inserter(command));
    for (const std::string& word :
         {std::string("--dataset"), (folder / kExperimentDataset).string(), std::string("--json")})
        command.push_back(word);
    const engine::ChildResult child = engine::runChild(command, std::nullopt, run);
    if (!child.succeeded()) {
        std::string said = child.errors;
        while (said.ends_with('\n'))
            said.pop_back();
        throw engine::IoError("io", "polylogue-models", said.substr(said.rfind('\n') + 1));
    }
    engine::writeTextFile(folder / kExperimentResult, child.output).commit();
}

}
