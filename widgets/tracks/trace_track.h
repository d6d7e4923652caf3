#pragma once

#include "engine/core/interval.h"
#include "widgets/timeline/track.h"

#include <vector>

namespace widgets {

/// Shows a continuous rating: values at a steady rate, on their scale.
class TraceTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    /// Values from `start` on, `rate` of them a second; NaN: not rated.
    struct Piece {
        double start = 0.0;
        std::vector<float> values;
    };
    struct Content {
        QString title;
        QString subtitle;
        QColor colour; ///< invalid: the theme's
        double rate = 25.0;
        double least = -1.0;
        double greatest = 1.0;
        std::vector<Piece> pieces; ///< sorted by start
    };
    void setContent(Content content);

    QString title() const override { return m_content.title; }
    QString subtitle() const override;
    QColor colour(const Theme& theme) const override;
    int minimumHeight() const override { return 44; }
    bool followsPointer() const override { return true; }
    void paint(TrackCanvas& canvas) const override;
    std::size_t partCount() const override { return m_content.pieces.size(); }
    Part part(std::size_t piece) const override;
    bool press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;

signals:
    void pressed();

private:
    void paintPiece(TrackCanvas& canvas, const Piece& piece) const;
    void paintValue(TrackCanvas& canvas) const;
    engine::Interval spanOf(const Piece& piece) const;
    double y(double value, int height) const;

    Content m_content;
};

}
