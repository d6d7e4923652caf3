#pragma once

#include "engine/core/interval.h"
#include "widgets/timeline/timeline_areas.h"
#include "widgets/timeline/timeline_state.h"
#include "widgets/timeline/track_layout.h"

#include <QObject>

#include <functional>
#include <optional>

class QContextMenuEvent;
class QHelpEvent;
class QKeyEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QWheelEvent;

namespace widgets {

class HeadDrag;
class PanZoom;
class TrackGestures;

/// What a timeline does with mouse, wheel and keys: each event goes to the part whose matter it is.
class TimelineInput : public QObject {
    Q_OBJECT
public:
    static constexpr int kWheelStep = 40; ///< pixels by which a notch of the wheel moves the tracks

    /// @param state  of the timeline; the place of the pointer is set here
    /// @param areas  of the timeline as it is now
    TimelineInput(TimelineState& state, std::function<TimelineAreas()> areas, QWidget* timeline);

    bool isDragging() const;
    bool isSelecting() const; ///< a span of time
    void stopGliding();

    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void doubleClick(const QMouseEvent& event);
    void leave();
    void wheel(QWheelEvent& event);
    void pinch(const QNativeGestureEvent& event);
    bool cancels(const QKeyEvent& event) const; ///< whether the key ends a gesture on a track
    bool cancel(const QKeyEvent& event); ///< ends the gesture. @return whether there was one
    void contextMenu(const QContextMenuEvent& event);
    void showTip(const QHelpEvent& event);

signals:
    void scaleWished(const widgets::TimeScale& scale);
    void glided(double pixels); ///< the view moves to the right by these pixels
    void rowsWished(int pixels); ///< where the tracks are to be scrolled to
    void seekRequested(double seconds);
    void selectionEdited(std::optional<engine::Interval> span);
    void partDoubleClicked(widgets::Track* track, std::size_t part);
    void headPressed(widgets::Track* track);
    void menuWished(widgets::Track* track, std::optional<std::size_t> part, double seconds, QPoint global);
    /// @param track  null: below all tracks
    void headMenuWished(widgets::Track* track, QPoint global);
    void layoutWished(const widgets::TrackLayout& layout, const QString& what);
    void layoutReleased();
    void trackTouched(widgets::Track* track); ///< what follows the pointer there is another
    /// @param before, now  pixels from the left of the tracks; absent: the mouse is not over them
    void pointerMoved(std::optional<double> before, std::optional<double> now);

private:
    bool scrollByWheel(const QWheelEvent& event);
    void setPointer(std::optional<double> x);
    void hover(QPointF position);
    QRect trackArea() const { return m_areas().tracks(); }
    const TimeScale& scale() const { return m_state.axis.scale; }

    TimelineState& m_state;
    std::function<TimelineAreas()> m_areas;
    QWidget& m_timeline;
    PanZoom* m_panZoom;
    TrackGestures* m_trackGestures;
    HeadDrag* m_headDrag;
};

}
