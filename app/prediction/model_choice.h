#pragma once

#include "app/document/document.h"
#include "app/models_client/models_client.h"
#include "app/prediction/model_list.h"
#include "app/project/project.h"
#include "app/tasks/tasks.h"

#include <QObject>

#include <set>

namespace app {

/// Decides which model predicts: the model that a person chose for the open project; else the dataset's
/// (`model/*.safetensors` beside its list); else the one that a person chose last, where it fits the first
/// video of the dataset; else the demo's.
class ModelChoice : public QObject {
    Q_OBJECT
public:
    ModelChoice(Document& document, Tasks& tasks, const Project& project, ModelsClient& client,
                QObject* parent = nullptr);

    /// Loads the model of the open project. When a chosen model is missing, a message says so and it stays
    /// chosen.
    void start();
    /// Loads a model that a person chose; the project remembers it, and datasets without a model of their own
    /// begin with it.
    void choose(const QString& path);

    /// Compares it with these from now on; the project remembers them.
    void compareWith(const QStringList& paths);

    /// Whether the model that answers was chosen by a person for this project, and not taken for want of one.
    bool isChosen() const { return m_chosen.contains(m_client.loadedPath()); }

    const QString& path() const { return m_path; } ///< of the model that was last requested

signals:
    void comparedChanged(const QStringList& paths); ///< the models of the open project to compare with

private:
    /// A model that was chosen last, until there is a video that it may fit.
    struct Candidate {
        ModelFile last;
        QString usual; ///< the path of the one that predicts otherwise; empty: there is none
    };
    void find(const std::filesystem::path& chosen);
    void findCompared();
    void load(const QString& model, bool isChosen);
    void noteModel();
    void takeFailure();
    void decide();

    Document& m_document;
    Task m_findingCompared;
    Task m_finding;
    const Project& m_project;
    ModelsClient& m_client;
    QString m_path;
    QString m_wished; ///< path of the model that a person chose, until it answers
    std::optional<Candidate> m_candidate;
    std::set<QString> m_chosen; ///< paths of models that a person chose for this project
};

}
