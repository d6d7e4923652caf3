#pragma once

#include "engine/core/interval.h"
#include "widgets/timeline/track.h"

#include <optional>
#include <vector>

namespace widgets {

/// By how much another model says more, or less, than the one that predicts: a bar for each segment, on the
/// colours of the scale.
class DifferenceTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    struct Segment {
        engine::Interval interval;
        std::optional<double> difference; ///< the other less the one that predicts; absent: not known yet
        bool isCurrent = true; ///< false: drawn pale

        friend bool operator==(const Segment&, const Segment&) = default;
    };
    void setSegments(std::vector<Segment> segments);
    void setNames(const QString& leading, const QString& other);
    void setScale(double low, double high); ///< low < high: half of it fills the track

    QString title() const override { return tr("Difference"); }
    QString subtitle() const override;
    QString headTip() const override;
    QColor colour(const Theme& theme) const override { return theme.muted; }
    int minimumHeight() const override { return 36; }
    void paint(TrackCanvas& canvas) const override;
    std::size_t partCount() const override { return m_segments.size(); }
    Part part(std::size_t segment) const override;

private:
    std::vector<Segment> m_segments; ///< sorted by start
    QString m_leading;
    QString m_other;
    double m_range = 6.0;
};

}
