#include "app/training/run_folders.h"

#include "app/snapshot/learnt_label_file.h"
#include "engine/core/json_value.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

namespace app {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct RunFolderTexts {
    Q_DECLARE_TR_FUNCTIONS(app::RunFolderTexts)
};

constexpr const char* kRunDynamics = "dynamics.csv";
constexpr const char* kProgramName = "polylogue-models";
constexpr std::chrono::seconds kStartTakes{10}; // usually; a busy disk may hold up a start that goes on
constexpr std::chrono::minutes kStartTakesAtMost{10}; // then the number of who starts it may be another's

std::string contentsOf(const fs::path& file)
{
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

json objectIn(const fs::path& file)
{
    json object = json::parse(contentsOf(file), nullptr, /*allow_exceptions=*/false);
    return object.is_object() ? object : json::object();
}

QString nameIn(const json& object)
{
    return QString::fromStdString(engine::valueOr(object, "name", std::string()));
}

/// Whether a process is there and has not ended: one whose end nobody asked for is still listed.
bool isAlive(qint64 process)
{
    if (process <= 0 || ::kill(static_cast<pid_t>(process), 0) != 0)
        return false;
    const std::string state = contentsOf(fs::path("/proc") / std::to_string(process) / "stat");
    const std::size_t name = state.rfind(')'); // which may hold blanks
    return name == std::string::npos || state.compare(name, 3, ") Z") != 0;
}

/// The process whose number a file begins with; 0: none that lives.
qint64 processIn(const fs::path& file)
{
    const qint64 process = std::atoll(contentsOf(file).c_str());
    if (!isAlive(process))
        return 0;
    // numbers of processes are used again; while a program takes another's place there is no command
    const std::string command = contentsOf(fs::path("/proc") / std::to_string(process) / "cmdline");
    return command.empty() || command.find(kProgramName) != std::string::npos ? process : 0;
}

double numberIn(const json& line, const char* field)
{
    return engine::valueOr(line, field, std::nan(""));
}

void readHistory(const fs::path& folder, RunFolderState& run)
{
    std::istringstream lines(contentsOf(folder / "history.jsonl"));
    std::optional<std::string> own; // modalities of the run's own model: the first
    std::size_t before = 0; // epochs of stages that are over
    std::string stage;
    for (std::string text; std::getline(lines, text);) {
        const json line = json::parse(text, nullptr, /*allow_exceptions=*/false);
        if (!line.is_object())
            continue;
        const auto modalities = engine::valueOr(line, "modalities", std::string());
        if (!own)
            own = modalities;
        if (modalities != *own) {
            run.alone = QString::fromStdString(modalities);
            continue;
        }
        if (auto next = engine::valueOr(line, "stage", std::string()); next != stage) {
            stage = std::move(next);
            before = run.curve.validation.size();
        }
        run.curve.training.push_back(numberIn(line, "loss"));
        run.curve.validation.push_back(numberIn(line, "valid_loss"));
        run.curve.watched.push_back(numberIn(line, "watched"));
        run.curve.best = before + engine::valueOr(line, "best_epoch", std::size_t(0));
        run.epoch = run.curve.validation.size();
        run.epochs = before + engine::valueOr(line, "epochs", std::size_t(0));
    }
}

/// The last sentence that the program said of what went wrong; empty: it said none.
QString lastSentence(const std::string& log)
{
    const std::string before = std::string(kProgramName) + ": ";
    const std::size_t place = log.rfind(before);
    if (place == std::string::npos)
        return {};
    return QString::fromStdString(log.substr(place + before.size())).trimmed();
}

/// The process that holds the folder's lock, or that was started and has not come to it yet; 0: none.
qint64 processAt(const fs::path& folder)
{
    const qint64 holder = processIn(folder / ".lock");
    return holder != 0 ? holder : processIn(folder / kRunProcess);
}

/// Whether somebody is about to start a process for the folder.
bool isStarting(const fs::path& folder)
{
    std::error_code missing;
    const fs::file_time_type said = fs::last_write_time(folder / kRunProcess, missing);
    const std::string text = contentsOf(folder / kRunProcess);
    const std::string_view before = kRunStarts;
    if (missing || !text.starts_with(before))
        return false;
    const auto since = fs::file_time_type::clock::now() - said;
    const bool isSetBack = since < -kStartTakes; // the clock was: how long ago is not known
    return (since < kStartTakes && !isSetBack)
        || (since < kStartTakesAtMost && isAlive(std::atoll(text.c_str() + before.size())));
}

/// Whether the run's files were written for a command that nobody has given yet.
bool isPrepared(const fs::path& folder)
{
    return fs::exists(folder / kRunConfiguration)
        && std::ranges::none_of(
               std::array{"config.json", "result.json", "history.jsonl", kRunProcess, kRunLog},
               [&](const char* file) { return fs::exists(folder / file); });
}

void settleEnd(const fs::path& folder, RunFolderState& run)
{
    const bool starts = isStarting(folder);
    run.process = processAt(folder);
    const QString said = lastSentence(contentsOf(folder / kRunLog)); // what is over says nothing more
    if (starts || run.process != 0) {
        run.state = RunFolderState::State::Running;
    } else if (fs::exists(folder / "result.json")) {
        run.state = RunFolderState::State::Done;
    } else if (said.startsWith(QLatin1String("stopped;"))) {
        run.state = RunFolderState::State::Stopped;
    } else if (isPrepared(folder)) {
        run.state = RunFolderState::State::Prepared;
    } else {
        run.state = RunFolderState::State::Broken;
        run.problem = !said.isEmpty()
            ? said
            : RunFolderTexts::tr("The program ended without a word: it was killed, or found no memory.");
    }
}

}

namespace {

/// For how long a run at work has written nothing, where that is far longer than its epochs take; else 0.
std::chrono::minutes silenceOf(const fs::path& folder, std::size_t epochs)
{
    using namespace std::chrono;
    constexpr auto least = minutes(2), beforeTheFirst = minutes(10);
    constexpr int usualEpochs = 20;
    fs::file_time_type began = fs::file_time_type::min(), last = fs::file_time_type::min();
    for (const char* const name :
         {kRunProcess, kRunLog, "config.json", "history.jsonl", "checkpoint.safetensors"}) {
        std::error_code missing;
        const fs::file_time_type written = fs::last_write_time(folder / name, missing);
        if (missing)
            continue;
        if (name == std::string_view(kRunProcess))
            began = written;
        last = std::max(last, written);
    }
    if (last == fs::file_time_type::min() || began == fs::file_time_type::min())
        return minutes(0);
    if (last > fs::file_time_type::clock::now() || last < began)
        return minutes(0); // the clock was set back meanwhile
    const auto usual = epochs == 0 ? fs::file_time_type::duration(beforeTheFirst)
                                   : (last - began) / static_cast<int>(epochs) * usualEpochs;
    const auto silent = fs::file_time_type::clock::now() - last;
    return silent > std::max(usual, fs::file_time_type::duration(least)) ? duration_cast<minutes>(silent)
                                                                         : minutes(0);
}

}

RunFolderState readRunFolder(const fs::path& folder)
{
    RunFolderState run;
    run.folder = QString::fromStdString(folder.string());
    run.name = QString::fromStdString(folder.filename().string());
    run.curve.name = run.name;
    const bool isKept = fs::exists(folder / "config.json");
    const json config = objectIn(folder / (isKept ? "config.json" : kRunConfiguration));
    const json model = config.value("model", json());
    run.model = QString::fromStdString(model.is_string() ? model.get<std::string>()
                                                         : engine::valueOr(model, "class", std::string()));
    readHistory(folder, run);
    settleEnd(folder, run);
    if (run.state == RunFolderState::State::Running)
        run.silentMinutes = static_cast<int>(silenceOf(folder, run.epoch).count());
    if (run.epochs == 0 && config.contains("training") && config["training"].is_object())
        run.epochs = engine::valueOr(config["training"], "epochs", std::size_t(100));
    const json result = objectIn(folder / "result.json");
    const json labels = result.value("labels", json::object());
    const bool hasSentiment = labels.is_object() && labels.contains("sentiment");
    run.areOfAll = !labels.empty() && !hasSentiment;
    if (hasSentiment)
        run.figuresOf = QStringLiteral("sentiment");
    else if (!run.areOfAll) // of a single label that the project has
        run.figuresOf = nameIn(objectIn(folder / kRunLabel));
    run.hadTest
        = engine::valueOr(result, "fold", std::string("test")) == "test"; // others are no figures of a test
    for (const auto& [figure, value] : (hasSentiment ? labels["sentiment"] : result).items()) {
        if (value.is_number() && run.hadTest)
            run.figures[figure] = value.get<double>();
    }
    run.canGoOn = fs::exists(folder / "checkpoint.safetensors");
    run.hasDynamics = fs::exists(folder / kRunDynamics);
    run.hasRecord = fs::exists(folder / "record.json");
    run.isOfDataset = config.contains("dataset") && fs::exists(folder / kRunConfiguration)
        && fs::exists(folder / "dataset.json");
    if (run.state == RunFolderState::State::Done)
        run.modelFile = QString::fromStdString((folder / "model.safetensors").string());
    else if (run.canGoOn)
        run.modelFile = QString::fromStdString((folder / "checkpoint.safetensors").string());
    return run;
}

std::vector<widgets::SegmentDynamics> readDynamics(const fs::path& folder)
{
    constexpr qsizetype columns = 6; // id, start, end, epochs, mean, deviation
    std::vector<widgets::SegmentDynamics> segments;
    std::istringstream lines(contentsOf(folder / kRunDynamics));
    std::string line;
    std::getline(lines, line); // the heading
    while (std::getline(lines, line)) {
        const QStringList cells = QString::fromStdString(line).split(QLatin1Char(','));
        if (cells.size() < columns)
            continue;
        const auto cell = [&cells](qsizetype fromEnd) { return cells[cells.size() - fromEnd]; };
        QString id = cells.mid(0, cells.size() - columns + 1).join(QLatin1Char(','));
        if (id.startsWith(QLatin1Char('"')) && id.endsWith(QLatin1Char('"')))
            id = id.mid(1, id.size() - 2).replace(QStringLiteral("\"\""), QStringLiteral("\""));
        segments.push_back({id, std::nullopt, cell(2).toDouble(), cell(1).toDouble()});
        bool hasStart = false, hasEnd = false;
        const engine::Interval span{cell(5).toDouble(&hasStart), cell(4).toDouble(&hasEnd)};
        if (hasStart && hasEnd)
            segments.back().span = span;
    }
    return segments;
}

std::vector<RunFolderState> readRuns(const fs::path& folder)
{
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        for (const char* const file : {kRunConfiguration, "config.json"}) {
            std::error_code missing;
            const auto begun = fs::last_write_time(entry.path() / file, missing);
            if (!missing) {
                found.emplace_back(begun, entry.path());
                break;
            }
        }
    }
    std::ranges::sort(found, std::greater());
    std::vector<RunFolderState> runs;
    for (const auto& [begun, path] : found)
        runs.push_back(readRunFolder(path));
    return runs;
}

}
