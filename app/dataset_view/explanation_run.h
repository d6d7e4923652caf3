#pragma once

#include "app/tasks/task.h"
#include "engine/explain/explained_dataset.h"
#include "engine/sequences/dataset_list.h"

#include <QObject>

#include <chrono>

namespace app {

class Tasks;

/// How far a run is.
struct ExplanationState {
    bool isOver = false;
    bool wasStopped = false;
    QString problem; ///< why it could not go on; empty: it did
    bool isRefusal = false; ///< the program said so: asked the same, it says the same
    std::size_t expected = 0; ///< segments in all; 0: not known yet
};

/// Asks a model about all segments of a dataset, as a task: `polylogue-models explain --lines` as a process
/// of its own. One that ends, is killed or hangs is said and started again behind what it told; a segment at
/// which it ends twice in a row is left out.
class ExplanationRun : public QObject {
    Q_OBJECT
public:
    struct Patience {
        std::chrono::milliseconds first{600000}; ///< until the first line: the dataset is read
        std::chrono::milliseconds next{60000}; ///< between two lines
    };

    /// @param programs  the folder with `polylogue-models`
    ExplanationRun(Tasks& tasks, QString programs, QObject* parent);

    /// @param known  what an earlier run told; it goes on behind that
    void start(const QString& model, const QString& absent, const engine::DatasetList& list,
               const engine::ExplainedDataset& known);
    void stop() { m_asking.stop(); }
    void abandon() { m_asking.abandon(); } ///< stops it, and no signal comes any more
    bool isRunning() const { return m_asking.isRunning(); }
    void setPatience(Patience patience) { m_patience = patience; }

signals:
    /// These came since the last time; comes some times a second, and at the end with `isOver`.
    /// @param part  outputs, what was left out so far, and only the new segments
    void advanced(const engine::ExplainedDataset& part, const app::ExplanationState& state);
    void message(const QString& text); ///< that the process ended or hung, and is started again

private:
    class Asker;
    void handOn(ExplanationState state);

    QString m_programs;
    Patience m_patience;
    engine::ExplainedDataset m_part; ///< segments that were not handed on yet
    Task m_asking;
};

}
