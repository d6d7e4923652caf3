#pragma once

#include "app/dataset/dataset_loader.h"

#include <QObject>

namespace app {

class Actions;
class Document;
class Tasks;
class Project;
class VideoOpener;

/// The actions that export a review: its report, and its labels as sequences.
class ReportActions : public QObject {
    Q_OBJECT
public:
    ReportActions(Document& document, Project& project, const VideoOpener& videos, Tasks& tasks,
                  const Actions& actions, QWidget* window);

    void writeReport(const QString& path);
    void exportLabels(const QString& folder, const QStringList& sources);

private:
    void askForReport();
    void askForLabels();
    const OpenDataset::Sequence* packedLabels() const;

    Document& m_document;
    Project& m_project;
    const VideoOpener& m_videos;
    Tasks& m_tasks;
    QWidget* m_window;
};

}
