#pragma once

#include "app/alignment/alignment_preview.h"
#include "app/editing/editor.h"
#include "app/tasks/tasks.h"

namespace app {

/// The recipe that the Align panel edits, where it is applied, and what it makes of the video in sight.
///
/// Both are items of the project, so every change is a step of the history. What a recipe makes is never
/// stored here: it follows words and labels as they are edited.
class Alignment : public QObject {
    Q_OBJECT
public:
    Alignment(Document& document, Editor& editor, Tasks& tasks, QObject* parent = nullptr);

    void setDataset(std::shared_ptr<const OpenDataset> dataset);

    const engine::Recipe& recipe() const { return m_recipe; }
    /// The recipe together with what only the project knows: offsets of sequences, and what lies at 0 s.
    engine::Recipe recipeInProject() const;
    /// Changes the recipe as one step of the history. @param what  the name of the step
    void setRecipe(const engine::Recipe& recipe, const QString& what);
    engine::Recipe usual() const; ///< the recipe that a new project begins with

    /// Tells whether the panel is in sight. While it is not, no preview is made for it.
    void setPanelShown(bool shown);
    const AlignmentPreview& preview() const { return m_preview; }

    /// The recipe that was applied to the video in sight; absent: the video shows its files.
    const std::optional<engine::Recipe>& applied() const { return m_applied; }
    /// What the applied recipe makes of the video.
    const AlignmentPreview& appliedPreview() const { return m_appliedPreview; }
    /// Applies the recipe to the video in sight, as a step of the history. A recipe that cannot be done is
    /// refused with a message.
    void apply();
    void revert(); ///< takes the applied recipe from the video in sight
    /// Runs the recipe over the whole dataset, in the background, into a folder, and then applies it to all
    /// videos. A run that was stopped goes on at the next call.
    void applyToAll(const std::filesystem::path& folder);
    /// Writes what the recipe makes of all videos as arrays for training, beside their recipe. Ids that a
    /// sequence lacks are dropped (hard unify), and labels are not padded.
    /// @param byFold  an array for each fold of the dataset; else one of all
    void writeTensors(const std::filesystem::path& folder, engine::TensorSettings settings, bool byFold);
    /// Reads a recipe in the background and takes it, as one step of the history.
    void open(const std::filesystem::path& path);
    /// Writes the recipe with the edited tiers beside it, then calls `done` on the GUI thread.
    void save(const std::filesystem::path& path, std::function<void()> done);

    bool isSettled() const { return m_preview.isCurrent() && m_appliedPreview.isCurrent(); }

signals:
    void recipeChanged();
    void previewChanged();
    void appliedChanged();
    void rowsAligned(); ///< somebody applied the recipe to one video or to all

private:
    void applyWhenTried();
    std::filesystem::path root() const;
    void readRecipe();
    void readApplied();
    void ask();
    std::optional<AlignmentPreview::Wish> wish(const engine::Recipe& recipe) const;

    Document& m_document;
    Editor& m_editor;
    Tasks& m_tasks;
    Task m_aligning;
    Task m_writing;
    Task m_reading;
    std::shared_ptr<const OpenDataset> m_dataset;
    engine::Recipe m_recipe;
    std::optional<engine::Recipe> m_applied;
    bool m_isPanelShown = false;
    QString m_videoToAlign; ///< waits until the preview tells what the recipe makes of it; empty: none does
    AlignmentPreview m_preview;
    AlignmentPreview m_appliedPreview;
};

}
