#pragma once

#include "app/tasks/task.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>

namespace app {

class Tasks;

/// How far an extraction is, while it goes on and after it ended.
struct ExtractionState {
    struct Step {
        QString state; ///< `running`, `done`, `reused`, `failed`, `skipped`
        double fraction = 0.0;
        QString text; ///< why it failed or was skipped; of what is done: what one should know
    };
    using Steps = std::map<QString, Step>; ///< by name
    std::map<QString, Steps> recordings;
    std::map<QString, QString> remarks; ///< on recordings themselves: that one is cut short
    std::map<QString, QString> doubts; ///< that what was measured of a recording's voice cannot be right
    double overall = 0.0;
    std::optional<double> left; ///< seconds until the end, as far as can be told
    int joined = 0; ///< times that whole recordings became a dataset, or a part of it, while others are made
    bool isOver = false;
    bool wasStopped = false;
    QString problem; ///< why the extraction as a whole failed

    int failed() const; ///< recordings of which a step failed
    /// Recordings without a transcript, where words were wanted: nothing failed, and nothing came of it
    /// either.
    int wordless() const;
};

/// Runs `polylogue-extract` as a task: it may crash or be stopped, and what it has done stays. It goes on
/// when this is deleted.
class ExtractionRun : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-extract`
    ExtractionRun(Tasks& tasks, QString programs, QObject* parent);

    /// @param arguments  of the program, without `--events`
    /// @param before     what is done first, in the task; nothing is run where it throws
    void start(const QStringList& arguments, const std::function<void()>& before = {});
    void stop();
    bool isRunning() const;

signals:
    /// Comes some times a second, and at the end with `isOver`.
    void changed(const app::ExtractionState& state);

private:
    void take(const ExtractionState& state);

    Tasks& m_tasks;
    QString m_programs;
    QPointer<Task> m_task; ///< goes on when this is gone
    ExtractionState m_state; ///< as it was told last
};

}
