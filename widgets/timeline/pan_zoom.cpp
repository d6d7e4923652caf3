#include "widgets/timeline/pan_zoom.h"

#include "widgets/timeline/kinetic_pan.h"

#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kZoomPerStep = 1.25; // one notch of the wheel

}

PanZoom::PanZoom(QObject* parent) : QObject(parent), m_glide(new KineticPan(this))
{
    connect(m_glide, &KineticPan::panned, this, &PanZoom::glided);
}

void PanZoom::wheel(const QWheelEvent& event, const TimeScale& scale, const QRect& area)
{
    stop();
    const double x = event.position().x() - area.left();
    const double steps = event.angleDelta().y() / 120.0;
    if (event.modifiers() & Qt::ControlModifier) {
        emit scaleWished(scale.zoomed(std::pow(kZoomPerStep, steps), std::max(0.0, x)));
    } else if (!event.pixelDelta().isNull()) {
        const QPoint pixels = event.pixelDelta();
        emit scaleWished(
            scale.panned(-(std::abs(pixels.x()) > std::abs(pixels.y()) ? pixels.x() : pixels.y())));
    } else {
        const double notches = steps + event.angleDelta().x() / 120.0;
        emit scaleWished(scale.panned(-notches * area.width() * 0.1));
    }
}

void PanZoom::pinch(const QNativeGestureEvent& event, const TimeScale& scale, const QRect& area)
{
    const double x = event.position().x() - area.left();
    emit scaleWished(scale.zoomed(std::max(0.1, 1.0 + event.value()), std::max(0.0, x)));
}

void PanZoom::press(const QMouseEvent& event, const TimeScale& scale)
{
    m_dragging = true;
    m_pressedX = event.position().x();
    m_pressedScale = scale;
    m_glide->press(m_pressedX, event.timestamp());
}

void PanZoom::move(const QMouseEvent& event)
{
    m_glide->move(event.position().x(), event.timestamp());
    emit scaleWished(m_pressedScale.panned(m_pressedX - event.position().x()));
}

void PanZoom::release(const QMouseEvent& event, bool glides)
{
    if (m_dragging)
        m_glide->release(event.timestamp(), glides);
    m_dragging = false;
}

void PanZoom::stop()
{
    m_glide->stop();
}

}
