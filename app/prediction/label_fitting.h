#pragma once

#include "app/tasks/task.h"

#include <QObject>
#include <QString>

namespace app {

class Document;
class ModelChoice;
class Project;
class ProjectMoments;

/// Brings the answers of the model of parts to the labels of the open project: `polylogue-models fit-labels`
/// as a process of its own. What comes of it lies in `models` beside the project, and answers from then on.
class LabelFitting : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    LabelFitting(Document& document, const Project& project, const ProjectMoments& moments,
                 ModelChoice& choice, Tasks& tasks, QString programs, QObject* parent);

    void start();

private:
    Document& m_document;
    const Project& m_project;
    const ProjectMoments& m_moments;
    ModelChoice& m_choice;
    Task m_fitting;
    QString m_programs;
};

}
