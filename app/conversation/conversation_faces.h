#pragma once

#include <QObject>
#include <QRectF>

#include <map>
#include <optional>
#include <string>

namespace widgets {
class VideoSurface;
}

namespace app {

class ConversationInSight;
class ConversationTracks;
class Document;
class Faces;
class Player;

/// The participants of a conversation in one picture: boxes with their names, who speaks, and a picture that
/// follows the speaker. Faces are those of the list (`face`), with what the project says of who is seen.
/// While a pass hides what is said, nobody is pointed at.
class ConversationFaces : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Player& player;
        Faces& faces;
        ConversationInSight& conversation;
        ConversationTracks& tracks;
        widgets::VideoSurface& video;
    };
    ConversationFaces(const Parts& parts, QObject* parent);

    void setNamed(bool isNamed);
    void setFollowing(bool isFollowing);
    bool isFollowing() const { return m_isFollowing; }
    /// Whether the conversation in sight is one picture whose participants have faces.
    bool isThere() const;

private:
    void tellNames();
    void show();
    std::optional<std::size_t> faceOf(std::size_t participant) const;

    Parts m_parts;
    bool m_isNamed = true;
    bool m_isFollowing = false;
    std::map<std::size_t, std::size_t> m_participants; ///< by the number of the face
    std::optional<std::size_t> m_followed; ///< the participant that the picture shows large
    QRectF m_part;
    std::optional<double> m_pictureTime; ///< of the picture that is shown
};

}
