#pragma once

#include <QObject>

#include <optional>

namespace widgets {
class VideoSurface;
}

namespace app {

class Cameras;
class ConversationInSight;
class ConversationSound;

/// How loud the participants are, over their pictures.
class ConversationFaders : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Cameras& cameras;
        ConversationInSight& conversation;
        ConversationSound& sound;
        widgets::VideoSurface& video;
    };
    ConversationFaders(const Parts& parts, QObject* parent);

private:
    std::optional<std::size_t> pictureOf(std::size_t person) const;
    void show();

    Parts m_parts;
};

}
