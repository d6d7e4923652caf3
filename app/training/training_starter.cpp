#include "app/training/training_starter.h"

#include "app/training/learnt_label.h"
#include "engine/core/error.h"
#include "engine/core/text_file.h"
#include "engine/worker/child_process.h"

#include <QCoreApplication>
#include <QProcess>

#include <csignal>
#include <unistd.h>

namespace app {

namespace {

namespace fs = std::filesystem;

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

void launch(const fs::path& programs, const fs::path& folder, const fs::path& configuration, bool resumes)
{
    QProcess process;
    process.setProgram(QString::fromStdString((programs / "polylogue-models").string()));
    QStringList arguments{QStringLiteral("train"),      QString::fromStdString(configuration.string()),
                          QStringLiteral("--out"),      QString::fromStdString(folder.string()),
                          QStringLiteral("--dynamics"), QStringLiteral("--progress"),
                          QStringLiteral("none")};
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
    announce(folder);
    const fs::path configuration = folder / kRunConfiguration;
    engine::writeTextFile(configuration, configurationOf(wish, list.string()).dump(2) + "\n").commit();
    launch(programs, folder, configuration, /*resumes=*/false);
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
