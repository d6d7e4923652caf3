#pragma once

#include "app/snapshot/learnt_values.h"
#include "app/tasks/task.h"
#include "widgets/predict/predict_panel.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace app {

class Document;
class ModelsClient;
class ProjectMoments;

/// The labels that the model in hand learnt, as the project has them now, where those are not what the
/// labelled segments say themselves: one annotator's, a consensus, settled ones, those of another tier.
class LearntLabels : public QObject {
    Q_OBJECT
public:
    LearntLabels(const Document& document, const ModelsClient& client, const ProjectMoments& moments,
                 Tasks& tasks, QObject* parent);

    /// Whether the model learnt such labels: then those of the segments are not what its answers are held
    /// against.
    bool areOthers() const { return m_key.has_value(); }
    QString owner() const; ///< of the labels: `Settled`; empty: not read yet, or gone
    /// One per output of the model, of a segment by its start in seconds; NaN: none.
    std::vector<double> of(const std::vector<widgets::PredictPanel::Output>& outputs,
                           const std::string& video, double start) const;

signals:
    void changed();

private:
    struct Read;
    void readKey();
    void read();

    const Document& m_document;
    const ModelsClient& m_client;
    const ProjectMoments& m_moments;
    Task m_finding;
    Task m_reading;
    QTimer m_again; ///< edits come in crowds
    std::optional<engine::LabelToLearn::Key> m_key;
    std::shared_ptr<const Read> m_read; ///< null: nothing is known yet
};

}
