#pragma once

#include "widgets/base/time_scale.h"

#include <QObject>
#include <QRect>

class QMouseEvent;
class QNativeGestureEvent;
class QWheelEvent;

namespace widgets {

class KineticPan;

/// Pans and zooms a time axis with the mouse. The wheel pans, or with Ctrl zooms around the pointer; a pinch
/// zooms; a drag with the middle button pans and glides on when it is released in motion.
class PanZoom : public QObject {
    Q_OBJECT
public:
    explicit PanZoom(QObject* parent = nullptr);

    /// @param scale  the present one. @param area  where the tracks lie
    void wheel(const QWheelEvent& event, const TimeScale& scale, const QRect& area);
    void pinch(const QNativeGestureEvent& event, const TimeScale& scale, const QRect& area);

    void press(const QMouseEvent& event, const TimeScale& scale);
    void move(const QMouseEvent& event);
    /// @param glides  false: the view stops where it is
    void release(const QMouseEvent& event, bool glides);
    bool isDragging() const { return m_dragging; }
    void stop(); ///< ends the glide

signals:
    void scaleWished(const widgets::TimeScale& scale);
    void glided(double pixels); ///< the view moves to the right by these pixels

private:
    KineticPan* m_glide;
    bool m_dragging = false;
    double m_pressedX = 0.0;
    TimeScale m_pressedScale;
};

}
