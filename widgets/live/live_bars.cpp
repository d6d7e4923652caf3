#include "widgets/live/live_bars.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QPainter>

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

}

LiveBars::LiveBars(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("liveBars"));
    setAccessibleName(tr("Answer"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void LiveBars::setOutputs(const QStringList& names, std::pair<double, double> range)
{
    m_names = names;
    m_range = range;
    m_values.clear();
    m_means.clear();
    setMaximumHeight(std::max(1, static_cast<int>(names.size())) * kMostBarRow + kScaleHeight);
    updateGeometry();
    update();
}

void LiveBars::setValues(const std::vector<float>& values, quint64 answer)
{
    m_values = values;
    m_answer = answer;
    QStringList said;
    for (std::size_t i = 0; i < values.size() && i < static_cast<std::size_t>(m_names.size()); ++i)
        said << m_names[static_cast<qsizetype>(i)] + QLatin1Char(' ')
                + shownNumber(static_cast<double>(values[i]), 2, 'f');
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
    return {320, static_cast<int>(m_names.size()) * kBarRow + kScaleHeight};
}

QSize LiveBars::minimumSizeHint() const
{
    return {200, static_cast<int>(m_names.size()) * kLeastBarRow + kScaleHeight};
}

void LiveBars::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_names.isEmpty())
        return;
    const double row = std::min<double>(
        kMostBarRow, static_cast<double>(height() - kScaleHeight) / static_cast<double>(m_names.size()));
    const double left = kNameColumn, wide = width() - kNameColumn - kNumberColumn;
    const auto part = [&](double value) {
        return std::clamp((value - m_range.first) / (m_range.second - m_range.first), 0.0, 1.0);
    };
    const auto strongest = std::ranges::max_element(m_values);
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        const auto output = static_cast<std::size_t>(i);
        const QRectF area(0, row * static_cast<double>(i), width(), row);
        const bool isStrongest = !m_values.empty() && output < m_values.size()
            && strongest == m_values.begin() + static_cast<std::ptrdiff_t>(output) && !m_isMuted;
        QFont face = font();
        face.setBold(isStrongest);
        painter.setFont(face);
        painter.setPen(m_isMuted ? theme.muted : theme.text);
        painter.drawText(area, Qt::AlignVCenter,
                         QFontMetrics(face).elidedText(m_names[i], Qt::ElideRight, kNameColumn - 6));
        const QRectF track(left, area.center().y() - 3.5, wide, 7);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.isDark() ? theme.raised : theme.background);
        painter.drawRoundedRect(track, 3.5, 3.5);
        if (output < m_values.size()) {
            QRectF bar = track;
            bar.setWidth(std::max(3.0, wide * part(static_cast<double>(m_values[output]))));
            painter.setBrush(m_isMuted ? theme.neutral
                                       : theme.trackColour(1 + static_cast<int>(i) % Theme::kTrackColours));
            painter.drawRoundedRect(bar, 3.5, 3.5);
            painter.setPen(m_isMuted ? theme.muted : theme.text);
            painter.drawText(area, Qt::AlignVCenter | Qt::AlignRight,
                             shownNumber(static_cast<double>(m_values[output]), 2, 'f'));
        }
        if (output < m_means.size()) {
            const double x = left + wide * part(m_means[output]);
            painter.setPen(QPen(theme.text, 1.5));
            painter.drawLine(QPointF(x, track.top() - 3), QPointF(x, track.bottom() + 3));
        }
    }
    painter.setFont(font());
    painter.setPen(theme.muted);
    constexpr int ticks = 4;
    for (int tick = 0; tick <= ticks; ++tick) {
        const double value = m_range.first + (m_range.second - m_range.first) * tick / ticks;
        const QRectF text(left + wide * tick / ticks - 30, row * static_cast<double>(m_names.size()), 60,
                          kScaleHeight);
        painter.drawText(text, Qt::AlignCenter, shownNumber(value, 3));
    }
    if (m_answer != m_painted) {
        m_painted = m_answer;
        QMetaObject::invokeMethod(
            this, [this, answer = m_answer] { emit painted(answer); }, Qt::QueuedConnection);
    }
}

}
