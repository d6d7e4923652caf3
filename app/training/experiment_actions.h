#pragma once

#include "app/tasks/task.h"
#include "app/training/experiments_watch.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

namespace app {

class Actions;
class Document;
class ProjectMoments;
class TrainDialog;
class TrainingActions;

/// The tab *Compare* of *Train and compare…*: trains both sides of an experiment seed after seed, each
/// training a process of its own, and compares them when all are done. What is begun outlives the window; the
/// next seed waits for it.
class ExperimentActions : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with the programs
    /// @param training  has the dialog, and follows the runs
    ExperimentActions(const Document& document, const ProjectMoments& moments, Tasks& tasks, QString programs,
                      const Actions& actions, TrainingActions& training);

    /// Trains what a run learnt once more with the labels as they are now, beside those that it learnt.
    /// @param model  the run's model; where it is of none, the newest run counts
    void trainAgain(const QString& model);

private:
    void connectDialog(TrainDialog& dialog);
    void prepare(TrainDialog& dialog);
    void goToFolder();
    void begin(const Experiment& experiment);
    void learnAgain(const std::filesystem::path& run);
    void take(const QString& folder, const Outcome<std::vector<QString>>& begun);
    void tell(const QString& folder);
    void goOn(const QString& folder);
    void startNext(const QString& folder);
    void compare(const QString& folder);
    void follow();

    const Document& m_document;
    const ProjectMoments& m_moments;
    Tasks& m_tasks;
    QString m_programs;
    TrainingActions& m_training;
    ExperimentsWatch m_watch;
    QString m_usual; ///< folder of runs of the dataset that the watch looks at
    QPointer<TrainDialog> m_dialog;
    QStringList m_active; ///< folders whose next seed is to begin by itself
    QStringList m_busy; ///< folders for which a task is at work
    QStringList m_failed; ///< folders that could not be compared
    QStringList m_untold; ///< folders that were compared, and nobody was told yet
};

}
