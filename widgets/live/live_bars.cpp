#include "widgets/live/live_bars.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kBarRow = 30;
constexpr int kLeastBarRow = 20;
constexpr int kMostBarRow = 38;
constexpr int kScaleHeight = 18;
constexpr int kNameColumn = 76;
constexpr int kNumberColumn = 40;

/// With its sign where the output has two sides.
QString numberOf(const LiveOutput& output, float value)
{
    return output.isSigned() ? signedNumber(static_cast<double>(value), 2)
                             : shownNumber(static_cast<double>(value), 2, 'f');
}

}

LiveBars::LiveBars(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("liveBars"));
    setAccessibleName(tr("Answer"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void LiveBars::setOutputs(const std::vector<LiveOutput>& outputs)
{
    m_outputs = outputs;
    m_values.clear();
    m_means.clear();
    setMaximumHeight(std::max(1, static_cast<int>(outputs.size())) * kMostBarRow + kScaleHeight);
    updateGeometry();
    update();
}

void LiveBars::setValues(const std::vector<float>& values, quint64 answer)
{
    m_values = values;
    m_answer = answer;
    QStringList said;
    for (std::size_t i = 0; i < values.size() && i < m_outputs.size(); ++i)
        said << m_outputs[i].name + QLatin1Char(' ') + numberOf(m_outputs[i], values[i]);
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    update();
}

void LiveBars::setMeans(const std::vector<double>& means)
{
    m_means = means;
    update();
}

void LiveBars::setMuted(bool muted)
{
    m_isMuted = muted;
    update();
}

QSize LiveBars::sizeHint() const
{
    return {320, static_cast<int>(m_outputs.size()) * kBarRow + kScaleHeight};
}

QSize LiveBars::minimumSizeHint() const
{
    return {200, static_cast<int>(m_outputs.size()) * kLeastBarRow + kScaleHeight};
}

void LiveBars::paintEvent(QPaintEvent*)
{
    if (m_outputs.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto count = static_cast<double>(m_outputs.size());
    const double row = std::min<double>(kMostBarRow, static_cast<double>(height() - kScaleHeight) / count);
    const std::size_t leading
        = m_values.empty() || m_isMuted ? m_outputs.size() : leadingOutput(m_outputs, m_values);
    for (std::size_t output = 0; output < m_outputs.size(); ++output)
        paintBar(painter, output, QRectF(0, row * static_cast<double>(output), width(), row),
                 output == leading);
    painter.setFont(font());
    painter.setPen(themeOf(palette()).muted);
    paintScale(painter, row * count);
    if (m_answer != m_painted) {
        m_painted = m_answer;
        QMetaObject::invokeMethod(
            this, [this, answer = m_answer] { emit painted(answer); }, Qt::QueuedConnection);
    }
}

void LiveBars::paintBar(QPainter& painter, std::size_t output, const QRectF& area, bool isLeading) const
{
    const Theme& theme = themeOf(palette());
    const LiveOutput& what = m_outputs[output];
    QFont face = font();
    face.setBold(isLeading);
    painter.setFont(face);
    painter.setPen(m_isMuted ? theme.muted : theme.text);
    painter.drawText(area, Qt::AlignVCenter,
                     QFontMetrics(face).elidedText(what.name, Qt::ElideRight, kNameColumn - 6));
    const double wide = width() - kNameColumn - kNumberColumn;
    const QRectF track(kNameColumn, area.center().y() - 3.5, wide, 7);
    const auto x = [&](double value) { return track.left() + wide * what.part(value); };
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.isDark() ? theme.raised : theme.background);
    painter.drawRoundedRect(track, 3.5, 3.5);
    if (output < m_values.size()) {
        constexpr double least = 3.0; // pixels
        const auto value = static_cast<double>(m_values[output]);
        const double zero = x(std::max(what.low, 0.0));
        QRectF bar = track;
        bar.setLeft(std::min(zero, x(value)));
        bar.setRight(std::max({zero, x(value), bar.left() + least}));
        painter.setBrush(m_isMuted ? theme.neutral
                                   : theme.trackColour(1 + static_cast<int>(output) % Theme::kTrackColours));
        painter.drawRoundedRect(bar, 3.5, 3.5);
        painter.setPen(m_isMuted ? theme.muted : theme.text);
        painter.drawText(area, Qt::AlignVCenter | Qt::AlignRight, numberOf(what, m_values[output]));
    }
    if (what.isSigned()) {
        painter.setPen(QPen(theme.muted, 1.0, Qt::DotLine));
        painter.drawLine(QPointF(x(0.0), track.top() - 4), QPointF(x(0.0), track.bottom() + 4));
    }
    if (output < m_means.size()) {
        painter.setPen(QPen(theme.text, 1.5));
        painter.drawLine(QPointF(x(m_means[output]), track.top() - 3),
                         QPointF(x(m_means[output]), track.bottom() + 3));
    }
}

/// That of the last outputs, which stand above these numbers; those before say with their sign that they have
/// another one.
void LiveBars::paintScale(QPainter& painter, double top) const
{
    if (!haveOneScale(m_outputs))
        painter.drawText(QRectF(0, top, kNameColumn - 6, kScaleHeight), Qt::AlignVCenter, tr("share"));
    constexpr int ticks = 4;
    const LiveOutput& last = m_outputs.back();
    const double wide = width() - kNameColumn - kNumberColumn;
    for (int tick = 0; tick <= ticks; ++tick) {
        const double value = last.low + (last.high - last.low) * tick / ticks;
        const QRectF text(kNameColumn + wide * tick / ticks - 30, top, 60, kScaleHeight);
        painter.drawText(text, Qt::AlignCenter, shownNumber(value, 3));
    }
}

/// The scale of the output under the mouse, in words.
bool LiveBars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_outputs.empty())
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = std::max(1, (height() - kScaleHeight) / static_cast<int>(m_outputs.size()));
    const auto place = static_cast<std::size_t>(std::max(0, help->pos().y() / row));
    if (place >= m_outputs.size()) {
        QToolTip::hideText();
        return true;
    }
    const LiveOutput& output = m_outputs[place];
    QToolTip::showText(
        help->globalPos(),
        tr("%1: from %2 to %3").arg(output.name, shownNumber(output.low, 3), shownNumber(output.high, 3)),
        this);
    return true;
}

}
