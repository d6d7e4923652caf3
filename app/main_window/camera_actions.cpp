#include "app/main_window/camera_actions.h"

#include "app/actions/actions.h"
#include "app/main_window/camera_menu.h"
#include "app/session/session.h"
#include "widgets/player/video_surface.h"

#include <QFileDialog>

namespace app {

CameraActions::CameraActions(Session& session, const Actions& actions, CameraMenu& menu,
                             widgets::VideoSurface& video, QWidget* window)
    : QObject(window)
    , m_session(session)
    , m_video(video)
    , m_window(window)
{
    Cameras& cameras = session.cameras();
    connect(&cameras, &Cameras::changed, this, &CameraActions::showPictures);
    connect(&cameras, &Cameras::pictureChanged, this, &CameraActions::showPictures);
    connect(&menu, &CameraMenu::message, this, &CameraActions::message);
    connect(actions.at("next-camera"), &QAction::triggered, &cameras, &Cameras::showNext);
    connect(actions.at("camera-offset"), &QAction::triggered, &menu, qOverload<>(&CameraMenu::editOffset));
    connect(actions.at("add-camera"), &QAction::triggered, this, &CameraActions::askForCamera);
}

void CameraActions::showPictures()
{
    const Cameras& cameras = m_session.cameras();
    std::vector<widgets::VideoSurface::Picture> pictures;
    for (std::size_t other = 0; other < cameras.others().size(); ++other) {
        if (!cameras.isShown(static_cast<int>(other) + 1))
            continue;
        const Cameras::Picture picture = cameras.picture(other);
        pictures.push_back({picture.image, picture.message,
                            QString::fromStdString(cameras.others()[other].file.filename().string())});
    }
    const auto& own = m_session.player().info();
    m_video.setCameras(pictures, cameras.isShown(0),
                       own ? QString::fromStdString(own->path.filename().string()) : QString());
}

void CameraActions::askForCamera()
{
    if (m_session.currentVideo().isEmpty()) {
        emit message(tr("Open a video first; what another camera recorded of it can be added then."));
        return;
    }
    const auto& own = m_session.player().info();
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Add a camera to %1").arg(m_session.currentVideo()),
        own ? QString::fromStdString(own->path.parent_path().string()) : QString(),
        tr("Videos (*.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts);;All files (*)"));
    if (!path.isEmpty())
        m_session.cameras().add(path);
}

}
