#pragma once

#include "app/tasks/task.h"
#include "app/training/experiment_dialog.h"
#include "app/training/experiments_watch.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

namespace app {

class Actions;
class Document;

/// *Compare two trainings…*: trains both sides of an experiment seed after seed, each training a process of
/// its own, and compares them when all are done. What is begun outlives the window; the next seed waits for
/// it.
class ExperimentActions : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with the programs
    ExperimentActions(const Document& document, Tasks& tasks, QString programs, const Actions& actions,
                      QWidget* window);

signals:
    void runBegan(const QString& folder); ///< of a training

private:
    void open();
    void readClasses();
    void begin(const Experiment& experiment);
    void goOn(const QString& folder);
    void startNext(const QString& folder);
    void compare(const QString& folder);
    void follow();

    const Document& m_document;
    Tasks& m_tasks;
    Task m_readingClasses;
    QString m_programs;
    QWidget* m_window;
    ExperimentsWatch m_watch;
    QPointer<ExperimentDialog> m_dialog;
    QStringList m_active; ///< folders whose next seed is to begin by itself
    QStringList m_busy; ///< folders for which a task is at work
    QStringList m_failed; ///< folders that could not be compared
};

}
