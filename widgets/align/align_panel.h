#pragma once

#include "engine/alignment/audit.h"
#include "widgets/align/received_section.h"
#include "widgets/align/sequence_grid.h"
#include "widgets/align/step_list.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;

namespace widgets {

class AuditList;
class StepEditor;

/// Edits a recipe and shows what it makes of the video in sight.
class AlignPanel : public QWidget {
    Q_OBJECT
public:
    /// What a recipe can be made of.
    struct Dataset {
        std::vector<engine::Load::Item> sequences; ///< sequences that can be added, by key
        std::string frames; ///< the videos' files with `{id}`; empty: there are none
        int videos = 0;
        bool isEditable = true;
        friend bool operator==(const Dataset&, const Dataset&) = default;
    };
    /// What one step does to the video in sight.
    struct Outcome {
        QString detail;
        bool failed = false;
        std::vector<SequenceGrid::Row> sequences;
    };

    explicit AlignPanel(QWidget* parent = nullptr);

    void setDataset(const Dataset& dataset);
    /// @param chosen  the step that is shown, counted from 0
    void setRecipe(const engine::Recipe& recipe, std::size_t chosen);
    /// Sets the effects of the steps that were done; later steps have none.
    void setOutcomes(std::vector<Outcome> outcomes);
    void setFindings(std::vector<engine::AuditFinding> findings);
    /// Says why the recipe cannot be done, which keeps it from being applied. @param sentence  empty: it can
    void setProblem(const QString& sentence);
    /// The switch between aligned rows and those of the files. It is in sight while the video is aligned.
    void setRowsSwitch(QAction* action);
    /// @param video  in sight; empty: none
    void setApplied(const QString& video, bool isApplied, bool isCurrent);

    ReceivedSection& received() { return *m_received; }

signals:
    void stepChosen(std::size_t step);
    void recipeEdited(const engine::Recipe& recipe, const QString& what);
    void placeChosen(const engine::Interval& where);
    void applyRequested();
    void applyToAllRequested();
    void revertRequested();
    void copyCommandRequested();
    void copyPythonRequested();
    void saveRequested();
    void openRequested();
    void usualRequested();

private:
    QWidget* makeHead();
    QWidget* makeButtons();
    void fillAddMenu();
    void connectEditing();
    void edit(const QString& what, const std::function<void(engine::Recipe&)>& change);
    void addStep(engine::RecipeStep step);
    void refresh();
    void refreshButtons();

    Dataset m_dataset;
    engine::Recipe m_recipe;
    std::size_t m_chosen = 0;
    std::vector<Outcome> m_outcomes;
    QString m_problem;
    QString m_video;
    bool m_isApplied = false;
    bool m_isCurrent = false;

    StepList* m_steps;
    QToolButton* m_add;
    StepEditor* m_editor;
    QLabel* m_gridHead;
    SequenceGrid* m_grid;
    ReceivedSection* m_received;
    AuditList* m_audit;
    QLabel* m_why;
    QToolButton* m_rowsSwitch;
    QPushButton* m_apply;
    QPushButton* m_applyToAll;
    QPushButton* m_revert;
};

}
