#include "widgets/training/form_rows.h"

#include "widgets/base/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kFrameCorner = 6.0;

}

QString FormCell::fitted() const
{
    return QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width());
}

void FormRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled)
        painter->fillRect(option.rect, theme.raised);
    paintGround(*painter, option, index);
    if (index.row() + 1 < index.model()->rowCount())
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          theme.line);
    paintMarks(*painter, option, index);
    for (const FormCell& cell : cells(option, index)) {
        painter->setFont(cell.font);
        painter->setPen(cell.colour);
        painter->drawText(cell.place, static_cast<int>(cell.alignment) | Qt::TextSingleLine, cell.fitted());
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(3, 2.5, -3, -3.5), 4, 4);
    }
    painter->restore();
}

bool FormRowDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    for (const FormCell& cell : cells(filled, index)) {
        if (cell.place.contains(event->pos()) && cell.fitted() != cell.text) {
            QToolTip::showText(event->globalPos(), cell.text, view->viewport(), cell.place);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

FormRows::FormRows(QWidget* parent) : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize FormRows::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    const int shown = rows == 0 ? rowsWhenEmpty() : std::min(rows, mostRows());
    return {fontMetrics().averageCharWidth() * 90, shown * rowHeight()};
}

QSize FormRows::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 50, sizeHint().height()};
}

/// With the focus here, Space chooses or ticks; it does not play.
bool FormRows::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

void FormRows::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    const Theme& theme = themeOf(palette());
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole = viewport()->rect();
    QPainterPath inside, outside;
    inside.addRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), kFrameCorner, kFrameCorner);
    outside.addRect(whole);
    painter.fillPath(outside - inside, palette().window());
    painter.setPen(theme.line);
    painter.drawPath(inside);
}

}
