#pragma once

#include "engine/core/interval.h"
#include "widgets/timeline/track.h"

#include <vector>

namespace widgets {

/// Shows what was suggested for a tier and nobody has accepted yet: dashed boxes, or dashed curves of a
/// continuous rating, each with how sure it is as a bar at its foot and as a number. What is below the
/// threshold is drawn in the colour of attention. It cannot be taken for anything that a person gave.
class DraftTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    struct Piece {
        engine::Interval span;
        QString text;
        double confidence = 0.0; ///< 0…1
        std::vector<float> samples; ///< of a continuous rating, evenly over the span; else empty
    };
    struct Content {
        QString title;
        QString subtitle;
        double threshold = 0.0; ///< what is surer may be accepted unseen
        double least = -1.0; ///< of the scale of samples
        double greatest = 1.0;
        std::vector<Piece> pieces; ///< sorted by start
    };
    void setContent(Content content);
    const Content& content() const { return m_content; }

    QString title() const override { return m_content.title; }
    QString subtitle() const override { return m_content.subtitle; }
    QColor colour(const Theme& theme) const override { return theme.accent; }
    int minimumHeight() const override { return 34; }
    int stretch() const override { return 0; }
    void paint(TrackCanvas& canvas) const override;
    std::size_t partCount() const override { return m_content.pieces.size(); }
    Part part(std::size_t piece) const override;
    std::optional<std::size_t> partAt(QPointF position, const TimeScale& scale) const override;
    bool press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;

signals:
    void pressed(std::size_t piece); ///< a person clicked on it

private:
    void paintPiece(TrackCanvas& canvas, const Piece& piece) const;
    void paintSamples(TrackCanvas& canvas, const Piece& piece) const;

    Content m_content;
};

}
