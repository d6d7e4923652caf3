#pragma once

#include "app/export/label_rows.h"
#include "engine/sequences/dataset_list.h"
#include "engine/suspects/suspects.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <optional>

namespace app {

class Jobs;

/// Looks for suspicious labels of a dataset: `polylogue-models suspects` as a process of its own. What it
/// trains lies in a folder beside the project, so that a search that was stopped goes on there.
class SuspectSearch : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    SuspectSearch(Jobs& jobs, QString programs, QObject* parent);
    ~SuspectSearch() override; ///< a search is given up

    /// The project and dataset that searches are about; what is kept of them is read, and found() tells it.
    /// @param isKept  whether anything may be written beside the project
    void setSubject(const std::filesystem::path& project, const engine::DatasetList& dataset, bool isKept);
    /// Begins a search. @param label  as it stands; without rows: that of the dataset's files
    void start(const ProjectLabel& label = {});
    void stop();
    /// Whether a person stopped it: it goes on where it was.
    bool isStopped() const { return m_isStopped; }
    bool isRunning() const { return m_isRunning; }
    /// Whether it is known what is kept of the subject.
    bool isRead() const { return m_isRead; }
    double progress() const; ///< 0…1

signals:
    void found(const engine::Suspects& suspects);
    void changed(); ///< running, progress, read
    void failed(const QString& problem);

private:
    std::filesystem::path folder() const; ///< where results and what is trained lie; empty: nowhere

    Jobs& m_jobs;
    QString m_programs;
    std::filesystem::path m_project;
    engine::DatasetList m_dataset;
    bool m_isKept = false;
    bool m_isRead = false;
    bool m_isRunning = false;
    bool m_isStopped = false;
    int m_subject = 0; ///< what was found of another one is not told
};

}
