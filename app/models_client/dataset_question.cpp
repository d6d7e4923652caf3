#include "app/models_client/dataset_question.h"

#include "app/tasks/outcome.h"
#include "engine/core/error.h"
#include "engine/worker/child_process.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr int kTries = 2; // where the program does not come to its end
constexpr std::string_view kSpeaker = "polylogue-models: "; // begins what it says

struct DatasetQuestion {
    Q_DECLARE_TR_FUNCTIONS(app::DatasetQuestion)
};

/// The last line of what the program says, without its name and without the file that was made for it.
std::string sentenceOf(std::string said, const std::string& list)
{
    while (said.ends_with('\n'))
        said.pop_back();
    said.erase(0, said.rfind('\n') + 1);
    if (said.starts_with(kSpeaker))
        said.erase(0, kSpeaker.size());
    if (said.starts_with(list + ": "))
        said.erase(0, list.size() + 2);
    return said;
}

}

QString whyNoLine(const ProgramAnswer& answer)
{
    return answer.said.empty() ? app::DatasetQuestion::tr(
               "The process of the models was killed, or found no memory, also when it was "
               "begun again. Nothing of yours is lost; you can start it once more.")
                               : QString::fromStdString(answer.said);
}

ProgramAnswer answerAboutDataset(const std::filesystem::path& programs,
                                 const std::vector<std::string>& question, const engine::DatasetList& dataset,
                                 const engine::RunContext& run)
{
    const QTemporaryDir folder;
    const std::string list = folder.filePath(QStringLiteral("dataset.json")).toStdString();
    engine::writeDatasetList(dataset, list);
    std::vector<std::string> command{(programs / "polylogue-models").string()};
    command.insert(command.end(), question.begin(), question.end());
    command.insert(command.end(), {"--dataset", list, "--json"});
    for (int attempt = 1;; ++attempt) {
        const engine::ChildResult child = engine::runChild(command, std::nullopt, run);
        if (child.succeeded())
            return {child.output, {}};
        const std::string said = child.signal == 0 ? sentenceOf(child.errors, list) : std::string();
        if (!said.empty() || attempt == kTries)
            return {std::nullopt, said};
        if (run.note)
            run.note(
                DatasetQuestion::tr("The process of the models was killed, or found no memory; it is begun "
                                    "again.")
                    .toStdString());
    }
}

std::string lineAboutDataset(const std::filesystem::path& programs, const std::filesystem::path& model,
                             std::vector<std::string> question, const engine::DatasetList& dataset,
                             const engine::RunContext& run)
{
    question.insert(question.begin() + 1, model.string());
    const ProgramAnswer answer = answerAboutDataset(programs, question, dataset, run);
    if (!answer.line)
        throw engine::IoError(answer.said.empty() ? "io" : kRefused, model.filename().string(),
                              answer.said.empty() ? whyNoLine(answer).toStdString() : answer.said);
    return *answer.line;
}

nlohmann::json askAboutDataset(const std::filesystem::path& programs, const std::filesystem::path& model,
                               std::vector<std::string> question, const engine::DatasetList& dataset,
                               const engine::RunContext& run)
{
    nlohmann::json answer = nlohmann::json::parse(
        lineAboutDataset(programs, model, std::move(question), dataset, run), nullptr, false);
    if (answer.is_discarded())
        throw engine::IoError("io", model.filename().string(), "the answer cannot be read");
    return answer;
}

}
