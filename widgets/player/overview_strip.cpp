#include "widgets/player/overview_strip.h"

#include "widgets/base/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kMargin = 3;

}

OverviewStrip::OverviewStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("overview"));
    setAccessibleName(tr("Overview of the whole file"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("The whole file. Click to look there, double click to go there."));
}

void OverviewStrip::setDuration(double seconds)
{
    m_duration = seconds;
    update();
}

void OverviewStrip::setSegments(const engine::TimedFeatures& labels)
{
    m_labels = labels;
    update();
}

void OverviewStrip::setWords(const std::vector<engine::Interval>& words)
{
    m_words = words;
    update();
}

void OverviewStrip::setVisibleSpan(engine::Interval span)
{
    m_visible = span;
    update();
}

void OverviewStrip::setPlayhead(double seconds)
{
    m_playhead = seconds;
    update();
}

void OverviewStrip::setMarks(std::vector<double> seconds)
{
    m_marks = std::move(seconds);
    update();
}

double OverviewStrip::xAt(double seconds) const
{
    return kMargin + (m_duration > 0 ? seconds / m_duration : 0.0) * (width() - 2 * kMargin);
}

double OverviewStrip::secondsAt(double x) const
{
    return std::clamp((x - kMargin) / std::max(1, width() - 2 * kMargin), 0.0, 1.0) * m_duration;
}

void OverviewStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);

    // Words as density along the foot: coverage of each pixel.
    const int columns = std::max(1, width() - 2 * kMargin);
    std::vector<float> density(static_cast<std::size_t>(columns), 0.0F);
    for (const engine::Interval& word : m_words) {
        const double left = xAt(word.start) - kMargin;
        const double right = xAt(word.end) - kMargin;
        for (int x = std::max(0, static_cast<int>(left)); x < std::min<double>(columns, right); ++x)
            density[static_cast<std::size_t>(x)]
                += static_cast<float>(std::min<double>(right, x + 1) - std::max<double>(left, x));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int x = 0; x < columns; ++x) {
        const double part = std::min(1.0F, density[static_cast<std::size_t>(x)]);
        if (part > 0.02)
            painter.fillRect(kMargin + x, height() - 6, 1, 3,
                             mixed(theme.background, theme.language, 0.25 + 0.6 * part));
    }
    for (std::size_t i = 0; i < m_labels.intervals.size(); ++i) {
        const double value = m_labels.features.columns > 0 ? m_labels.features.at(i, 0) : std::nan("");
        const double left = xAt(m_labels.intervals[i].start);
        painter.fillRect(
            QRectF(left, 4, std::max(1.0, xAt(m_labels.intervals[i].end) - left - 1), height() - 11),
            mixed(theme.background, std::isnan(value) ? theme.line : theme.sentiment(value), 0.75));
    }
    for (const double mark : m_marks)
        painter.fillRect(QRectF(std::round(xAt(mark)), 2, 2, height() - 8), theme.text);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool whole = m_visible.start <= 0.001 && m_visible.end >= m_duration - 0.001;
    painter.setPen(QPen(theme.accent, whole ? 1 : 1.6));
    QColor tint = theme.accent;
    tint.setAlpha(whole ? 0 : 40);
    painter.setBrush(tint);
    const double left = std::max(0.8, xAt(std::max(0.0, m_visible.start)) - 2);
    painter.drawRoundedRect(
        QRectF(left, 0.8,
               std::min<double>(width() - 0.8, xAt(std::min(m_duration, m_visible.end)) + 2) - left,
               height() - 1.6),
        4, 4);
    painter.setPen(QPen(theme.attention, 1.5));
    painter.drawLine(QPointF(xAt(m_playhead), 1), QPointF(xAt(m_playhead), height() - 1));
}

void OverviewStrip::mousePressEvent(QMouseEvent* event)
{
    emit centreRequested(secondsAt(event->position().x()));
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        emit centreRequested(secondsAt(event->position().x()));
}

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent* event)
{
    emit seekRequested(secondsAt(event->position().x()));
}

}
