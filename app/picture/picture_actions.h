#pragma once

#include "app/settings/settings.h"
#include "widgets/player/subtitles.h"

#include <QObject>

namespace widgets {
class VideoSurface;

}

namespace app {

class Actions;
class PictureWindow;
class Document;
class Tasks;
class Player;

/// The actions on the picture: subtitles, hiding it, full screen, a window of its own, saving a frame.
class PictureActions : public QObject {
    Q_OBJECT
public:
    PictureActions(Document& document, Player& player, Tasks& tasks, const Actions& actions,
                   widgets::VideoSurface& video, QWidget* mainWindow);

signals:
    void faceMenuWished(std::size_t person, QPoint where); ///< in the picture's own window

private:
    void takeWords();
    void showSubtitle();
    void saveFrame();
    PictureWindow& window();

    Document& m_document;
    Player& m_player;
    Tasks& m_tasks;
    const Actions& m_actions;
    widgets::VideoSurface& m_video;
    QWidget* m_mainWindow;
    PictureWindow* m_window = nullptr; ///< made when it is first needed
    widgets::Subtitles m_subtitles; ///< empty while they are not shown
    Settings m_settings;
};

}
