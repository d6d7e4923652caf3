#include "widgets/queue/work_row.h"

#include "widgets/base/theme.h"
#include "widgets/queue/valued_picture.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

/// A row while it is painted; `line` is the height of a line of text.
struct Painting {
    QPainter& painter;
    const QStyleOptionViewItem& option;
    const WorkRow& row;
    const QImage picture;
    const Theme& theme;
    int line;

    QFont title() const
    {
        QFont font = option.font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    QFont small() const
    {
        QFont font = option.font;
        font.setPointSizeF(font.pointSizeF() * 0.86);
        return font;
    }
};

void paintGround(const Painting& of)
{
    const QRect& place = of.option.rect;
    if (of.option.state & QStyle::State_Selected) {
        of.painter.fillRect(place, mixed(of.theme.panel, of.theme.accent, 0.22));
        of.painter.fillRect(QRect(place.left(), place.top(), 3, place.height()), of.theme.accent);
    }
    of.painter.fillRect(place.left(), place.bottom(), place.width(), 1, of.theme.line);
}

void paintFocus(const Painting& of)
{
    if (!(of.option.state & QStyle::State_HasFocus))
        return;
    of.painter.setPen(of.theme.accent);
    of.painter.drawRect(of.option.rect.adjusted(0, 0, -1, -1));
}

/// Text in two lines at most; what is longer ends with dots.
void paintTwoLines(QPainter& painter, const QRect& place, const QString& text)
{
    const QFontMetrics metrics(painter.font());
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(place.width());
    const int length = first.textLength();
    layout.endLayout();
    painter.drawText(QRect(place.left(), place.top(), place.width(), metrics.height()), Qt::AlignVCenter,
                     text.left(length).trimmed());
    painter.drawText(QRect(place.left(), place.top() + metrics.height(), place.width(), metrics.height()),
                     Qt::AlignVCenter, metrics.elidedText(text.mid(length), Qt::ElideRight, place.width()));
}

void paintTick(const Painting& of, int width)
{
    const QRect& place = of.option.rect;
    of.painter.setFont(of.option.font);
    of.painter.setPen(of.theme.sound);
    of.painter.drawText(QRect(place.right() - width, place.top(), width, place.height()), Qt::AlignCenter,
                        QStringLiteral("✓"));
}

/// The picture of the video, and two lines.
void paintLow(const Painting& of)
{
    const QRect& place = of.option.rect;
    const int line = of.line;
    const QRect picture(place.left() + line * 2 / 3, place.center().y() - line, line * 2 * 16 / 9, line * 2);
    paintValuedPicture(of.painter, picture, of.picture, of.row.value, of.theme);
    const int left = picture.right() + line * 2 / 3;
    const int tick = of.row.isDone ? line * 3 / 2 : line / 2;
    const QRect text(left, place.center().y() - line, place.right() - left - tick, line * 2);
    of.painter.setFont(of.title());
    of.painter.setPen(of.row.isDone ? of.theme.muted : of.theme.text);
    of.painter.drawText(text.adjusted(0, 0, 0, -line), Qt::AlignVCenter,
                        QFontMetrics(of.title()).elidedText(of.row.title, Qt::ElideMiddle, text.width()));
    of.painter.setFont(of.small());
    of.painter.setPen(of.row.isDone || of.row.tone == WorkRow::Tone::Plain ? of.theme.muted
                          : of.row.tone == WorkRow::Tone::Attention        ? of.theme.attention
                                                                           : of.theme.positive);
    of.painter.drawText(text.adjusted(0, line, 0, 0), Qt::AlignVCenter,
                        QFontMetrics(of.small()).elidedText(of.row.reason, Qt::ElideRight, text.width()));
    if (of.row.isDone)
        paintTick(of, tick);
}

/// A picture with the value; how likely the entry is of what, and why in two lines.
void paintTall(const Painting& of)
{
    const QRect& place = of.option.rect;
    const int line = of.line;
    const int top = place.top() + line * 2 / 5;
    const QRect picture(place.left() + line * 2 / 3, top + line / 5, line * 5, line * 14 / 5);
    of.painter.setFont(of.option.font);
    paintValuedPicture(of.painter, picture, of.picture, of.row.value, of.theme);
    const int left = picture.right() + line * 2 / 3;
    const int right = place.right() - line * 2 / 3;
    const int bar = line * 2;
    of.painter.setFont(of.title());
    of.painter.setPen(of.theme.text);
    const int titleRoom = right - bar - line / 2 - left;
    const int titleWidth
        = std::min(QFontMetrics(of.title()).horizontalAdvance(of.row.title) + 2, titleRoom);
    of.painter.drawText(QRect(left, top, titleWidth, line), Qt::AlignVCenter,
                        QFontMetrics(of.title()).elidedText(of.row.title, Qt::ElideMiddle, titleWidth));
    of.painter.setFont(of.small());
    of.painter.setPen(of.theme.muted);
    const int kindWidth = QFontMetrics(of.small()).horizontalAdvance(of.row.kind);
    const bool hasRoomForKind = titleWidth + line / 2 + kindWidth <= titleRoom;
    if (hasRoomForKind)
        of.painter.drawText(QRect(right - bar - line / 2 - kindWidth, top, kindWidth, line),
                            Qt::AlignVCenter, of.row.kind);
    const QRect room(right - bar, top + line / 2 - 2, bar, 4);
    of.painter.fillRect(room, of.theme.line);
    of.painter.fillRect(QRect(room.left(), room.top(),
                              static_cast<int>(std::clamp(*of.row.score, 0.0, 1.0) * room.width()),
                              room.height()),
                        of.theme.accent);
    of.painter.setPen(mixed(of.theme.text, of.theme.muted, 0.4));
    paintTwoLines(of.painter, QRect(left, top + line * 6 / 5, right - left, line * 2),
                  hasRoomForKind ? of.row.reason
                                 : QStringLiteral("%1: %2").arg(of.row.kind, of.row.reason));
    if (of.row.isDone)
        paintTick(of, line * 3 / 2);
}

}

void WorkModel::setRows(std::vector<WorkRow> rows)
{
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        m_own.clear();
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        m_own.erase(static_cast<int>(i));
        tell(i);
    }
}

void WorkModel::setDone(std::size_t row, bool isDone)
{
    if (std::exchange(m_rows.at(row).isDone, isDone) != isDone)
        tell(row);
}

void WorkModel::setPicture(std::size_t row, const QImage& picture)
{
    if (row >= m_rows.size())
        return;
    m_own[static_cast<int>(row)] = picture;
    tell(row);
}

void WorkModel::tell(std::size_t row)
{
    const QModelIndex changed = index(static_cast<int>(row));
    emit dataChanged(changed, changed);
}

QImage WorkModel::picture(int row) const
{
    if (const auto own = m_own.find(row); own != m_own.end())
        return own->second;
    return m_pictures ? m_pictures(this->row(row).video) : QImage();
}

int WorkModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant WorkModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const WorkRow& shown = row(index.row());
    if (role == Qt::DisplayRole)
        return shown.title;
    const QString reason = shown.isDone ? tr("%1, done").arg(shown.reason) : shown.reason;
    const QString title
        = shown.kind.isEmpty() ? shown.title : QStringLiteral("%1: %2").arg(shown.title, shown.kind);
    if (role == Qt::ToolTipRole) // each may be longer than its line
        return QStringLiteral("%1\n%2").arg(title, reason);
    if (role == Qt::AccessibleDescriptionRole)
        return shown.kind.isEmpty() ? reason : QStringLiteral("%1\n%2").arg(title, reason);
    return {};
}

QSize WorkDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const WorkModel*>(index.model());
    const bool isTall = model && model->row(index.row()).score;
    return {120, QFontMetrics(option.font).height() * (isTall ? 4 : 3)};
}

void WorkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const auto* model = qobject_cast<const WorkModel*>(index.model());
    if (!model)
        return;
    const Painting painting{*painter,
                            option,
                            model->row(index.row()),
                            model->picture(index.row()),
                            themeOf(option.palette),
                            QFontMetrics(option.font).height()};
    painter->save();
    paintGround(painting);
    if (painting.row.score)
        paintTall(painting);
    else
        paintLow(painting);
    paintFocus(painting);
    painter->restore();
}

}
