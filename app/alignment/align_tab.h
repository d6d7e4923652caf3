#pragma once

#include "app/alignment/auditor.h"
#include "widgets/align/align_panel.h"

class QAction;

namespace app {

class Actions;
class Alignment;
class Document;
class Faces;
struct FileQuestion;
class Player;
class Project;
class VideoOpener;

/// The Align panel, fed from the document and its alignment.
class AlignTab : public QWidget {
    Q_OBJECT
public:
    explicit AlignTab(Document& document, Player& player, VideoOpener& videos, Faces& faces, Project& project,
                      Alignment& alignment, QWidget* parent = nullptr);

    /// Lets the actions of the menu do what the panel's buttons do.
    void connectActions(const Actions& actions);
    bool isComplete() const { return m_auditor.isCurrent(); } ///< while it is in sight

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makePanel();
    QString whyNothingIsWritten() const;
    void applyToAll();
    void writeTensors();
    void copyPython();
    void showDataset();
    void showRecipe();
    void showPreview();
    void showReceived();
    void showApplied();
    FileQuestion recipeQuestion(const QString& title) const;
    void openRecipe();
    void saveRecipe();
    void copyCommand();

    Document& m_document;
    Player& m_player;
    VideoOpener& m_videos;
    Faces& m_faces;
    Project& m_project;
    Alignment& m_alignment;
    widgets::AlignPanel* m_panel = nullptr; ///< null until it is first shown
    Auditor m_auditor;
    std::size_t m_chosen = 0; ///< place of the chosen step in the recipe
    QAction* m_rowsSwitch = nullptr;
    std::shared_ptr<const engine::PeakPyramid> m_peaks;
};

}
