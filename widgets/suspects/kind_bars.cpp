#include "widgets/suspects/kind_bars.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace widgets {

KindBars::KindBars(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("kindBars"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KindBars::setBars(std::vector<Bar> bars)
{
    m_bars = std::move(bars);
    setVisible(!m_bars.empty());
    QStringList texts;
    for (const Bar& bar : m_bars)
        texts << QStringLiteral("%1 %2").arg(bar.name, shownNumber(bar.share, 2, 'f'));
    setAccessibleName(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize KindBars::sizeHint() const
{
    return {fontMetrics().height() * 18,
            fontMetrics().height() * 3 / 2 * static_cast<int>(std::max<std::size_t>(1, m_bars.size()))};
}

void KindBars::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    const QFontMetrics metrics = fontMetrics();
    int names = 0;
    for (const Bar& bar : m_bars)
        names = std::max(names, metrics.horizontalAdvance(bar.name));
    const int numbers = metrics.horizontalAdvance(QStringLiteral("0.00")) + 8;
    const int row = metrics.height() * 3 / 2;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const QRect line(0, row * static_cast<int>(i), width(), row);
        painter.setPen(theme.text);
        painter.drawText(line, Qt::AlignVCenter, m_bars[i].name);
        painter.setPen(theme.muted);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, shownNumber(m_bars[i].share, 2, 'f'));
        const QRect room(names + 12, line.center().y() - 2, width() - names - numbers - 12, 5);
        painter.fillRect(room, theme.line);
        painter.fillRect(QRect(room.left(), room.top(),
                               static_cast<int>(room.width() * std::clamp(m_bars[i].share, 0.0, 1.0)),
                               room.height()),
                         i == 0 ? theme.accent : theme.muted);
    }
}

}
