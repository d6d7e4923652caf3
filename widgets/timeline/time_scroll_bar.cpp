#include "widgets/timeline/time_scroll_bar.h"

#include <QSignalBlocker>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kMostTicks = 1e9; // that a scroll bar can count

}

TimeScrollBar::TimeScrollBar(QWidget* parent) : QScrollBar(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::NoFocus);
    connect(this, &QScrollBar::valueChanged, this,
            [this](int value) { emit scrolled(value / m_ticksPerSecond); });
}

/// A tick is a pixel, as far as a scroll bar can count.
void TimeScrollBar::showAxis(const TimeAxis& axis, double width)
{
    const double visible = width / axis.scale.pixelsPerSecond;
    m_ticksPerSecond
        = std::min(std::max(1000.0, axis.scale.pixelsPerSecond), kMostTicks / std::max(1.0, axis.duration));
    const QSignalBlocker blocker(this);
    setRange(0, static_cast<int>(std::max(0.0, axis.duration - visible) * m_ticksPerSecond));
    setPageStep(std::max(1, static_cast<int>(visible * m_ticksPerSecond)));
    setSingleStep(std::max(1, static_cast<int>(visible * m_ticksPerSecond / 20)));
    setValue(static_cast<int>(axis.scale.origin * m_ticksPerSecond));
}

}
