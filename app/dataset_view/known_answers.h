#pragma once

#include "app/dataset_view/asked_model.h"
#include "app/dataset_view/explanation_run.h"
#include "app/dataset_view/kept_explanations.h"
#include "app/tasks/task.h"
#include "widgets/training/dynamics_plot.h"

#include <QObject>

#include <memory>
#include <vector>

namespace app {

class Document;
class Tasks;

/// What is known of a model's answers about a dataset: read where an earlier session kept them, asked for,
/// and kept beside the project. What others hold of it (`known`) never changes.
class KnownAnswers : public QObject {
    Q_OBJECT
public:
    using Dynamics = std::vector<widgets::SegmentDynamics>;
    /// @param programs  the folder with `polylogue-models`
    KnownAnswers(const Document& document, Tasks& tasks, const QString& programs, QObject* parent);

    /// Forgets everything, and reads what is kept about another model or dataset, or about another state of
    /// it.
    void read(const ExplanationKey& key, const ProjectMoment& moment);
    /// Forgets everything; nothing of what was begun arrives.
    void leave();
    /// Asks the model about what is not known, or about all, where what is known is whole or stale.
    void ask();
    void stop() { m_run->stop(); }

    /// What the answers are about; its dataset is the one that programs are asked about, with the project's
    /// edits. Empty: nothing was read.
    const ExplanationKey& key() const { return m_key; }
    bool isAbout(const ExplanationKey& key) const; ///< by the files of its dataset
    std::shared_ptr<const engine::ExplainedDataset> known() const { return m_known; }
    const engine::ExplainedDataset::Provenance& now() const { return m_now; } ///< of the files as they are
    std::shared_ptr<const Dynamics> dynamics() const { return m_dynamics; } ///< of the model's training
    const AskedModel& model() const { return m_model; } ///< that is asked
    bool isRunning() const { return m_run->isRunning(); }
    bool isReading() const { return m_reading.isRunning(); }
    std::size_t count() const; ///< segments that came, whether `known` has them or not
    std::size_t expected() const { return m_part.expected; } ///< segments
    const std::vector<engine::ExplainedDataset::LeftOut>& leftOut() const { return m_part.leftOut; }
    bool hasOutputs() const { return !m_part.outputs.empty(); }
    const QString& staleWhy() const { return m_staleWhy; } ///< empty: what is known is not stale
    const QString& problem() const { return m_problem; } ///< of the last run, or of reading; empty: none
    /// Asked the same, the model's program says the same: something else has to change before.
    bool isRefused() const { return m_isRefused; }
    void forgetRefusal(); ///< something has changed
    bool isUnread() const { return m_isUnread; } ///< `problem` is about the kept answers
    bool hasComing() const { return !m_part.segments.empty(); } ///< segments that `known` has not yet

    /// Puts what came into `known`.
    void takeComing();
    /// Keeps the answers once a run is over, beside the project, where that is written at all.
    void keepIfOver();
    ExplanationRun& run() { return *m_run; }

signals:
    void forgotten(); ///< `known` is empty
    void arrived(); ///< everything that is to come now is there: it was read, or a run is over
    void coming(); ///< more segments came; a run goes on
    void changed(); ///< the state, in words

private:
    struct Read;
    void forget();
    void take(Read read);
    void takePart(const engine::ExplainedDataset& part, const ExplanationState& state);

    const Document& m_document;
    ExplanationRun* m_run;
    ExplanationKey m_key;
    engine::DatasetList m_files; ///< of the dataset, without the project's edits
    std::shared_ptr<engine::ExplainedDataset> m_known; ///< changed only while nobody else holds it
    engine::ExplainedDataset m_part; ///< as `known` will be, with only the segments that came since
    engine::ExplainedDataset::Provenance m_now;
    std::shared_ptr<const Dynamics> m_dynamics;
    AskedModel m_model;
    bool m_isUnkept = false; ///< a run is over, and its answers are not kept yet
    QString m_staleWhy;
    QString m_problem;
    bool m_isRefused = false;
    bool m_isUnread = false;
    Task m_reading;
    Task m_keeping;
};

}
