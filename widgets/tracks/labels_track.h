#pragma once

#include "engine/sequences/timed_features.h"
#include "widgets/tracks/interval_track.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace widgets {

/// Labelled segments: sentiment as number and colour, the strongest emotion beside it. A click selects one,
/// edges can be dragged.
class LabelsTrack : public IntervalTrack {
    Q_OBJECT
public:
    using IntervalTrack::IntervalTrack;

    /// @param labels  NaN: nobody labelled this
    /// @param names  one per column; column 0 is the sentiment.
    void setLabels(engine::TimedFeatures labels, QStringList names);
    void setSelected(std::optional<std::size_t> segment);

    QString title() const override;
    QString subtitle() const override;
    QColor colour(const Theme& theme) const override { return theme.positive; }
    int minimumHeight() const override { return 36; }
    int stretch() const override { return 0; }
    void paint(TrackCanvas& canvas) const override;
    bool press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;

signals:
    void segmentClicked(std::size_t segment, double seconds);

protected:
    std::span<const engine::Interval> intervals() const override { return m_labels.intervals; }

private:
    QString detail(std::size_t segment) const;

    engine::TimedFeatures m_labels;
    QStringList m_names;
    std::optional<std::size_t> m_selected;
};

}
