#include "app/picture/picture_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/export/frame_picture.h"
#include "app/files/file_questions.h"
#include "app/picture/picture_window.h"
#include "app/playback/player.h"
#include "app/tasks/tasks.h"
#include "widgets/player/video_surface.h"

namespace app {

PictureActions::PictureActions(Document& document, Player& player, Tasks& tasks, const Actions& actions,
                               widgets::VideoSurface& video, QWidget* mainWindow)
    : QObject(mainWindow)
    , m_document(document)
    , m_player(player)
    , m_tasks(tasks)
    , m_actions(actions)
    , m_video(video)
    , m_mainWindow(mainWindow)
{
    QAction* subtitles = actions.at("subtitles");
    subtitles->setChecked(m_settings.subtitles());
    connect(subtitles, &QAction::toggled, this, [this](bool shown) {
        m_settings.setSubtitles(shown);
        takeWords();
    });
    connect(&document, &Document::videoChanged, this, &PictureActions::takeWords);
    connect(&document, &Document::wordsChanged, this, [this](const QString& changed) {
        if (m_document.isInSight(changed))
            takeWords();
    });
    connect(&player, &Player::positionChanged, this, &PictureActions::showSubtitle);

    QAction* shown = actions.at("show-picture");
    shown->setChecked(true);
    connect(shown, &QAction::toggled, this, [this](bool isShown) {
        m_video.setCover(isShown ? QString() : tr("The picture is hidden (menu View)."));
    });

    QAction* inWindow = actions.at("picture-window");
    connect(inWindow, &QAction::toggled, this, [this](bool isIn) { window().setInWindow(isIn); });
    const auto turnFull = [this] { window().setFullScreen(!window().fillsScreen()); };
    connect(actions.at("full-screen"), &QAction::triggered, this, turnFull);
    connect(&video, &widgets::VideoSurface::doubleClicked, this, turnFull);
    connect(actions.at("save-frame"), &QAction::triggered, this, &PictureActions::saveFrame);
}

PictureWindow& PictureActions::window()
{
    if (!m_window) {
        m_window = new PictureWindow(m_video, m_mainWindow->actions(), m_mainWindow);
        connect(m_window, &PictureWindow::inWindowChanged, m_actions.at("picture-window"),
                &QAction::setChecked);
        connect(m_window, &PictureWindow::faceMenuWished, this, &PictureActions::faceMenuWished);
        connect(m_window, &PictureWindow::clicked, &m_player, &Player::togglePlaying);
    }
    return *m_window;
}

void PictureActions::takeWords()
{
    m_subtitles = m_document.hasVideo() && m_actions.at("subtitles")->isChecked()
        ? widgets::Subtitles(m_document.words())
        : widgets::Subtitles();
    showSubtitle();
}

void PictureActions::showSubtitle()
{
    m_video.setSubtitle(m_subtitles.at(m_player.position()));
}

void PictureActions::saveFrame()
{
    const qint64 frame = m_player.frame();
    if (frame < 0) {
        m_document.notices().say(tr("There is no picture to save."));
        return;
    }
    const std::filesystem::path media = m_player.info()->path;
    const QString path = askForNewFile(
        m_mainWindow,
        {"picture", tr("Save frame"), tr("Pictures (*.png)"), dataFolder(m_document), &m_document},
        QStringLiteral("%1-%2").arg(QString::fromStdString(media.stem().string())).arg(frame),
        QStringLiteral("png"));
    if (path.isEmpty())
        return;
    m_tasks.start(
        tr("Saving a frame"), this,
        [media, frame, path](const engine::RunContext& run) {
            writeFramePicture(media, static_cast<std::size_t>(frame), path, run);
            return path;
        },
        [this](const QString& written) {
            m_document.notices().say({tr("The frame is in %1.").arg(written), written});
        });
}

}
