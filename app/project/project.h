#pragma once

#include "app/document/document.h"
#include "app/jobs/jobs.h"
#include "app/project/opening.h"
#include "app/project/project_writer.h"
#include "engine/annotation/project/snapshots.h"

#include <QObject>

#include <memory>

namespace app {

/// Opens projects and keeps the open one: its file, its lock, and what brings edits to the disk.
///
/// Openings run one after the other, since a project belongs to the first that opens it; of several wishes
/// the last counts. Nothing here waits for the disk on the GUI thread.
class Project : public QObject {
    Q_OBJECT
public:
    /// Where edits go: into project files, or nowhere, which leaves no trace.
    enum class Keeping { InProjects, InMemory };

    Project(Document& document, Jobs& jobs, Keeping keeping, QObject* parent = nullptr);

    /// Opens a project, or a dataset list, a folder, csd and media files with the project that belongs to
    /// them.
    void open(const std::vector<std::filesystem::path>& paths);
    /// Opens the project again, although a program on another machine holds its lock.
    void takeOver();
    /// Opens a project whose dataset lies here now.
    void openMoved(const std::filesystem::path& project, const std::vector<std::filesystem::path>& dataset);
    bool isOpening() const { return m_isOpening; }

    /// Absolute path of the open project; empty: none is open.
    const std::filesystem::path& path() const { return m_path; }
    /// What the user opened: the paths of the dataset.
    const std::vector<std::filesystem::path>& datasetPaths() const { return m_datasetPaths; }
    /// Null where edits are not kept: nothing is open, or it is only looked at.
    ProjectWriter* writer() { return m_writer.get(); }
    const ProjectWriter* writer() const { return m_writer.get(); }
    bool isDamaged() const { return m_isDamaged; }

    /// Writes a copy of the project that goes on for itself, in the background.
    void saveCopy(const QString& target);
    /// Makes a folder with the project and all its media and sequences, in the background.
    void collect(const QString& folder);
    /// Writes all edits into a new project, in the background. Then `done`, on the GUI thread, with the
    /// reason when it failed.
    void writeElsewhere(const QString& target, QObject* receiver,
                        std::function<void(const QString& failure)> done);
    /// Puts an earlier state in the place of the open project, which is damaged, and opens it. The damaged
    /// file stays beside it.
    void replaceDamaged(const engine::Snapshot& version, const QString& when);

signals:
    /// Another project is about to take this one's place. What is to be noted in it is noted now.
    void closing();
    /// @param whyReadOnly  a sentence; empty: it may be edited
    /// @param lockedElsewhere  by a program on another machine, which may be gone
    /// @param lost  what of it is damaged
    void opened(const QString& whyReadOnly, bool lockedElsewhere, const QStringList& lost);
    /// A project was to be opened whose dataset is not where it was.
    void datasetMissing(const std::filesystem::path& project, const std::filesystem::path& dataset);
    void
    datasetFound(const engine::DatasetList& list); ///< after `opened`, where the project was not open yet
    void saveStateChanged(); ///< of the writer, or it is another one
    void message(const QString& text);

private:
    void start(OpeningWish wish);
    void startNext();
    void take(const std::shared_ptr<Opening>& opening);
    void letGo(const std::function<void()>& then);
    void closeThen(const std::shared_ptr<Opening>& opening);
    void replace(Opening& opening);
    void takeProject(OpenedProject project);

    Document& m_document;
    Jobs& m_jobs;
    Keeping m_keeping;
    std::unique_ptr<OpeningWish> m_nextWish; ///< begins when the opening that runs is over; null: none
    bool m_isOpening = false;
    std::filesystem::path m_path;
    bool m_isDamaged = false;
    std::shared_ptr<QLockFile> m_lock; ///< null: the project is not ours to write
    std::unique_ptr<ProjectWriter> m_writer;
    std::vector<std::filesystem::path> m_datasetPaths;
};

}
