#include "widgets/timeline/timeline_zoom.h"

#include <cmath>
#include <utility>

namespace widgets {

TimelineZoom::TimelineZoom(TimelineState& state, std::function<double()> width, QObject* parent)
    : QObject(parent)
    , m_axis(state.axis)
    , m_marks(state.marks)
    , m_width(std::move(width))
{
}

void TimelineZoom::setScale(const TimeScale& scale)
{
    emit glideEnded();
    apply(scale);
}

void TimelineZoom::setClosest(double pixelsPerSecond)
{
    m_axis.closestZoom = pixelsPerSecond;
    setScale(scale());
}

void TimelineZoom::apply(const TimeScale& scale)
{
    const TimeScale limited = m_axis.limited(scale, m_width());
    if (std::exchange(m_axis.scale, limited) != limited)
        emit changed();
}

void TimelineZoom::glide(double pixels)
{
    const TimeScale before = scale();
    apply(before.panned(pixels));
    if (scale() == before) // at the rim
        emit glideEnded();
}

void TimelineZoom::zoomAroundPlayhead(double factor)
{
    const double x = scale().x(m_marks.playhead);
    const double width = m_width();
    setScale(scale().zoomed(factor, x >= 0 && x <= width ? x : width / 2));
}

void TimelineZoom::zoomTo(engine::Interval span)
{
    setScale(TimeScale::fitting(span, m_width(), 40));
}

void TimelineZoom::showAll()
{
    const double width = m_width();
    m_axis.scale = m_axis.limited(
        m_axis.duration > 0 ? TimeScale::fitting({0.0, m_axis.duration}, width) : m_axis.scale, width);
    emit changed();
}

void TimelineZoom::panByScreens(double screens)
{
    setScale(scale().panned(screens * m_width()));
}

bool TimelineZoom::isVisible(double seconds) const
{
    const double x = scale().x(seconds);
    return x >= 0 && x <= m_width();
}

void TimelineZoom::ensureVisible(double seconds)
{
    if (!isVisible(seconds))
        setScale(scale().panned(scale().x(seconds) - m_width() * 0.1));
}

void TimelineZoom::keep(double widthBefore)
{
    if (scale().origin == 0.0 && std::abs(scale().pixelsPerSecond * m_axis.duration - widthBefore) < 2)
        showAll();
    else
        setScale(scale());
}

}
