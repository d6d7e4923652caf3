#include "widgets/welcome/recent_delegate.h"

#include "widgets/base/theme.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

namespace widgets {

namespace {

constexpr int kGap = 10;

}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), option.fontMetrics.height() * 7 / 2};
}

void RecentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const Theme& theme = themeOf(QGuiApplication::palette());
    const QRect row = option.rect;
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(row, mixed(theme.background, theme.accent, 0.22));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, theme.panel);
    painter->setPen(theme.line);
    painter->drawLine(row.bottomLeft(), row.bottomRight());

    const int height = row.height() - 2 * 7;
    const QRect frame(row.left() + 7, row.top() + 7, height * 16 / 9, height);
    const QImage picture = index.data(Picture).value<QImage>();
    painter->fillRect(frame, theme.raised);
    if (!picture.isNull())
        painter->drawImage(QRect(QPoint(), picture.size().scaled(frame.size(), Qt::KeepAspectRatio))
                               .translated(frame.topLeft()),
                           picture);
    const QString trouble = index.data(Trouble).toString();
    QRect text = row.adjusted(frame.width() + 7 + kGap, 7, -kGap, -7);
    const int half = text.height() / 2;
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(trouble.isEmpty() ? theme.text : theme.muted);
    painter->drawText(
        QRect(text.left(), text.top(), text.width(), half), Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(bold).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, text.width()));
    painter->setFont(option.font);
    painter->setPen(trouble.isEmpty() ? theme.muted : theme.attention);
    const QString below = trouble.isEmpty() ? index.data(Place).toString() : trouble;
    painter->drawText(QRect(text.left(), text.top() + half, text.width(), half),
                      Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(below, Qt::ElideMiddle, text.width()));
    painter->restore();
}

}
