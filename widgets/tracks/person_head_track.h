#pragma once

#include "widgets/timeline/track.h"

namespace widgets {

/// The head of the tracks that belong to one participant of a conversation. A click folds those tracks away,
/// or brings them back.
class PersonHeadTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    struct Content {
        QString name;
        QString detail; ///< the file, the role
        int colour = 0; ///< number of Theme::trackColour()
        bool isInHand = false; ///< the tracks are those that keys edit
        bool isFolded = false;
        bool canFold = true;

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
    std::size_t partCount() const override { return 1; }
    Part part(std::size_t) const override;
    std::optional<Qt::CursorShape> cursor(QPointF position, const TimeScale& scale) const override;
    bool press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers) override;

signals:
    void foldWished(bool isFolded);

private:
    Content m_content;
};

}
