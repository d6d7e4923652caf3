#pragma once

#include "app/tasks/task.h"

#include <QObject>

namespace app {

class ProjectMoments;
class TrainDialog;

/// Finds out how long the training that the dialog describes will take, and tells its form.
class TrainingTimes : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with the programs
    TrainingTimes(const ProjectMoments& moments, Tasks& tasks, QString programs, TrainDialog& dialog);

    void read(const QString& runs); ///< from the runs in this folder

private:
    void measure();

    const ProjectMoments& m_moments;
    QString m_programs;
    TrainDialog& m_dialog;
    Task m_reading;
    Task m_measuring;
};

}
