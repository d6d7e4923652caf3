#pragma once

#include "engine/core/interval.h"
#include "widgets/timeline/track.h"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace widgets {

/// What is said of one segment, as points on the axis of the label's scale, which runs from the segment's
/// start to its end; or as a box with the value that is suggested.
class EvidenceTrack : public Track {
    Q_OBJECT
public:
    EvidenceTrack(QString title, QString subtitle, QObject* parent);

    enum class Tone { Accent, Value, Language, Sound, Vision };
    struct Point {
        double value = 0.0; ///< in the units of the label
        QString name; ///< below it; empty: none
        Tone tone = Tone::Accent; ///< Value: coloured by the value
        friend bool operator==(const Point&, const Point&) = default;
    };
    struct Evidence {
        engine::Interval span; ///< seconds
        double low = -3.0, high = 3.0; ///< of the scale
        std::vector<Point> points;
        std::optional<double> label; ///< marked; absent: it is not
        QString caption; ///< beside the points, or in the box
        bool isBox = false; ///< a dashed box over the whole span instead of an axis
        QString sentence; ///< all of it, for screen readers
        friend bool operator==(const Evidence&, const Evidence&) = default;
    };
    void setEvidence(std::optional<Evidence> evidence); ///< absent: nothing is drawn

    QString title() const override { return m_title; }
    QString subtitle() const override { return m_subtitle; }
    QColor colour(const Theme& theme) const override { return theme.accent; }
    int minimumHeight() const override { return 34; }
    int stretch() const override { return 0; }
    void paint(TrackCanvas& canvas) const override;
    std::size_t partCount() const override { return m_evidence ? 1 : 0; }
    Part part(std::size_t part) const override;

private:
    void paintBox(TrackCanvas& canvas) const;
    void paintAxis(TrackCanvas& canvas) const;
    void paintNames(QPainter& painter, const QFontMetricsF& metrics, const Theme& theme,
                    const std::function<double(double)>& x, std::pair<double, double> room, double top) const;

    QString m_title;
    QString m_subtitle;
    std::optional<Evidence> m_evidence;
};

}
