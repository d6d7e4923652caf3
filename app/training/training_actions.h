#pragma once

#include "app/settings/settings.h"
#include "app/tasks/task.h"
#include "app/training/runs_watch.h"
#include "app/training/train_dialog.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace app {

class Actions;
class Document;
class ProjectMoments;
class TrainingTimes;

/// *Train and compare…*: starts trainings as processes of their own, follows them, stops them, and hands over
/// what comes of them.
class TrainingActions : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with the programs
    TrainingActions(const Document& document, const ProjectMoments& moments, Tasks& tasks, QString programs,
                    const Actions& actions, QWidget* window);

    /// Asks, where a run that began here goes on, what is to become of it, or does what was chosen before.
    /// @return false: the window is to stay
    bool mayClose();
    /// Asks about it as about those that began here. @param folder  of a run
    void follow(const QString& folder) { m_watch.follow(folder); }

    /// Shows the dialog, made with the first call. @param tab  in front
    TrainDialog& show(TrainDialog::Tab tab);

    /// Has a model predict in the window.
    void use(const QString& file, const QString& architecture);
    /// Where runs are, and new ones go.
    QString runsFolder() const;

signals:
    void dialogMade(app::TrainDialog& dialog);
    void dialogShown(app::TrainDialog& dialog); ///< anew, or again
    void modelWished(const QString& file, const QString& architecture); ///< as of RunsPage
    void labelWished(const QString& video, double start); ///< a segment is to be labelled; empty: any
    void sequencesWished(); ///< to be made
    void foldsChanged(const engine::FoldLists& folds); ///< by a person, to be kept in the project
    void segmentWished(const widgets::SegmentDynamics& segment); ///< is to be played
    void suspectsWished(); ///< labels are to be looked through

private:
    void leave();
    void connectRuns();
    void connectData();
    void readClasses();
    void readMaterial();
    void train(const TrainingWish& wish);
    void copyCommand(const TrainingWish& wish);
    void goOn(const RunFolderState& run);
    void reproduce(const RunFolderState& run);
    void showRuns();
    void listRunning();

    const Document& m_document;
    const ProjectMoments& m_moments;
    Tasks& m_tasks;
    Task m_readingClasses;
    Task m_readingMaterial;
    Task m_readingDynamics;
    QString m_programs;
    QWidget* m_window;
    Settings m_settings;
    RunsWatch m_watch;
    QString m_usualFolder; ///< of the dataset for which the watched one was chosen
    QPointer<TrainDialog> m_dialog;
    QPointer<TrainingTimes> m_times;
};

}
