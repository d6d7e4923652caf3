#pragma once

#include "widgets/timeline/track.h"

namespace widgets {

/// The head of the tracks that belong to one participant of a conversation: two buttons mute the participant,
/// or let nobody else be heard; a click beside the buttons folds those tracks away, or brings them back.
class PersonHeadTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    /// How the participant is heard.
    struct Sound {
        bool isMuted = false;
        bool isSolo = false; ///< only those with solo are heard
        bool isHeard = true; ///< after all that is set for anybody
        friend bool operator==(const Sound&, const Sound&) = default;
    };
    struct Content {
        QString name;
        QString detail; ///< the file, the role
        int colour = 0; ///< number of Theme::trackColour()
        bool isInHand = false; ///< the tracks are those that keys edit
        bool isFolded = false;
        bool canFold = true;
        std::optional<Sound> sound = {}; ///< absent: it cannot be told from that of the others

        friend bool operator==(const Content&, const Content&) = default;
    };
    void setContent(const Content& content);
    const Content& content() const { return m_content; }

    QString title() const override { return m_content.name; }
    QString subtitle() const override { return m_content.detail; }
    QColor colour(const Theme& theme) const override { return theme.trackColour(m_content.colour); }
    int minimumHeight() const override { return 24; }
    int stretch() const override { return 0; }
    void paint(TrackCanvas& canvas) const override;
    void fillDisplayMenu(QMenu& menu) override;
    std::size_t partCount() const override { return 1; }
    Part part(std::size_t) const override;
    std::optional<Qt::CursorShape> cursor(QPointF position, const TimeScale& scale) const override;
    bool press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers) override;
    bool followsPointer() const override { return m_content.sound.has_value(); }

signals:
    void foldWished(bool isFolded);
    void muteWished(bool isMuted);
    void soloWished(bool isSolo);

private:
    enum class Button { None, Mute, Solo };
    Button buttonAt(QPointF position) const;
    void paintButton(TrackCanvas& canvas, Button button) const;
    QString textAt(Button button) const;
    QString soundText() const;

    Content m_content;
};

}
