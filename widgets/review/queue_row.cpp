#include "widgets/review/queue_row.h"

#include "widgets/base/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace widgets {

void QueueModel::setRows(std::vector<QueueRow> rows)
{
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        emit dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
}

void QueueModel::setDone(std::size_t row, bool isDone)
{
    if (std::exchange(m_rows.at(row).isDone, isDone) == isDone)
        return;
    const QModelIndex changed = index(static_cast<int>(row));
    emit dataChanged(changed, changed);
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const QueueRow& shown = row(index.row());
    if (role == Qt::DisplayRole)
        return shown.title;
    const QString reason = shown.isDone ? tr("%1, done").arg(shown.reason) : shown.reason;
    if (role == Qt::AccessibleDescriptionRole)
        return reason;
    if (role == Qt::ToolTipRole) // either may be longer than its line
        return QStringLiteral("%1\n%2").arg(shown.title, reason);
    return {};
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {120, QFontMetrics(option.font).height() * 3};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const auto* model = qobject_cast<const QueueModel*>(index.model());
    if (!model)
        return;
    const QueueRow& row = model->row(index.row());
    const Theme& theme = themeOf(option.palette);
    const bool isChosen = option.state & QStyle::State_Selected;
    painter->save();
    if (isChosen) {
        painter->fillRect(option.rect, mixed(theme.panel, theme.accent, 0.22));
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                          theme.accent);
    }
    painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, theme.line);
    const int line = QFontMetrics(option.font).height();
    const QRect picture(option.rect.left() + line * 2 / 3, option.rect.center().y() - line, line * 2 * 16 / 9,
                        line * 2);
    painter->fillRect(picture, theme.background);
    if (const QImage image = model->picture(row.video); !image.isNull()) {
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        const QSize size = image.size().scaled(picture.size(), Qt::KeepAspectRatioByExpanding);
        painter->setClipRect(picture);
        painter->drawImage(QRect(picture.center() - QPoint(size.width() / 2, size.height() / 2), size),
                           image);
        painter->setClipping(false);
    }
    const int left = picture.right() + line * 2 / 3;
    const int tick = row.isDone ? line * 3 / 2 : line / 2;
    const QRect text(left, option.rect.center().y() - line, option.rect.right() - left - tick, line * 2);
    QFont title = option.font;
    title.setWeight(QFont::DemiBold);
    painter->setFont(title);
    painter->setPen(row.isDone ? theme.muted : theme.text);
    painter->drawText(text.adjusted(0, 0, 0, -line), Qt::AlignVCenter,
                      QFontMetrics(title).elidedText(row.title, Qt::ElideMiddle, text.width()));
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.86);
    painter->setFont(small);
    painter->setPen(row.isDone || row.tone == QueueRow::Tone::Plain ? theme.muted
                        : row.tone == QueueRow::Tone::Attention     ? theme.attention
                                                                    : theme.positive);
    painter->drawText(text.adjusted(0, line, 0, 0), Qt::AlignVCenter,
                      QFontMetrics(small).elidedText(row.reason, Qt::ElideRight, text.width()));
    if (row.isDone) {
        painter->setFont(option.font);
        painter->setPen(theme.sound);
        painter->drawText(QRect(option.rect.right() - tick, option.rect.top(), tick, option.rect.height()),
                          Qt::AlignCenter, QStringLiteral("✓"));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(theme.accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

}
