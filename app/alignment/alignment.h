#pragma once

#include "app/alignment/alignment_preview.h"
#include "app/editing/editor.h"
#include "app/jobs/jobs.h"

namespace app {

/// The recipe that the Align panel edits, where it is applied, and what it makes of the video in sight.
///
/// Both are items of the project, so every change is a step of the history. What a recipe makes is never
/// stored here: it follows words and labels as they are edited.
class Alignment : public QObject {
    Q_OBJECT
public:
    Alignment(Document& document, Editor& editor, Jobs& jobs, QObject* parent = nullptr);

    void setDataset(std::shared_ptr<const OpenDataset> dataset);

    const engine::Recipe& recipe() const { return m_recipe; }
    /// The same with the offsets of sequences and the zero that the project has, which its files lack.
    engine::Recipe recipeInProject() const;
    /// One step of the history. @param what  its name
    void setRecipe(const engine::Recipe& recipe, const QString& what);
    engine::Recipe usual() const; ///< what a project begins with

    /// Whether the panel is in sight; else nothing is worked out for it.
    void setPanelShown(bool shown);
    const AlignmentPreview& preview() const { return m_preview; }

    /// The recipe that the video in sight is shown by; absent: it is as its files have it.
    const std::optional<engine::Recipe>& applied() const { return m_applied; }
    /// What it makes of the video.
    const AlignmentPreview& appliedPreview() const { return m_appliedPreview; }
    void apply(); ///< to the video in sight, as a step of the history
    void revert(); ///< the video in sight
    /// Runs the recipe over the whole dataset, in the background, into a folder, and then applies it to all
    /// videos. What was stopped goes on when it is called again.
    void applyToAll(const std::filesystem::path& folder);
    /// Writes the recipe, with the edited tiers beside it; then `done` on the GUI thread.
    void save(const std::filesystem::path& path, std::function<void()> done);

    bool isSettled() const { return m_preview.isCurrent() && m_appliedPreview.isCurrent(); }

signals:
    void recipeChanged();
    void previewChanged();
    void appliedChanged();
    void message(const QString& text);

private:
    std::filesystem::path root() const;
    void readRecipe();
    void readApplied();
    void ask();
    std::optional<AlignmentPreview::Wish> wish(const engine::Recipe& recipe) const;

    Document& m_document;
    Editor& m_editor;
    Jobs& m_jobs;
    std::shared_ptr<const OpenDataset> m_dataset;
    engine::Recipe m_recipe;
    std::optional<engine::Recipe> m_applied;
    bool m_isPanelShown = false;
    AlignmentPreview m_preview;
    AlignmentPreview m_appliedPreview;
};

}
