#pragma once

#include "engine/core/interval.h"
#include "widgets/timeline/timeline_state.h"

#include <QObject>

#include <functional>

namespace widgets {

/// Which part of the recording a timeline shows, and how close.
class TimelineZoom : public QObject {
    Q_OBJECT
public:
    /// @param state  of the timeline, whose axis is set here
    /// @param width  of the tracks as they are now, in pixels
    TimelineZoom(TimelineState& state, std::function<double()> width, QObject* parent);

    const TimeScale& scale() const { return m_axis.scale; }
    void setScale(const TimeScale& scale);
    void setClosest(double pixelsPerSecond);
    void zoomAroundPlayhead(double factor);
    void zoomTo(engine::Interval span);
    void showAll();
    void panByScreens(double screens);
    void ensureVisible(double seconds);
    bool isVisible(double seconds) const;
    /// After the tracks became wider or narrower: a view that showed the whole file goes on showing it.
    void keep(double widthBefore);
    void glide(double pixels);

signals:
    void glideEnded(); ///< at the rim, or because the scale was set
    void changed();

private:
    void apply(const TimeScale& scale);

    TimeAxis& m_axis;
    const TimelineMarks& m_marks;
    std::function<double()> m_width;
};

}
