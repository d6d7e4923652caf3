#pragma once

#include "app/document/document.h"
#include "app/jobs/jobs.h"
#include "engine/annotation/project/source_files.h"

#include <functional>

namespace app {

/// Watches over the files that a project's annotation was made on. The project keeps size, time and hash of
/// each; opening it compares them. The files are never written.
class SourceGuard : public QObject {
    Q_OBJECT
public:
    SourceGuard(Document& document, Jobs& jobs, QObject* parent = nullptr);

    /// @param project  absolute path of the document's project; empty: there is none
    void setProject(const std::filesystem::path& project) { m_project = project; }

    /// Looks at every file that the project knows. The answer comes by `found`, when something is not as it
    /// was.
    void check();

    /// Takes the files as they are now for what the annotation was made on.
    void keep(const std::vector<engine::SourceFile>& changed);
    /// Looks in the background where the dataset's files lie now: those that were moved and found have other
    /// places. Then calls `then`, unless another project was opened.
    void findFiles(engine::DatasetList dataset, const std::function<void(engine::DatasetList)>& then);
    /// One of the missing files lies here now: finds the others, and remembers their places. Then
    /// `relocated`.
    void locate(const std::vector<engine::SourceFile>& missing, const std::filesystem::path& nowAt);

signals:
    void found(const std::vector<engine::SourceFile>& missing,
               const std::vector<engine::SourceFile>& changed);
    /// @param stillMissing  the files that were not found
    void relocated(const QStringList& stillMissing);

private:
    std::vector<engine::SourceFile> known() const;
    /// What the project knows of a file of the dataset.
    std::optional<engine::SourceFile> known(const char* role, const std::string& name) const;
    /// A file of the dataset, and what the project knows of it.
    struct Place {
        engine::SourceFile known;
        std::filesystem::path now; ///< where the dataset has it
    };
    std::vector<Place> placesOf(const engine::DatasetList& dataset) const;
    void lookAtAll();
    void noteFilesOf(const QStringList& videos);
    void put(const std::vector<engine::SourceFile>& files);
    std::filesystem::path folder() const;

    Document& m_document;
    Jobs& m_jobs;
    std::filesystem::path m_project;
};

}
