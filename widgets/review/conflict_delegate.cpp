#include "widgets/review/conflict_delegate.h"

#include "widgets/base/theme.h"
#include "widgets/review/conflict_model.h"
#include "widgets/review/conflict_text.h"

#include <QMouseEvent>
#include <QPainter>

namespace widgets {

namespace {

constexpr engine::ConflictSide kConflictSides[]
    = {engine::ConflictSide::Mine, engine::ConflictSide::Theirs, engine::ConflictSide::Both};

/// Whether a cell shows what was chosen; absent: it is not of a side, or nothing was chosen.
std::optional<bool> conflictCounts(const QModelIndex& index)
{
    using enum engine::ConflictSide;
    const auto side = static_cast<engine::ConflictSide>(index.data(ConflictModel::SideRole).toInt());
    const int column = index.column();
    if (side == Undecided || (column != ConflictModel::Mine && column != ConflictModel::Theirs))
        return std::nullopt;
    return side == Both || (side == Mine) == (column == ConflictModel::Mine);
}

QFont detailFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

}

QRect ConflictDelegate::choiceRect(const QRect& cell, engine::ConflictSide side)
{
    const QRect room = cell.adjusted(6, 9, -6, -10);
    const int place = static_cast<int>(side) - 1;
    const int left = room.left() + room.width() * place / 3;
    return {left, room.top(), room.left() + room.width() * (place + 1) / 3 - left, room.height()};
}

QSize ConflictDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int line = QFontMetrics(option.font).height();
    return {line * 6, line * 2 + 12};
}

void ConflictDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, mixed(theme.panel, theme.accent, 0.22));
    painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, theme.line);
    if (index.column() == ConflictModel::Choice) {
        paintChoices(*painter, option, index);
        painter->restore();
        return;
    }
    const std::optional<bool> isChosen = conflictCounts(index);
    QRect room = option.rect.adjusted(8, 4, -6, -5);
    const int line = QFontMetrics(option.font).height();
    QFont font = option.font;
    QString text = index.data(Qt::DisplayRole).toString();
    if (isChosen == true) {
        font.setWeight(QFont::DemiBold);
        text.prepend(QStringLiteral("✓ "));
    }
    painter->setFont(font);
    painter->setPen(isChosen == false ? theme.muted : theme.text);
    const QString detail = index.data(ConflictModel::DetailRole).toString();
    const int height = detail.isEmpty() ? room.height() : line;
    painter->drawText(QRect(room.left(), room.top(), room.width(), height), Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
    painter->setFont(detailFont(option.font));
    painter->setPen(theme.muted);
    painter->drawText(QRect(room.left(), room.top() + line, room.width(), line), Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(detail, Qt::ElideRight, room.width()));
    painter->restore();
}

void ConflictDelegate::paintChoices(QPainter& painter, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const
{
    const auto* model = qobject_cast<const ConflictModel*>(index.model());
    if (!model)
        return;
    const Theme& theme = themeOf(option.palette);
    const engine::Conflict& conflict = model->conflict(index.row());
    const engine::ConflictSide chosen = model->side(index.row());
    painter.setFont(detailFont(option.font));
    for (const engine::ConflictSide side : kConflictSides) {
        const QRect box = choiceRect(option.rect, side);
        const bool isChosen = side == chosen;
        const bool isAllowed = conflict.allows(side);
        painter.setPen(isChosen ? theme.accent : theme.line);
        painter.setBrush(isChosen ? QBrush(theme.accent) : Qt::NoBrush);
        painter.drawRect(box.adjusted(0, 0, -1, -1));
        painter.setPen(isChosen        ? theme.onAccent
                           : isAllowed ? theme.text
                                       : mixed(theme.panel, theme.muted, 0.45));
        painter.drawText(box.adjusted(2, 0, -2, 0), Qt::AlignCenter,
                         painter.fontMetrics().elidedText(sideName(side), Qt::ElideRight, box.width() - 4));
    }
}

bool ConflictDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                   const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (index.column() == ConflictModel::Choice && event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        for (const engine::ConflictSide side : kConflictSides) {
            if (mouse->button() == Qt::LeftButton
                && choiceRect(option.rect, side).contains(mouse->position().toPoint()))
                emit sideClicked(index.row(), side);
        }
        return true;
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

}
