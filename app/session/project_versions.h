#pragma once

#include "app/editing/editor.h"
#include "app/project/project.h"
#include "app/project/source_guard.h"
#include "engine/annotation/project/merge_projects.h"

namespace app {

/// Other states of the open project: earlier ones, copies that others edited, files that changed under it.
/// Each becomes a step of the history, so that undo brings back what was.
class ProjectVersions : public QObject {
    Q_OBJECT
public:
    ProjectVersions(Document& document, Editor& editor, Jobs& jobs, Project& project, SourceGuard& guard,
                    QObject* parent = nullptr);

    /// Lets the dataset be read again: its files were found.
    void reload() { emit datasetChanged(); }
    /// Takes words and labels from changed sequences as they are now; those that the project kept of them go.
    void readAgain(const std::vector<engine::SourceFile>& changed);
    /// Makes the project what it was; what it is now is put aside.
    void restore(const engine::Snapshot& version, const QString& when);
    /// Brings in what somebody else did in a copy of the project. Then `merged`.
    void merge(const QString& path);

signals:
    void merged(const QString& path, const engine::Merged& result);
    void datasetChanged(); ///< its files are to be read again
    void message(const QString& text);

private:
    Document& m_document;
    Editor& m_editor;
    Jobs& m_jobs;
    Project& m_project;
    SourceGuard& m_guard;
};

}
