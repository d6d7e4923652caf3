#pragma once

#include "app/editing/editor.h"
#include "app/project/project.h"
#include "app/project/source_guard.h"
#include "engine/annotation/project/merge_projects.h"

namespace app {

/// Brings other states into the open project: earlier states, copies that others edited, changed source
/// files. Each becomes a step of the history, so that undo restores the state before.
class ProjectVersions : public QObject {
    Q_OBJECT
public:
    ProjectVersions(Document& document, Editor& editor, Jobs& jobs, Project& project, SourceGuard& guard,
                    QObject* parent = nullptr);

    /// Has the dataset read again after its files were found.
    void reload() { emit datasetChanged(); }
    /// Takes words and labels from the changed sequences, and drops those that the project kept of these
    /// sequences.
    void readAgain(const std::vector<engine::SourceFile>& changed);
    /// Restores an earlier state; the present state is put aside.
    void restore(const engine::Snapshot& version, const QString& when);
    /// Merges the edits that somebody made in a copy of the project, then emits `merged`.
    void merge(const QString& path);

signals:
    void merged(const QString& path, const engine::Merged& result);
    void datasetChanged(); ///< its files must be read again
    void message(const QString& text);

private:
    Document& m_document;
    Editor& m_editor;
    Jobs& m_jobs;
    Project& m_project;
    SourceGuard& m_guard;
};

}
