#pragma once

#include "app/settings/settings.h"
#include "engine/core/interval.h"
#include "engine/faces/face_corrections.h"

#include <QColor>
#include <QObject>

#include <functional>
#include <optional>

class QAction;
class QMenu;
class QToolButton;

namespace widgets {
class VideoSurface;

}

namespace app {

class Actions;
class Document;
class Editor;
class Faces;
class Player;

/// Faces over the picture, and what a person says of them: who they are, who is the same, who speaks.
class FaceActions : public QObject {
    Q_OBJECT
public:
    /// @param selection  the selected span of time
    FaceActions(Document& document, Editor& editor, Player& player, Faces& faces, const Actions& actions,
                std::function<std::optional<engine::Interval>()> selection, widgets::VideoSurface& video,
                QWidget* mainWindow);

    /// The menu of one face. @param where  on the screen
    void openMenu(std::size_t person, QPoint where);
    void rename(std::size_t person); ///< asks for a name

private:
    /// What a choice about who speaks is about: the selection, else the labelled segment under the playhead.
    struct Part {
        engine::Interval span;
        QString name;
    };
    std::optional<Part> partInHand() const;
    void setShown(bool shown);
    void makeChip(QAction* shown);
    void placeChip();
    void show();
    void tellWhetherThere();
    void openPeople();
    void fill(QMenu& menu, std::size_t person);
    void fillSame(QMenu& menu, std::size_t person);
    void fillSpeaking(QMenu& menu, std::size_t person);
    double shownTime() const; ///< a moment before the picture that is shown: it counts as later
    void edit(const QString& name,
              const std::function<engine::FaceCorrections(engine::FaceCorrections)>& change);
    void correct(const QString& name, const engine::FaceCorrection& step);

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    Faces& m_faces;
    const Actions& m_actions;
    std::function<std::optional<engine::Interval>()> m_selection;
    widgets::VideoSurface& m_video;
    QWidget* m_mainWindow;
    QToolButton* m_chip = nullptr;
    QColor m_ink; ///< of the chip's picture
    Settings m_settings;
    std::optional<double> m_pictureTime; ///< of the picture that is shown
};

}
