#pragma once

#include "engine/annotation/project/merge_projects.h"
#include "engine/annotation/project/snapshots.h"
#include "engine/annotation/project/source_files.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace app {

class Actions;
class Banner;
class Jobs;
class Document;
class Project;
class ProjectVersions;
class SourceGuard;

/// What a person does to a project as a whole: copies, earlier states, merging; and what there is to know
/// about it when it was opened.
class ProjectActions : public QObject {
    Q_OBJECT
public:
    ProjectActions(Document& document, Project& project, ProjectVersions& versions, SourceGuard& guard,
                   Jobs& jobs, const Actions& actions, Banner& banner, QWidget* window);

    /// Does `then` as soon as the project may be closed: at once where everything is on the disk; else when
    /// it is, or when the person lets go of it. Not at all when the person goes on editing.
    void whenClosable(const std::function<void()>& then);

private:
    void tell(const QString& whyReadOnly, bool lockedElsewhere, const QStringList& lost);
    void tellOfFiles(const std::vector<engine::SourceFile>& missing,
                     const std::vector<engine::SourceFile>& changed);
    void askForDataset(const std::filesystem::path& project, const std::filesystem::path& dataset);
    void locate(const std::vector<engine::SourceFile>& missing);
    void saveCopy();
    void restore();
    void askForVersion(const std::vector<engine::Snapshot>& versions);
    void askAboutUnsaved(const std::function<void()>& then);
    void saveElsewhere(const std::function<void()>& then);
    void collect();
    void merge();
    void showMerged(const QString& path, const engine::Merged& result);
    QString askForNewProject(const QString& title, const QString& proposal);

    Document& m_document;
    Project& m_project;
    ProjectVersions& m_versions;
    SourceGuard& m_guard;
    Jobs& m_jobs;
    Banner& m_banner;
    QWidget* m_window;
    QPointer<QObject> m_question; ///< what waits until everything is saved, or asks about it
};

}
