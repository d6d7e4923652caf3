#pragma once

#include "app/editing/editor.h"
#include "app/project/project.h"
#include "app/project/source_guard.h"
#include "app/tasks/task.h"
#include "engine/annotation/project/merge_projects.h"

namespace app {

/// Brings other states into the open project: earlier states, copies that others edited, changed source
/// files. Each becomes a step of the history, so that undo restores the state before.
class ProjectVersions : public QObject {
    Q_OBJECT
public:
    ProjectVersions(Document& document, Editor& editor, Tasks& tasks, Project& project, SourceGuard& guard,
                    QObject* parent = nullptr);

    /// Has the dataset read again after its files were found.
    void reload() { emit datasetChanged(); }
    /// Takes words and labels from the changed sequences, and drops those that the project kept of these
    /// sequences.
    void readAgain(const std::vector<engine::SourceFile>& changed);
    /// Restores an earlier state; the present state is put aside.
    void restore(const engine::Snapshot& version, const QString& when);
    /// Merges the edits that somebody made in a copy of the project, then emits `merged`. Where both changed
    /// the same, nothing is done, and `conflicting` is emitted.
    void merge(const QString& path);
    /// Merges the copy that is in conflict as was chosen; what was not chosen stays as in mine.
    void mergeWith(const engine::ConflictChoices& choices);
    /// Leaves the project as it is.
    void forgetMerge() { m_copies.reset(); }

signals:
    /// @param proposal  what a merge would do by itself; nothing is done yet
    void conflicting(const QString& path, const engine::Merged& proposal);
    void merged(const QString& path, const engine::Merged& result);
    void datasetChanged(); ///< files of the dataset must be read again

private:
    struct Copies; ///< the other copy, and the state that both come from
    /// @param isFirst  a person is asked where there is anything to choose
    void compare(const std::shared_ptr<const Copies>& copies, const engine::ConflictChoices& choices,
                 bool isFirst);
    void apply(const Copies& copies, const engine::Merged& result);

    Document& m_document;
    Editor& m_editor;
    Task m_readingEarlier;
    Task m_readingCopy;
    Task m_merging;
    Project& m_project;
    SourceGuard& m_guard;
    std::shared_ptr<const Copies> m_copies; ///< that are in conflict
    std::size_t m_edits = 0; ///< edits that were done, undone or done again
};

}
