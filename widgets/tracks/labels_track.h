#pragma once

#include "engine/sequences/timed_features.h"
#include "widgets/tracks/interval_track.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace widgets {

/// Shows labelled segments: each has its first label as number and colour, and the strongest other beside it;
/// where it has none, the class that it is labelled as, or what it says.
/// A click selects a segment; edges can be dragged.
class LabelsTrack : public IntervalTrack {
    Q_OBJECT
public:
    using IntervalTrack::IntervalTrack;

    /// @param labels  NaN: nobody labelled this
    /// @param names  one per column, the first label in column 0
    /// @param said  one per segment: its class, or its text; empty: nothing
    void setLabels(engine::TimedFeatures labels, QStringList names, QStringList said = {});
    /// Of column 0: colours and numbers follow the scale.
    void setScale(double low, double high);
    /// Sets the segment under the playhead.
    void setCurrent(std::optional<std::size_t> segment);
    std::optional<std::size_t> current() const { return m_current; }

    QString title() const override;
    QString subtitle() const override;
    QColor colour(const Theme& theme) const override { return theme.positive; }
    int stretch() const override { return 0; }
    void paint(TrackCanvas& canvas) const override;
    std::size_t partCount() const override { return m_labels.intervals.size(); }
    Part part(std::size_t segment) const override;

protected:
    std::pair<int, int> laneExtent(int trackHeight) const override { return {3, trackHeight - 6}; }
    int heightOfOneLane() const override { return 36; }

private:
    void paintBox(TrackCanvas& canvas, const QRectF& rect, std::size_t segment, const QFont& number) const;
    QString detail(std::size_t segment) const;
    QColor colourOf(double value, const Theme& theme) const;
    bool hasNumber(std::size_t segment) const;

    engine::TimedFeatures m_labels;
    double m_low = -3.0;
    double m_high = 3.0;
    QStringList m_names;
    QStringList m_said;
    std::optional<std::size_t> m_current;
};

}
