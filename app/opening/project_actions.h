#pragma once

#include "app/tasks/task.h"
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
class Tasks;
class Document;
class Project;
struct Unreadable;
class ProjectVersions;
class SourceGuard;

/// The actions on a project as a whole (copies, earlier states, merging), and the banners that tell about a
/// project after it was opened.
class ProjectActions : public QObject {
    Q_OBJECT
public:
    ProjectActions(Document& document, Project& project, ProjectVersions& versions, SourceGuard& guard,
                   Tasks& tasks, const Actions& actions, Banner& banner, QWidget* window);

    /// Calls `then` as soon as the project may be closed: when everything is on the disk, or when the person
    /// gives up the unsaved edits. It is never called when the person chooses to go on editing.
    void whenClosable(const std::function<void()>& then);

signals:
    /// This moment of a video is to be shown.
    void placeWished(const QString& video, double seconds);

private:
    void tell(const QString& whyReadOnly, bool lockedElsewhere, const QStringList& lost);
    void tellOfFiles(const std::vector<engine::SourceFile>& missing,
                     const std::vector<engine::SourceFile>& changed);
    void askAboutUnreadable(const Unreadable& project);
    void chooseVersionOf(const Unreadable& project);
    void askForDataset(const std::filesystem::path& project, const std::filesystem::path& dataset);
    void locate(const std::vector<engine::SourceFile>& missing);
    void saveCopy();
    void restore();
    void askForVersion(const std::vector<engine::Snapshot>& versions);
    bool isSaved() const; ///< everything that was edited is on the disk
    QString whyNotSaved() const; ///< there must be a project that is edited
    void askAboutUnsaved(const std::function<void()>& then);
    void saveElsewhere(const std::function<void()>& then);
    void collect();
    void merge();
    void showConflicts(const QString& path, const engine::Merged& proposal);
    void showMerged(const QString& path, const engine::Merged& result);
    QString askForNewProject(const QString& title, const QString& proposal);

    Document& m_document;
    Project& m_project;
    ProjectVersions& m_versions;
    SourceGuard& m_guard;
    Task m_looking;
    Banner& m_banner;
    QWidget* m_window;
    /// The object that waits until everything is saved, or the dialog that asks about it.
    QPointer<QObject> m_question;
};

}
