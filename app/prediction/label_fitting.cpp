#include "app/prediction/label_fitting.h"

#include "app/document/document.h"
#include "app/models_client/dataset_question.h"
#include "app/prediction/model_choice.h"
#include "app/project/project.h"
#include "app/snapshot/project_moment.h"
#include "engine/core/error.h"
#include "engine/core/text_file.h"
#include "widgets/base/scale_number.h"

#include <nlohmann/json.hpp>

namespace app {

namespace {

/// What the first output that was fitted gained; none was where it has no name.
struct FittedOutput {
    QString name;
    int labels = 0;
    double before = 0.0;
    double heldOut = 0.0;
};

FittedOutput fittedIn(const std::string& line)
{
    const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.contains("outputs"))
        throw engine::FormatError("data_invalid", "polylogue-models", "said nothing of what it fitted");
    for (const nlohmann::json& output : json.at("outputs")) {
        if (output.value("kept", false))
            return {QString::fromStdString(output.value("name", "")), output.value("labels", 0),
                    output.value("error_before", 0.0), output.value("error_held_out", 0.0)};
    }
    return {};
}

}

LabelFitting::LabelFitting(Document& document, const Project& project, const ProjectMoments& moments,
                           ModelChoice& choice, Tasks& tasks, QString programs, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_project(project)
    , m_moments(moments)
    , m_choice(choice)
    , m_fitting(tasks)
    , m_programs(std::move(programs))
{
}

void LabelFitting::start()
{
    if (m_fitting.isRunning())
        return;
    if (m_project.path().empty())
        return m_document.notices().say(
            tr("The project is kept in no file yet, so a model of your own has no place beside it."));
    const std::filesystem::path file = m_project.path().parent_path() / "models" / "ready-fitted.safetensors";
    m_fitting.start(
        tr("Fitting to own labels"),
        [programs = m_programs.toStdString(), moment = m_moments.now(), file](const TaskRun& run) {
            engine::makeFolder(file.parent_path());
            const ProgramAnswer answer = answerAboutDataset(
                programs, {"fit-labels", "ready", "--out", file.string()}, moment.forPrograms(run), run);
            if (!answer.line)
                throw engine::Error("io", whyNoLine(answer).toStdString());
            return fittedIn(*answer.line);
        },
        [this, file](const Outcome<FittedOutput>& outcome) {
            if (const auto* failure = std::get_if<Failed>(&outcome))
                return m_document.notices().say(failure->sentence);
            const auto* fitted = std::get_if<FittedOutput>(&outcome);
            if (!fitted)
                return;
            if (fitted->name.isEmpty())
                return m_document.notices().say(tr("No output is less wrong when it is fitted, each video "
                                                   "held out: the model stays as it is."));
            m_document.notices().say(
                tr("Fitted: the mean error of %1 is %2 instead of %3, each video held out (%4 labels).")
                    .arg(fitted->name, widgets::shownNumber(fitted->heldOut, 2, 'f'),
                         widgets::shownNumber(fitted->before, 2, 'f'))
                    .arg(fitted->labels));
            m_choice.choose(QString::fromStdString(file.string()));
        });
}

}
