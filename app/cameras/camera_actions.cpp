#include "app/cameras/camera_actions.h"

#include "app/actions/actions.h"
#include "app/cameras/camera_menu.h"
#include "app/cameras/cameras.h"
#include "app/files/file_questions.h"
#include "app/notices/notices.h"
#include "app/playback/player.h"
#include "app/video/video_opener.h"
#include "widgets/player/video_surface.h"

namespace app {

namespace {

QString captionOf(const Cameras::Participant& who)
{
    return (who.speaks ? CameraActions::tr("%1 · speaks") : CameraActions::tr("%1 · listens")).arg(who.name);
}

}

CameraActions::CameraActions(Player& player, Cameras& cameras, VideoOpener& videos, const Notices& notices,
                             const Actions& actions, CameraMenu& menu, widgets::VideoSurface& video,
                             QWidget* window)
    : QObject(window)
    , m_player(player)
    , m_cameras(cameras)
    , m_videos(videos)
    , m_notices(notices)
    , m_video(video)
    , m_window(window)
{
    connect(&cameras, &Cameras::changed, this, &CameraActions::showPictures);
    connect(&cameras, &Cameras::pictureChanged, this, &CameraActions::showPictures);
    connect(actions.at("next-camera"), &QAction::triggered, &cameras, &Cameras::showNext);
    connect(actions.at("camera-offset"), &QAction::triggered, &menu, qOverload<>(&CameraMenu::editOffset));
    connect(actions.at("add-camera"), &QAction::triggered, this, &CameraActions::askForCamera);
}

void CameraActions::showPictures()
{
    std::vector<widgets::VideoSurface::Picture> pictures;
    bool isJudged = false; // the player's own; then the frame is its, whoever speaks
    for (std::size_t other = 0; other < m_cameras.others().size(); ++other) {
        if (!m_cameras.isShown(static_cast<int>(other) + 1))
            continue;
        const Cameras::Picture picture = m_cameras.picture(other);
        const Cameras::Participant who = m_cameras.participant(static_cast<int>(other) + 1);
        pictures.push_back({picture.image, picture.message,
                            who.name.isEmpty()
                                ? QString::fromStdString(m_cameras.others()[other].file.filename().string())
                                : captionOf(who),
                            who.colour, who.speaks && !who.isSmall});
        pictures.back().isSmall = who.isSmall;
        isJudged = isJudged || who.isSmall;
    }
    const auto& own = m_player.info();
    const Cameras::Participant who = m_cameras.participant(0);
    const QString file = own ? QString::fromStdString(own->path.filename().string()) : QString();
    m_video.setCameras(pictures, m_cameras.isShown(0), who.name.isEmpty() ? file : captionOf(who), who.colour,
                       who.speaks || isJudged);
}

void CameraActions::askForCamera()
{
    if (m_videos.current().isEmpty()) {
        m_notices.say(tr("Open a video first; what another camera recorded of it can be added then."));
        return;
    }
    const auto& own = m_player.info();
    const QString path
        = askForFile(m_window,
                     {"camera", tr("Add a camera to %1").arg(m_videos.current()),
                      tr("Videos (*.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts);;All files (*)"),
                      own ? QString::fromStdString(own->path.parent_path().string()) : QString()});
    if (!path.isEmpty())
        m_cameras.add(path);
}

}
