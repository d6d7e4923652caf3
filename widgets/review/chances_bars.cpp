#include "widgets/review/chances_bars.h"

#include "widgets/base/theme.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

void ChancesBars::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariantList chances = index.data(ChancesRole).toList();
    if (chances.isEmpty())
        return;
    const Theme& theme = themeOf(option.palette);
    const int label = index.data(LabelRole).toInt();
    const int first = index.data(FirstRole).toInt(), last = index.data(LastRole).toInt();
    const QRectF room = QRectF(option.rect).adjusted(6, 3, -6, -3);
    const double width = room.width() / static_cast<double>(chances.size());
    painter->save();
    painter->setPen(Qt::NoPen);
    QColor ground = theme.accent;
    ground.setAlphaF(0.16F);
    painter->fillRect(
        QRectF(room.left() + first * width, room.top(), (last - first + 1) * width, room.height()), ground);
    for (int step = 0; step < chances.size(); ++step) {
        const double height = std::max(1.0, room.height() * chances[step].toDouble());
        painter->fillRect(QRectF(room.left() + step * width + 1, room.bottom() - height, width - 2, height),
                          step == label ? theme.accent : mixed(theme.accent, theme.muted, 0.65));
    }
    painter->restore();
}

QSize ChancesBars::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int line = QFontMetrics(option.font).height();
    const auto steps = static_cast<int>(index.data(ChancesRole).toList().size());
    return {std::max(line * 7, steps * 10), line * 8 / 5};
}

}
