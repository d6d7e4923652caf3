#include "app/training/training_starter.h"

#include "app/prediction/conversation_classes.h"
#include "app/training/learnt_label.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/shell_word.h"
#include "engine/core/text_file.h"
#include "engine/worker/child_process.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr int kMeasuredEpochs = 3;

struct TrainingTexts {
    Q_DECLARE_TR_FUNCTIONS(app::TrainingTexts)
};

/// The last line that the program said, without its name.
std::string lastLineOf(std::string said)
{
    while (said.ends_with('\n'))
        said.pop_back();
    said.erase(0, said.rfind('\n') + 1);
    constexpr std::string_view speaker = "polylogue-models: ";
    if (said.starts_with(speaker))
        said.erase(0, speaker.size());
    return said.empty() ? "the program ended without a word" : said;
}

/// From now on the folder is a run that begins, not one that broke off.
void announce(const fs::path& folder)
{
    engine::writeTextFile(folder / kRunProcess, kRunStarts + std::to_string(::getpid()) + "\n").commit();
}

/// A program that is started meanwhile hears of SIGTERM when it waits for it (StopOnSignal), not before:
/// whoever stopped it while its libraries are loaded would kill it.
class StopsLater {
public:
    StopsLater()
    {
        sigset_t stops;
        sigemptyset(&stops);
        sigaddset(&stops, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &stops, &m_before);
    }
    ~StopsLater() { pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    StopsLater(const StopsLater&) = delete;
    StopsLater& operator=(const StopsLater&) = delete;

private:
    sigset_t m_before{};
};

/// Whether it is of a model whose learning is told segment by segment. @param configuration  a file
bool tellsOfSegments(const fs::path& configuration)
{
    std::ifstream stream(configuration);
    const auto config = nlohmann::json::parse(stream, nullptr, /*allow_exceptions=*/false);
    const nlohmann::json model
        = config.is_object() ? config.value("model", nlohmann::json()) : nlohmann::json();
    return !model.is_object()
        || !isOfConversations(QString::fromStdString(model.value("class", std::string())));
}

/// What `polylogue-models` is given to train the configuration into the folder.
std::vector<std::string> trainArguments(const fs::path& folder, const fs::path& configuration)
{
    std::vector<std::string> arguments{"train", configuration.string(), "--out", folder.string()};
    if (tellsOfSegments(configuration))
        arguments.emplace_back("--dynamics");
    return arguments;
}

void launch(const fs::path& programs, const fs::path& folder, const fs::path& configuration, bool resumes)
{
    QProcess process;
    process.setProgram(QString::fromStdString((programs / "polylogue-models").string()));
    QStringList arguments;
    for (const std::string& argument : trainArguments(folder, configuration))
        arguments << QString::fromStdString(argument);
    arguments << QStringLiteral("--progress") << QStringLiteral("none");
    if (resumes)
        arguments << QStringLiteral("--resume");
    process.setArguments(arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QString::fromStdString((folder / kRunLog).string()));
    qint64 number = 0;
    const StopsLater later;
    if (!process.startDetached(&number)) {
        fs::remove(folder / kRunProcess);
        throw engine::IoError("io", (programs / "polylogue-models").string(), "cannot be started");
    }
    engine::writeTextFile(folder / kRunProcess, std::to_string(number) + "\n").commit();
}

/// Writes what a run reads, but its configuration, into its folder. @return the configuration
nlohmann::ordered_json writeInputs(const TrainingWish& wish, const engine::DatasetList& dataset)
{
    const fs::path folder = wish.folder.toStdString();
    for (const char* const file : {"config.json", "model.safetensors", "checkpoint.safetensors"}) {
        if (fs::exists(folder / file))
            throw engine::IoError("run_exists", folder.string(), "has a run already; choose another name");
    }
    engine::makeFolder(folder);
    const fs::path list = folder / "dataset.json";
    if (wish.source != TrainingWish::Source::File)
        engine::writeDatasetList(dataset, list);
    if (wish.label)
        writeLearntLabel(folder, *wish.label);
    return configurationOf(wish, list.string());
}

void writeConfiguration(const fs::path& folder, const nlohmann::ordered_json& configuration)
{
    engine::writeTextFile(folder / kRunConfiguration, engine::jsonText(configuration, 2) + "\n").commit();
}

QString verdictText(const nlohmann::json& answer)
{
    const std::string verdict = answer.value("verdict", "");
    const nlohmann::json first = answer.value("first_difference", nlohmann::json());
    const QString where = first.is_object() ? QString::fromStdString(first.value("sentence", "")) : QString();
    if (verdict == "equal")
        return where.isEmpty() ? TrainingTexts::tr("Equal: the same weights and figures, byte for byte.")
                               : TrainingTexts::tr("Equal, byte for byte, although %1.").arg(where);
    if (verdict == "within tolerance")
        return TrainingTexts::tr("Within the tolerance: no figure differs by more than %1. First: %2.")
            .arg(answer.value("largest_difference", 0.0), 0, 'g', 2)
            .arg(where);
    return TrainingTexts::tr("Different: %1.").arg(where);
}

}

std::vector<ModelClass> readModelClasses(const fs::path& programs, const engine::RunContext& run)
{
    const engine::ChildResult child = engine::runChild(
        {(programs / "polylogue-models").string(), "classes", "--json"}, std::nullopt, run);
    if (!child.succeeded())
        throw engine::IoError("io", "polylogue-models", lastLineOf(child.errors));
    return modelClassesFrom(child.output);
}

void startTraining(const fs::path& programs, const TrainingWish& wish, const engine::DatasetList& dataset)
{
    const fs::path folder = wish.folder.toStdString();
    const nlohmann::ordered_json configuration = writeInputs(wish, dataset);
    announce(folder);
    writeConfiguration(folder, configuration);
    launch(programs, folder, folder / kRunConfiguration, /*resumes=*/false);
}

QString preparedTraining(const TrainingWish& wish, const engine::DatasetList& dataset)
{
    const fs::path folder = wish.folder.toStdString();
    writeConfiguration(folder, writeInputs(wish, dataset));
    std::string command = "polylogue-models";
    for (const std::string& argument : trainArguments(folder, folder / kRunConfiguration))
        command += " " + engine::shellWord(argument);
    return QString::fromStdString(command);
}

TrainingPace measuredPace(const fs::path& programs, TrainingWish wish, const engine::DatasetList& dataset,
                          const engine::RunContext& run)
{
    const QTemporaryDir place;
    if (!place.isValid())
        throw engine::IoError("io", place.path().toStdString(), "cannot be written");
    wish.folder = place.filePath(QStringLiteral("run"));
    wish.options["training"]["epochs"] = kMeasuredEpochs;
    wish.options["training"]["patience"] = kMeasuredEpochs;
    const fs::path folder = wish.folder.toStdString();
    writeConfiguration(folder, writeInputs(wish, dataset));
    std::vector<std::string> command{(programs / "polylogue-models").string()};
    std::ranges::copy(trainArguments(folder, folder / kRunConfiguration), std::back_inserter(command));
    command.insert(command.end(), {"--progress", "none"});
    const engine::ChildResult child = engine::runChild(std::move(command), std::nullopt, run);
    std::optional<TrainingPace> pace = child.succeeded() ? paceOf(folder) : std::nullopt;
    if (!pace)
        throw engine::IoError("io", "polylogue-models", lastLineOf(child.errors));
    pace->isMeasured = true;
    return std::move(*pace);
}

void goOnTraining(const fs::path& programs, const fs::path& folder)
{
    const bool isKept = fs::exists(folder / "config.json");
    announce(folder);
    launch(programs, folder, folder / (isKept ? "config.json" : kRunConfiguration), /*resumes=*/true);
}

void stopTraining(const RunFolderState& run)
{
    if (run.process <= 0)
        return;
    ::kill(static_cast<pid_t>(run.process), SIGTERM);
    ::kill(static_cast<pid_t>(run.process), SIGCONT); // one that was halted would not hear it
}

void killTraining(const RunFolderState& run)
{
    if (run.process > 0)
        ::kill(static_cast<pid_t>(run.process), SIGKILL);
}

QString reproduceTraining(const fs::path& programs, const fs::path& folder, const engine::RunContext& run)
{
    const engine::ChildResult child
        = engine::runChild({(programs / "polylogue-models").string(), "reproduce",
                            (folder / "record.json").string(), "--progress", "none", "--json"},
                           std::nullopt, run);
    const nlohmann::json answer = nlohmann::json::parse(child.output, nullptr, /*allow_exceptions=*/false);
    if (!answer.is_object())
        throw engine::IoError("io", folder.filename().string(), lastLineOf(child.errors));
    return verdictText(answer);
}

}
