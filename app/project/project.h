#pragma once

#include "app/document/document.h"
#include "app/project/invitations.h"
#include "app/project/opening.h"
#include "app/project/project_writer.h"
#include "app/tasks/tasks.h"
#include "engine/annotation/project/snapshots.h"

#include <QObject>

#include <memory>

namespace app {

/// Opens projects and keeps the open project: its file, its lock, and the writer that brings edits to the
/// disk.
///
/// Projects are opened one after the other, since the first opening takes a project's lock. When several
/// wishes wait, only the last counts. Nothing here waits for the disk on the GUI thread.
class Project : public QObject {
    Q_OBJECT
public:
    /// Where edits are kept: in project files, or only in memory, so that nothing is written.
    enum class Keeping { InProjects, InMemory };

    Project(Document& document, Tasks& tasks, engine::Prober& prober, Keeping keeping,
            QObject* parent = nullptr);

    /// Opens a project, or a dataset list, a folder, csd and media files with the project that belongs to
    /// them.
    void open(const std::vector<std::filesystem::path>& paths);
    /// Opens the project again, although a program on another machine holds its lock.
    void takeOver();
    /// Opens a project whose dataset was moved to these paths.
    void openMoved(const std::filesystem::path& project, const std::vector<std::filesystem::path>& dataset);
    /// Reads the dataset of the open project from these paths from now on.
    void openDataset(const std::vector<std::filesystem::path>& dataset);
    bool isOpening() const { return m_isOpening; }

    /// Absolute path of the open project; empty: none is open.
    const std::filesystem::path& path() const { return m_path; }
    QString name() const; ///< what the program calls the open project (`projectName`)
    /// The paths of the dataset.
    const std::vector<std::filesystem::path>& datasetPaths() const { return m_datasetPaths; }
    /// Null when edits are not kept: no project is open, it is read-only, or Keeping is InMemory.
    ProjectWriter* writer() { return m_writer.get(); }
    const ProjectWriter* writer() const { return m_writer.get(); }
    bool isDamaged() const { return m_isDamaged; }
    /// Where the steps that can be undone come from; they are kept with the edits.
    void setHistorySource(ProjectWriter::HistorySource source) { m_historySource = std::move(source); }

    /// Writes an independent copy of the project in the background.
    void saveCopy(const QString& target);
    /// Writes a project for each invited annotator into a folder, by their names, in the background. Calls
    /// `done` on the GUI thread when all are written; what fails is said.
    void writeInvitations(const std::vector<Invitation>& invitations, const QString& folder,
                          QObject* receiver, const std::function<void()>& done);
    /// Makes a folder with the project and all its media and sequences, in the background.
    void collect(const QString& folder);
    /// Closes the open project, does work on its file that nobody may do while it is open, and opens it again; steps that
    /// could be undone are those of the file then.
    /// @param title  for a person  @param work  in a task
    /// @param done   on the GUI thread, with the reason when the work failed or the last edits are not on the disk
    void whileClosed(const QString& title, const std::function<void(const engine::RunContext&)>& work,
                     const std::function<void(const QString& failure)>& done);
    /// Writes all edits into a new project in the background. Then calls `done` on the GUI thread, with the
    /// reason when it failed.
    void writeElsewhere(const QString& target, QObject* receiver,
                        const std::function<void(const QString& failure)>& done);
    /// Replaces the open project, which is damaged, by an earlier state and opens that. The damaged file is
    /// kept beside it.
    void replaceDamaged(const engine::Snapshot& version, const QString& when);

    /// Puts a project of which nothing can be read aside, and opens a version of it, or a new project, in its
    /// place.
    /// @param version  absent: a new project
    void replaceUnreadable(const Unreadable& project, const std::optional<engine::Snapshot>& version);

signals:
    /// Another project is about to replace this one. Receivers now write whatever they still have to note in
    /// it.
    void closing();
    /// @param whyReadOnly  a sentence; empty: it may be edited
    /// @param lockedElsewhere  whether a program on another machine, which may no longer run, holds the lock
    /// @param lost  sentences about damaged parts
    void opened(const QString& whyReadOnly, bool lockedElsewhere, const QStringList& lost);
    void unreadable(const app::Unreadable& project); ///< the project could not be opened
    /// The steps that earlier sessions kept; comes before `opened`.
    void historyRead(const engine::History& history);
    /// A project could not be opened because its dataset is not in its place any more.
    void datasetMissing(const std::filesystem::path& project, const std::filesystem::path& dataset);
    void
    datasetFound(const engine::DatasetList& list); ///< comes after `opened` when the project was not open yet
    void saveStateChanged(); ///< the writer's state changed, or there is another writer

private:
    void start(OpeningWish wish);
    void startNext();
    void take(const std::shared_ptr<Opening>& opening);
    void letGo(const std::function<void()>& then);
    void closeThen(const std::shared_ptr<Opening>& opening);
    void openAgain();
    /// Closes the project once all that was edited is on the disk. @param stays  with the reason; none: another is wished
    void closeSaved(const std::function<void()>& closed, const std::function<void(const QString& why)>& stays);
    void replace(Opening& opening);
    void takeProject(OpenedProject project);

    Document& m_document;
    Tasks& m_tasks;
    engine::Prober& m_prober;
    Task m_opening;
    Keeping m_keeping;
    std::unique_ptr<OpeningWish> m_nextWish; ///< starts when the running opening is over; null: none
    bool m_isOpening = false;
    std::filesystem::path m_path;
    bool m_isDamaged = false;
    std::shared_ptr<ProjectLock> m_lock; ///< null: this program may not write the project
    std::unique_ptr<ProjectWriter> m_writer;
    ProjectWriter::HistorySource m_historySource;
    std::vector<std::filesystem::path> m_datasetPaths;
};

}
