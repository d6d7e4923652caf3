#pragma once

#include "app/document/document.h"
#include "app/tasks/tasks.h"
#include "engine/annotation/project/source_files.h"

#include <filesystem>
#include <functional>
#include <map>

namespace app {

/// Watches the source files of a project, on which its annotation was made. The project keeps size, time and
/// hash of each; opening it compares them. The files are never written.
class SourceGuard : public QObject {
    Q_OBJECT
public:
    SourceGuard(Document& document, Tasks& tasks, QObject* parent = nullptr);

    /// @param project  absolute path of the document's project; empty: there is none
    void setProject(const std::filesystem::path& project);

    /// Checks every file that the project knows. Emits `found` when any file is missing or has changed.
    void check();

    /// This program has written these files, from `since` until now: the next check accepts what they are by
    /// then, unless they were written once more.
    /// @param goesOn  the writing does: what they become is accepted until this is called without
    void expect(const std::vector<std::filesystem::path>& written, std::filesystem::file_time_type since,
                bool goesOn);

    /// Accepts the present state of these files as the one on which the annotation was made.
    void keep(const std::vector<engine::SourceFile>& changed);
    /// Looks in the background for the present places of the dataset's files. Then calls `then` with the
    /// dataset, in which moved files that were found have their new places; it is not called when another
    /// project was opened.
    void findFiles(engine::DatasetList dataset, const std::function<void(engine::DatasetList)>& then);
    /// Takes the new place of one missing file, finds the others from it and remembers their places. Then
    /// emits `relocated`.
    void locate(const std::vector<engine::SourceFile>& missing, const std::filesystem::path& nowAt);

signals:
    void found(const std::vector<engine::SourceFile>& missing,
               const std::vector<engine::SourceFile>& changed);
    /// @param stillMissing  the files that were not found
    void relocated(const QStringList& stillMissing);

private:
    std::vector<engine::SourceFile> known() const;
    /// When this program wrote a file.
    struct Written {
        std::filesystem::file_time_type since;
        std::filesystem::file_time_type until;
    };
    void lookAtAll();
    void noteFilesOf(const QStringList& videos);
    void put(const std::vector<engine::SourceFile>& files);
    std::filesystem::path folder() const;

    Document& m_document;
    Tasks& m_tasks;
    Task m_findingMoved;
    Task m_looking;
    Task m_findingFiles;
    Task m_locating;
    std::filesystem::path m_project;
    std::map<std::filesystem::path, Written> m_written; ///< by this program, and when
};

}
