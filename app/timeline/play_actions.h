#pragma once

#include <QObject>

#include <functional>

class QMainWindow;

namespace widgets {
class LibraryPanel;

}

namespace app {

class Actions;
class Document;
class Player;
class SegmentJump;
class TimelinePanel;
class VideoOpener;

/// The actions that play and that move the playhead, within the video and from video to video.
class PlayActions : public QObject {
    Q_OBJECT
public:
    PlayActions(Player& player, VideoOpener& videos, SegmentJump& jump, const Document& document,
                Actions& actions, TimelinePanel& timeline, widgets::LibraryPanel& library,
                QMainWindow& window);

private:
    void on(const char* action, const std::function<void()>& work);
    void connectPlaying();
    void connectWalking();
    void connectVideos(widgets::LibraryPanel& library);
    void connectZooming();
    void seekTo(std::optional<double> seconds);
    void askForTime();

    Player& m_player;
    VideoOpener& m_videos;
    SegmentJump& m_jump;
    const Document& m_document;
    Actions& m_actions;
    TimelinePanel& m_timeline;
    QMainWindow& m_window;
};

}
