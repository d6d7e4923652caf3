#include "widgets/suspects/suspect_row.h"

#include "widgets/base/theme.h"
#include "widgets/suspects/valued_picture.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

/// Text in two lines at most; what is longer ends with dots.
void paintTwoLines(QPainter& painter, const QRect& place, const QString& text)
{
    const QFontMetrics metrics(painter.font());
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    const QTextLine first = layout.createLine();
    QTextLine line = first;
    line.setLineWidth(place.width());
    const int length = line.textLength();
    layout.endLayout();
    painter.drawText(QRect(place.left(), place.top(), place.width(), metrics.height()), Qt::AlignVCenter,
                     text.left(length).trimmed());
    painter.drawText(QRect(place.left(), place.top() + metrics.height(), place.width(), metrics.height()),
                     Qt::AlignVCenter, metrics.elidedText(text.mid(length), Qt::ElideRight, place.width()));
}

}

void SuspectModel::setRows(std::vector<SuspectRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_pictures.clear();
    endResetModel();
}

void SuspectModel::setPicture(std::size_t row, const QImage& picture)
{
    if (row >= m_rows.size())
        return;
    m_pictures[static_cast<int>(row)] = picture;
    const QModelIndex changed = index(static_cast<int>(row));
    emit dataChanged(changed, changed);
}

QImage SuspectModel::picture(int row) const
{
    const auto found = m_pictures.find(row);
    return found == m_pictures.end() ? QImage() : found->second;
}

int SuspectModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SuspectModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const SuspectRow& shown = row(index.row());
    if (role == Qt::DisplayRole)
        return shown.title;
    if (role == Qt::AccessibleDescriptionRole || role == Qt::ToolTipRole)
        return QStringLiteral("%1: %2\n%3").arg(shown.title, shown.kind, shown.reason);
    return {};
}

QSize SuspectDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {120, QFontMetrics(option.font).height() * 4};
}

void SuspectDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const auto* model = qobject_cast<const SuspectModel*>(index.model());
    if (!model)
        return;
    const SuspectRow& row = model->row(index.row());
    const Theme& theme = themeOf(option.palette);
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, mixed(theme.panel, theme.accent, 0.22));
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                          theme.accent);
    }
    painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, theme.line);
    const int line = QFontMetrics(option.font).height();
    const int top = option.rect.top() + line * 2 / 5;
    const QRect picture(option.rect.left() + line * 2 / 3, top + line / 5, line * 5, line * 14 / 5);
    painter->setFont(option.font);
    paintValuedPicture(*painter, picture, model->picture(index.row()), row.value, theme);
    const int left = picture.right() + line * 2 / 3;
    const int right = option.rect.right() - line * 2 / 3;
    const int bar = line * 2;
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.86);
    QFont title = option.font;
    title.setWeight(QFont::DemiBold);
    painter->setFont(title);
    painter->setPen(theme.text);
    const int titleRoom = right - bar - line / 2 - left;
    const int titleWidth = std::min(QFontMetrics(title).horizontalAdvance(row.title) + 2, titleRoom);
    painter->drawText(QRect(left, top, titleWidth, line), Qt::AlignVCenter,
                      QFontMetrics(title).elidedText(row.title, Qt::ElideMiddle, titleWidth));
    painter->setFont(small);
    painter->setPen(theme.muted);
    const int kindWidth = QFontMetrics(small).horizontalAdvance(row.kind);
    const bool hasRoomForKind = titleWidth + line / 2 + kindWidth <= titleRoom;
    if (hasRoomForKind)
        painter->drawText(QRect(right - bar - line / 2 - kindWidth, top, kindWidth, line), Qt::AlignVCenter,
                          row.kind);
    const QRect room(right - bar, top + line / 2 - 2, bar, 4);
    painter->fillRect(room, theme.line);
    painter->fillRect(QRect(room.left(), room.top(),
                            static_cast<int>(std::clamp(row.score, 0.0, 1.0) * room.width()), room.height()),
                      theme.accent);
    painter->setPen(mixed(theme.text, theme.muted, 0.4));
    paintTwoLines(*painter, QRect(left, top + line * 6 / 5, right - left, line * 2),
                  hasRoomForKind ? row.reason : QStringLiteral("%1: %2").arg(row.kind, row.reason));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(theme.accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

}
