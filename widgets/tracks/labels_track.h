#pragma once

#include "engine/sequences/timed_features.h"
#include "widgets/timeline/track.h"
#include "widgets/tracks/edge_grip.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace widgets {

/// Labelled segments: sentiment as number and colour, the strongest emotion beside it. A click selects one,
/// edges can be dragged.
class LabelsTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    /// @param labels  NaN: nobody labelled this
    /// @param names  one per column; column 0 is the sentiment.
    void setLabels(engine::TimedFeatures labels, QStringList names);
    void letGo() { m_grip.letGo(); } ///< another video came under the mouse
    void setSelected(std::optional<std::size_t> segment);

    QString title() const override;
    QString subtitle() const override;
    QColor colour(const Theme& theme) const override { return theme.positive; }
    int minimumHeight() const override { return 36; }
    int stretch() const override { return 0; }
    void paint(TrackCanvas& canvas) const override;
    std::optional<Qt::CursorShape> cursor(QPointF position, const TimeScale& scale) const override;
    bool press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;
    void move(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;
    void release() override;
    void cancel() override;

signals:
    void pressed(); ///< anywhere
    void segmentClicked(std::size_t segment, double seconds);
    /// At every move of the mouse. Without snapping where Alt is held.
    void edgeDragged(const widgets::IntervalEdge& edge, double seconds, Qt::KeyboardModifiers modifiers);
    void edgeReleased();

private:
    QString detail(std::size_t segment) const;

    engine::TimedFeatures m_labels;
    QStringList m_names;
    std::optional<std::size_t> m_selected;
    EdgeGrip m_grip;
};

}
