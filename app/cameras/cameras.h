#pragma once

#include "app/playback/frame_feed.h"
#include "app/project/camera_items.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace app {

class Document;
class Editor;
class Tasks;
class Player;

/// The cameras of the video that plays. The first is the player's own picture; the others follow its
/// position, each by its offset. Says which of them are shown; adds, moves and removes them as steps of the
/// history.
class Cameras : public QObject {
    Q_OBJECT
public:
    Cameras(Document& document, Editor& editor, Tasks& tasks, Player& player, QObject* parent = nullptr);

    /// The folder that the project's paths are relative to; empty: there is no project.
    void setProjectFolder(const std::filesystem::path& folder) { m_projectFolder = folder; }
    /// Tells that the player has the media of this video now.
    void setVideo(const QString& video);

    /// Whose recording the player's own picture or another camera is.
    struct Participant {
        QString name; ///< empty: no participant's
        int colour = 0; ///< number of Theme::trackColour()
        bool speaks = false; ///< now
        bool isSmall = false; ///< another person's picture is judged
        friend bool operator==(const Participant&, const Participant&) = default;
    };
    /// The recordings of the other participants of the conversation in sight are cameras as well, behind the
    /// others; when they come, all are shown.
    /// @param cameras  one for each of `people` but the first, which is the player's own
    void setParticipants(std::vector<Camera> cameras, std::vector<Participant> people);
    void setSpeaking(const std::vector<bool>& speaks); ///< one for each of the people
    /// Whether the player's own picture is judged, and the others only stand beside.
    void setOwnJudged(bool isJudged);
    /// Whose recording it is. @param camera  0: the player's own, k: the k-th other
    Participant participant(int camera) const;

    /// The cameras beside the player's own.
    const std::vector<Camera>& others() const { return m_others; }
    /// Which camera is shown: 0 is the player's own, k the k-th other; kAll: all, side by side. The number
    /// of a camera that the video lacks counts as 0.
    static constexpr int kAll = -1;
    int shown() const;
    void show(int camera);
    void showNext(); ///< the next camera; after the last one all of them, then the first
    bool isShown(int camera) const { return shown() == kAll || shown() == camera; }

    /// What another camera shows at the player's position.
    struct Picture {
        QImage image; ///< null: there is no picture
        QString message; ///< why there is no picture
    };
    Picture picture(std::size_t other) const;
    /// Seconds that one frame of another camera lasts; 10 ms until that is known.
    double frameLength(std::size_t other) const;
    /// True when each camera that is shown has the picture of the player's position.
    bool isSettled() const;

    /// Looks at a file, then makes it a camera of this video.
    void add(const QString& path);
    /// @param gesture  number of the gesture that this is a step of; 0: it is a step by itself
    void setOffset(std::size_t other, double seconds, int gesture);
    void remove(std::size_t other); ///< a camera that a person added

signals:
    void changed(); ///< which cameras there are, their offsets, or which are shown
    void pictureChanged(); ///< of a camera that is shown
    /// A person moved the recording of a participant. @param begins  seconds on the timeline
    /// @param gesture  as of setOffset()
    void participantMoved(const QString& participant, double begins, int gesture);

private:
    struct Feed {
        FrameFeed frames;
        QImage image;
        QString problem;
        bool isOpen = false;
        bool isWithin = false; ///< the camera was recording at the player's position
    };
    void read();
    void close(std::unique_ptr<Feed> feed);
    void openShown();
    void follow();
    double timeIn(std::size_t other) const;
    bool isWithin(std::size_t other) const;
    engine::SourceFile withFreeName(engine::SourceFile file, const std::string& video) const;

    Document& m_document;
    Editor& m_editor;
    Tasks& m_tasks;
    Player& m_player;
    std::filesystem::path m_projectFolder;
    QString m_video;
    std::vector<Camera> m_others;
    std::vector<Camera> m_participants; ///< the last of `m_others`
    std::vector<Participant> m_people; ///< the player's own first
    std::vector<std::unique_ptr<Feed>> m_feeds; ///< one for each other
    std::vector<std::unique_ptr<Feed>> m_closing; ///< of cameras that are gone
    int m_shown = 0; ///< as a person chose it, even where the video lacks it
};

}
