#include "app/prediction/model_choice.h"

#include "app/project/derived_items.h"
#include "app/settings/settings.h"
#include "engine/core/installation.h"

#include <QDir>

#include <utility>

namespace app {

namespace {

/// What the disk says about the models that could be loaded.
struct FoundModels {
    bool isChosenThere = false;
    QString own; ///< path of the dataset's own model; empty: it has none
    std::optional<ModelFile> last; ///< that a person chose last
    QString usual; ///< path of the one that comes with the program: of parts for recordings, else the demo's
};

/// The first model of a folder; empty: it has none.
QString firstModel(const std::filesystem::path& folder)
{
    const QDir models(QString::fromStdString(folder.string()), QStringLiteral("*.safetensors"), QDir::Name,
                      QDir::Files);
    const QStringList names = models.entryList();
    return names.isEmpty() ? QString() : models.filePath(names.front());
}

FoundModels lookForModels(const std::filesystem::path& chosen, const std::filesystem::path& dataset,
                          bool hasRecordings, const QString& last, const engine::RunContext& run)
{
    FoundModels found;
    std::error_code missing;
    found.isChosenThere = !chosen.empty() && std::filesystem::is_regular_file(chosen, missing);
    found.own = firstModel(dataset / "model");
    const engine::Installation installation = engine::Installation::ofThisProgram();
    const std::filesystem::path ready = installation.part("ready");
    if (hasRecordings && !ready.empty())
        found.usual = firstModel(ready);
    if (found.usual.isEmpty())
        found.usual = firstModel(installation.demo() / "model");
    if (!last.isEmpty()) {
        const std::vector<ModelFile> described = findModels({}, {last}, run);
        if (!described.empty())
            found.last = described.front();
    }
    return found;
}

}

ModelChoice::ModelChoice(Document& document, Tasks& tasks, const Project& project, ModelsClient& client,
                         QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_findingCompared(tasks)
    , m_finding(tasks)
    , m_project(project)
    , m_client(client)
{
    connect(&client, &ModelsClient::modelChanged, this, &ModelChoice::noteModel);
    connect(&client, &ModelsClient::loadFailed, this, &ModelChoice::takeFailure);
    connect(&document, &Document::videoChanged, this, &ModelChoice::decide);
}

void ModelChoice::start()
{
    m_chosen.clear();
    find(chosenModel(m_document.annotation(), m_project.path()));
    findCompared();
}

void ModelChoice::compareWith(const QStringList& paths)
{
    emit comparedChanged(paths);
    if (!m_document.isKept())
        return;
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths)
        files.emplace_back(path.toStdString());
    m_document.note(comparedModelsItem(files, m_project.path()));
}

/// Those of the open project that are there; a message names those that are not.
void ModelChoice::findCompared()
{
    m_findingCompared.start(
        tr("Looking for the models to compare with"),
        [models = comparedModels(m_document.annotation(), m_project.path())](const engine::RunContext&) {
            std::pair<QStringList, QStringList> found; // that are there, that are not
            for (const std::filesystem::path& model : models) {
                std::error_code missing;
                const bool isThere = std::filesystem::is_regular_file(model, missing);
                (isThere ? found.first : found.second) << QString::fromStdString(model.string());
            }
            return found;
        },
        [this](const std::pair<QStringList, QStringList>& found) {
            for (const QString& path : found.second)
                m_document.notices().say(
                    tr("A model that this project compares with is not there: %1.").arg(path));
            emit comparedChanged(found.first);
        });
}

/// Loads the chosen model, or another where that is not there. @param chosen  empty: none
void ModelChoice::find(const std::filesystem::path& chosen)
{
    m_candidate.reset();
    m_finding.start(
        tr("Looking for the model"),
        [chosen, dataset = std::filesystem::path(m_document.dataset().root),
         hasRecordings = !m_document.dataset().media.empty(), last = Settings().chosenModel()](
            const engine::RunContext& run) { return lookForModels(chosen, dataset, hasRecordings, last, run); },
        [this, chosen](const FoundModels& found) {
            const QString file = QString::fromStdString(chosen.string());
            if (found.isChosenThere) {
                load(file, true);
                return;
            }
            if (!chosen.empty())
                m_document.notices().say(
                    tr("The model of this project is not there: %1. Until it is, the usual one predicts.")
                        .arg(file));
            if (chosen.empty() && found.own.isEmpty() && found.last) {
                m_candidate = Candidate{*found.last, found.usual};
                decide();
                return;
            }
            const QString usual = found.own.isEmpty() ? found.usual : found.own;
            if (!usual.isEmpty())
                load(usual, false);
        });
}

/// Takes the model that was chosen last where it fits the video in sight; as soon as there is one.
void ModelChoice::decide()
{
    if (!m_candidate || !m_document.hasVideo())
        return;
    const Candidate candidate = *std::exchange(m_candidate, std::nullopt);
    const QString problem = misfit(candidate.last, m_document.video());
    if (problem.isEmpty()) {
        m_document.notices().say(
            tr("%1 predicts here: it is the model that was chosen last, and fits this dataset.")
                .arg(candidate.last.name));
        load(candidate.last.path, true);
        return;
    }
    m_document.notices().say(
        tr("%1, which was chosen last, does not fit this dataset: %2.")
            .arg(candidate.last.name, problem));
    if (!candidate.usual.isEmpty())
        load(candidate.usual, false);
}

void ModelChoice::choose(const QString& path)
{
    m_finding.abandon();
    m_candidate.reset();
    m_path.clear(); // asked for again, it is read again
    m_wished = path;
    load(path, true);
}

void ModelChoice::load(const QString& model, bool isChosen)
{
    if (isChosen)
        m_chosen.insert(model);
    else
        m_chosen.erase(model);
    if (std::exchange(m_path, model) == model)
        noteModel(); // another project may have been opened since
    else
        m_client.start(model);
}

/// The project remembers the model that a person chose.
void ModelChoice::noteModel()
{
    const QString& path = m_client.loadedPath();
    if (path == m_wished && !path.isEmpty())
        Settings().setChosenModel(std::exchange(m_wished, QString()));
    if (m_document.isKept() && m_client.model() && m_chosen.contains(path))
        m_document.note(
            modelItem(QString::fromStdString(m_client.model()->name), path.toStdString(), m_project.path()));
}

/// The model before goes on; where there was none, the one that would have been there without a choice.
void ModelChoice::takeFailure()
{
    const bool wasChosen = m_chosen.erase(m_path) > 0;
    m_wished.clear();
    m_path = m_client.loadedPath();
    if (m_path.isEmpty() && wasChosen)
        find({});
}

}
