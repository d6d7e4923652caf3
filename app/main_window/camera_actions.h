#pragma once

#include <QObject>

namespace widgets {
class VideoSurface;
}

namespace app {

class Actions;
class CameraMenu;
class Session;

/// The cameras of the open video: what the player's surface shows of them, and their actions.
class CameraActions : public QObject {
    Q_OBJECT
public:
    CameraActions(Session& session, const Actions& actions, CameraMenu& menu, widgets::VideoSurface& video,
                  QWidget* window);

signals:
    void message(const QString& text);

private:
    void showPictures();
    void askForCamera();

    Session& m_session;
    widgets::VideoSurface& m_video;
    QWidget* m_window;
};

}
