#pragma once

#include <QObject>

namespace widgets {
class VideoSurface;

}

namespace app {

class Actions;
class CameraMenu;
class Cameras;
class Notices;
class Player;
class VideoOpener;

/// The cameras of the open video: what the player's surface shows of them, and their actions.
class CameraActions : public QObject {
    Q_OBJECT
public:
    CameraActions(Player& player, Cameras& cameras, VideoOpener& videos, const Notices& notices,
                  const Actions& actions, CameraMenu& menu, widgets::VideoSurface& video, QWidget* window);

private:
    void showPictures();
    void askForCamera();

    Player& m_player;
    Cameras& m_cameras;
    VideoOpener& m_videos;
    const Notices& m_notices;
    widgets::VideoSurface& m_video;
    QWidget* m_window;
};

}
