#pragma once

#include "app/prediction/model_list.h"
#include "app/review/model_scores.h"
#include "app/tasks/task.h"

#include <QObject>

namespace widgets {
class TwoModelsCard;

}

namespace app {

class Tasks;

/// The other model of the dataset view: asks it about all segments, without explanations.
class RoomComparison : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    RoomComparison(Tasks& tasks, QString programs, widgets::TwoModelsCard& card, QObject* parent);

    /// The model, dataset and output that are shown from now on.
    void setSubject(const QString& model, const engine::DatasetList& dataset, const QString& output);
    /// Those that may be chosen: of what predicts the output, all but the one that is shown.
    void setModels(const std::vector<ModelFile>& models);
    const std::shared_ptr<const ModelScores>& scores() const { return m_scores; }
    QString name() const { return m_scores->empty() ? QString() : m_name; }

signals:
    void changed(); ///< scores are others
    void listWished(); ///< of models
    void openWished(); ///< a model from a file

private:
    void ask(const QString& path);
    void forget();
    void showModels();

    QString m_programs;
    widgets::TwoModelsCard& m_card;
    QString m_model; ///< that is shown
    engine::DatasetList m_dataset;
    QString m_output;
    std::vector<ModelFile> m_models;
    QString m_path; ///< of the other one; empty: none is chosen
    QString m_name;
    std::shared_ptr<const ModelScores> m_scores;
    Task m_asking;
};

}
