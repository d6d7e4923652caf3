#pragma once

#include "app/tasks/task.h"
#include "engine/sequences/dataset_list.h"
#include "engine/snapshot/label_rows.h"
#include "engine/suspects/suspects.h"

#include <QObject>
#include <QString>

#include <filesystem>

namespace app {

class ProjectMoments;

/// Looks for suspicious labels of a dataset: `polylogue-models suspects` as a process of its own. What it
/// trains lies in a folder beside the project, so that a search that was stopped goes on there.
/// Deleting this gives a search up.
class SuspectSearch : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    SuspectSearch(Tasks& tasks, QString programs, const ProjectMoments& moments, QObject* parent);

    /// The project and dataset that searches are about; what is kept of them is read, and found() tells it.
    /// @param isKept  whether anything may be written beside the project
    void setSubject(const std::filesystem::path& project, const engine::DatasetList& dataset, bool isKept);
    /// Begins a search. @param label  as it stands; without rows: that of the dataset's files
    void start(const engine::ProjectLabel& label = {});
    void stop() { m_searching.stop(); }
    /// Whether a person stopped it: it goes on where it was.
    bool isStopped() const { return m_isStopped; }
    bool isRunning() const { return m_searching.isRunning(); }
    /// Whether it is known what is kept of the subject.
    bool isRead() const { return m_isRead; }
    double progress() const { return m_searching.progress(); } ///< 0…1

signals:
    void found(const engine::Suspects& suspects);
    void changed(); ///< running, progress, read
    void failed(const QString& problem);

private:
    std::filesystem::path folder() const; ///< where results and what is trained lie; empty: nowhere

    Task m_reading; ///< what is kept
    Task m_searching;
    QString m_programs;
    const ProjectMoments& m_moments;
    std::filesystem::path m_project;
    engine::DatasetList m_dataset;
    bool m_isKept = false;
    bool m_isRead = false;
    bool m_isStopped = false;
};

}
