#pragma once

#include "app/prediction/model_list.h"
#include "app/tasks/task.h"

#include <QHash>

#include <set>
#include <vector>

namespace app {

class ModelChoice;
class Settings;

/// Why a model cannot be asked about a whole dataset with these features; empty: it can.
QString whyNotOverDatasets(const ModelFile& file, const Document& document);

/// The models that the dataset view can ask, and the one that it asks: what was chosen there, else the
/// window's.
class RoomModels : public QObject {
    Q_OBJECT
public:
    RoomModels(const Document& document, const ModelsClient& client, const ModelChoice& choice,
               const Settings& settings, Tasks& tasks, QObject* parent);

    /// Looks for models in the background: found() tells of them.
    void find();
    void choose(const QString& path); ///< empty: the window's
    QString path() const; ///< empty: there is none
    QString name() const;
    const ModelFile* file() const; ///< what is known of it; null: nothing yet
    /// What must be said before its answers about this dataset.
    std::optional<AnswerCaution> caution() const;
    bool readsWords() const; ///< rows are words; true while nobody knows
    bool canHide() const; ///< the model can be asked with a modality hidden; true while nobody knows

signals:
    /// @param entries  of the chooser
    /// @param fitting  those that fit the features of the video in sight
    void found(const std::vector<widgets::ModelEntry>& entries, const std::vector<app::ModelFile>& fitting);

private:
    void take(const std::vector<ModelFile>& files);

    const Document& m_document;
    const ModelsClient& m_client;
    const ModelChoice& m_choice;
    const Settings& m_settings;
    QString m_chosen;
    QHash<QString, QString> m_names; ///< by path
    std::vector<ModelFile> m_files;
    std::set<QString> m_cannotHide; ///< models that cannot hide a modality
    Task m_finding;
};

}
