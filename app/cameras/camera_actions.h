#pragma once

#include <QObject>

namespace widgets {
class VideoSurface;
}

namespace app {

class Actions;
class CameraMenu;
class Cameras;
class Player;
class VideoOpener;

/// The cameras of the open video: what the player's surface shows of them, and their actions.
class CameraActions : public QObject {
    Q_OBJECT
public:
    CameraActions(Player& player, Cameras& cameras, VideoOpener& videos, const Actions& actions,
                  CameraMenu& menu, widgets::VideoSurface& video, QWidget* window);

signals:
    void message(const QString& text);

private:
    void showPictures();
    void askForCamera();

    Player& m_player;
    Cameras& m_cameras;
    VideoOpener& m_videos;
    widgets::VideoSurface& m_video;
    QWidget* m_window;
};

}
