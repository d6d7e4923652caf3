#include "app/prediction/model_choice.h"

#include "app/project/derived_items.h"
#include "engine/core/installation.h"

#include <QDir>

#include <utility>

namespace app {

namespace {

/// What the disk says about the models that could be loaded.
struct FoundModels {
    bool isChosenThere = false;
    QString usual; ///< path of the dataset's own model or the demo's; empty: there is none
};

FoundModels lookForModels(const std::filesystem::path& chosen, const std::filesystem::path& dataset)
{
    FoundModels found;
    std::error_code missing;
    found.isChosenThere = !chosen.empty() && std::filesystem::is_regular_file(chosen, missing);
    for (const std::filesystem::path& folder : {dataset / "model", engine::demoFolder() / "model"}) {
        const QDir models(QString::fromStdString(folder.string()), QStringLiteral("*.safetensors"),
                          QDir::Name, QDir::Files);
        const QStringList names = models.entryList();
        if (names.isEmpty())
            continue;
        found.usual = models.filePath(names.front());
        break;
    }
    return found;
}

}

ModelChoice::ModelChoice(Document& document, Jobs& jobs, const Project& project, ModelsClient& client,
                         QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_jobs(jobs)
    , m_project(project)
    , m_client(client)
{
    connect(&client, &ModelsClient::modelChanged, this, &ModelChoice::noteModel);
    connect(&client, &ModelsClient::loadFailed, this, &ModelChoice::takeFailure);
}

void ModelChoice::start()
{
    m_chosen.clear();
    find(chosenModel(m_document.annotation(), m_project.path()));
}

/// Loads the chosen model, or the usual one where that is not there. @param chosen  empty: none
void ModelChoice::find(const std::filesystem::path& chosen)
{
    m_jobs.start(
        tr("Looking for the model"), this,
        [chosen, dataset = std::filesystem::path(m_document.dataset().root)](const engine::RunContext&) {
            return lookForModels(chosen, dataset);
        },
        [this, chosen](const FoundModels& found) {
            const QString file = QString::fromStdString(chosen.string());
            if (found.isChosenThere) {
                load(file, true);
                return;
            }
            if (!chosen.empty())
                emit message(
                    tr("The model of this project is not there: %1. Until it is, the usual one predicts.")
                        .arg(file));
            if (!found.usual.isEmpty())
                load(found.usual, false);
        });
}

void ModelChoice::choose(const QString& path)
{
    m_jobs.cancel(tr("Looking for the model"));
    m_path.clear(); // asked for again, it is read again
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
    if (m_document.isKept() && m_client.model() && m_chosen.contains(path))
        m_document.note(
            modelItem(QString::fromStdString(m_client.model()->name), path.toStdString(), m_project.path()));
}

/// The model before goes on; where there was none, the one that would have been there without a choice.
void ModelChoice::takeFailure()
{
    const bool wasChosen = m_chosen.erase(m_path) > 0;
    m_path = m_client.loadedPath();
    if (m_path.isEmpty() && wasChosen)
        find({});
}

}
