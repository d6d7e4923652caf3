#include "widgets/base/window_style.h"

#include "widgets/base/theme.h"

#include <QIcon>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace widgets {

namespace {

constexpr qreal kBox = 15.0; // pixels, with its frame
constexpr qreal kCorner = 3.0;

}

WindowStyle::WindowStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    if (element != PE_IndicatorItemViewItemCheck) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const Theme& theme = themeOf(option->palette);
    const bool isEnabled = option->state & State_Enabled;
    const bool isSelected = option->state & State_Selected;
    const bool isTicked = option->state & (State_On | State_NoChange);
    const bool isFilled = isEnabled && isTicked;
    const qreal size = std::min(
        {kBox, static_cast<qreal>(option->rect.width()), static_cast<qreal>(option->rect.height())});
    QRectF box(0.0, 0.0, size, size);
    box.moveCenter(QRectF(option->rect).center());
    const QColor frame = !isEnabled ? theme.line
        : isSelected                ? theme.onAccent
        : isFilled                  ? theme.accent
                                    : theme.muted;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(frame);
    painter->setBrush(isFilled ? theme.accent : isTicked ? theme.muted : theme.raised);
    painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
    if (option->state & State_On)
        QIcon(QStringLiteral(":/icons/check.svg")).paint(painter, box.toAlignedRect());
    else if (option->state & State_NoChange)
        painter->fillRect(QRectF(box.left() + 4.0, box.center().y() - 1.0, size - 8.0, 2.0), theme.onAccent);
    painter->restore();
}

}
