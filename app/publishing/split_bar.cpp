#include "app/publishing/split_bar.h"

#include "widgets/base/theme.h"

#include <QPainter>

#include <array>
#include <numeric>

namespace app {

namespace {

constexpr double kGap = 3.0; // pixels between parts
constexpr double kLeast = 14.0; // pixels of a part, however few its videos

}

SplitBar::SplitBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SplitBar::sizeHint() const
{
    return {260, fontMetrics().height() + 10};
}

void SplitBar::setParts(std::vector<Part> parts)
{
    if (parts == m_parts)
        return;
    m_parts = std::move(parts);
    QStringList said;
    for (const Part& part : m_parts)
        said << tr("%1: %n video(s)", nullptr, part.videos).arg(part.name);
    setAccessibleName(tr("Splits"));
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    setToolTip(said.join(QLatin1Char('\n')));
    update();
}

void SplitBar::paintEvent(QPaintEvent*)
{
    const int all = std::accumulate(m_parts.begin(), m_parts.end(), 0,
                                    [](int sum, const Part& part) { return sum + part.videos; });
    if (all == 0)
        return;
    const widgets::Theme& theme = widgets::themeOf(palette());
    const std::array colours{theme.accent, theme.vision, theme.language, theme.sound};
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double room = width() - (kGap + kLeast) * static_cast<double>(m_parts.size()) + kGap;
    double left = 0.0;
    std::size_t place = 0;
    for (const Part& part : m_parts) {
        const QRectF box(left + 0.5, 0.5, kLeast + room * part.videos / all - 1.0, height() - 1.0);
        const QColor colour = part.isNone ? theme.muted : colours[place++ % colours.size()];
        painter.setPen(colour);
        painter.setBrush(part.isNone ? QBrush(colour, Qt::BDiagPattern)
                                     : QBrush(widgets::mixed(theme.panel, colour, 0.4)));
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(theme.text);
        const QRectF inner = box.adjusted(6, 0, -4, 0);
        const QString text = QStringLiteral("%1  %2").arg(part.name).arg(part.videos);
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(inner.width())));
        left += box.width() + 1.0 + kGap;
    }
}

}
