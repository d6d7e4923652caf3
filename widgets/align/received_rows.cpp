#include "widgets/align/received_rows.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

ReceivedRows::ReceivedRows(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Rows that the word receives"));
}

void ReceivedRows::setPicture(const std::optional<Picture>& picture)
{
    m_picture = picture;
    setVisible(picture.has_value());
    if (picture) {
        const auto count = std::ranges::count_if(picture->rows, &Row::received);
        QStringList values;
        for (const auto& [name, value] : picture->results)
            values << QStringLiteral("%1 %2").arg(name, shownNumber(value, 4));
        setAccessibleDescription(
            tr("%n row(s); %1", nullptr, static_cast<int>(count)).arg(values.join(QStringLiteral(", "))));
        setToolTip(accessibleDescription());
    }
    update();
}

void ReceivedRows::paintEvent(QPaintEvent*)
{
    if (!m_picture)
        return;
    const Theme& theme = themeOf(palette());
    const Picture& picture = *m_picture;
    QPainter painter(this);
    const double seconds = picture.shown.end - picture.shown.start;
    if (!(seconds > 0))
        return;
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const auto x
        = [&](double time) { return area.left() + (time - picture.shown.start) / seconds * area.width(); };
    double low = 0.0;
    double high = 0.0;
    const auto widen = [&](double value) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    };
    for (const Row& row : picture.rows)
        widen(row.value);
    for (const auto& [name, value] : picture.results)
        widen(value);
    if (!(high > low))
        high = low + 1.0;
    const double room = area.height() - 8;
    const auto y = [&](double value) { return area.bottom() - 4 - (value - low) / (high - low) * room; };

    const QRectF target(x(picture.target.start), area.top(), x(picture.target.end) - x(picture.target.start),
                        area.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 1));
    painter.setBrush(mixed(theme.panel, theme.accent, 0.12));
    painter.drawRoundedRect(target, 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    const QColor own = theme.modality(picture.modality);
    for (const Row& row : picture.rows) {
        const double left = x(row.interval.start);
        const double width = std::max(1.0, x(row.interval.end) - left - 1);
        if (!std::isfinite(row.value)) {
            painter.fillRect(QRectF(left, y(low) - 3, width, 3), theme.attention);
            continue;
        }
        const QColor colour = !row.received ? mixed(theme.panel, own, 0.3)
            : row.shared                    ? mixed(own, theme.text, 0.35)
                                            : own;
        const double top = y(std::max(row.value, 0.0));
        painter.fillRect(QRectF(left, top, width, std::max(1.0, y(std::min(row.value, 0.0)) - top)), colour);
    }
    // What the functions make of them; names where there is room beside the target.
    const QFontMetrics metrics = painter.fontMetrics();
    double lastText = -1e9;
    for (const auto& [name, value] : picture.results) {
        if (!std::isfinite(value))
            continue;
        painter.setPen(QPen(theme.text, 1, Qt::DashLine));
        painter.drawLine(QPointF(target.left(), y(value)), QPointF(target.right(), y(value)));
        const QString text = metrics.elidedText(QStringLiteral("%1 %2").arg(name, shownNumber(value, 4)),
                                                Qt::ElideMiddle, static_cast<int>(area.width()) - 8);
        const double width = metrics.horizontalAdvance(text) + 6;
        const double highest = area.top() + metrics.height() / 2.0;
        const double middle
            = std::clamp(y(value), highest, std::max(highest, area.bottom() - metrics.height() / 2.0));
        if (std::abs(middle - lastText) < metrics.height())
            continue;
        lastText = middle;
        const bool isRight = target.right() + width < area.right();
        const QRectF box(isRight ? target.right() + 3 : std::max(area.left(), target.left() - width - 3),
                         middle - metrics.height() / 2.0, width, metrics.height());
        painter.fillRect(box, theme.panel);
        painter.setPen(theme.text);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

}
