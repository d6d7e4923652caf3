#pragma once

#include "app/conversation/conversation_in_sight.h"
#include "app/playback/frame_feed.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace widgets {
class VideoSurface;
}

namespace app {

class Document;
class Player;

/// The picture of a conversation that was recorded as a clip for each turn: at each time the clip of that
/// time; between clips black, with the time. Only the clip that is shown is open, and the one behind it.
/// While a pass hides what is said, the clips of the participant in hand alone are shown.
class ConversationClips : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Player& player;
        ConversationInSight& conversation;
        widgets::VideoSurface& video;
    };
    ConversationClips(const Parts& parts, QObject* parent);

    /// The clip that is shown, by its number in the conversation.
    std::optional<std::size_t> current() const { return m_current; }
    /// Whether the picture of the player's position is shown.
    bool isSettled() const;

private:
    struct Feed {
        std::size_t clip = 0;
        FrameFeed frames;
        QImage image; ///< that came last
        QString problem;
    };
    const engine::Conversation* clipped() const;
    bool isSeen(const engine::ConversationClip& clip) const;
    std::optional<std::size_t> clipAt(double seconds) const;
    std::optional<std::size_t> clipAfter(double seconds) const;
    void start();
    void follow();
    void open(std::unique_ptr<Feed>& feed, std::size_t clip);
    void close(std::unique_ptr<Feed>& feed);
    void keepLength();
    void showImage();
    double timeIn(std::size_t clip) const;

    Parts m_parts;
    std::optional<std::size_t> m_current;
    std::optional<std::size_t> m_shownClip; ///< the clip of the picture that is shown; absent: the time is
    std::unique_ptr<Feed> m_shown; ///< of the current clip
    std::unique_ptr<Feed> m_ready; ///< of the clip behind it
    std::vector<std::unique_ptr<Feed>> m_closing; ///< until their files are closed
    bool m_isOn = false; ///< the picture is that of clips
};

/// Where the file of a clip lies.
QString clipPath(const engine::DatasetList& list, const engine::ConversationClip& clip);

}
