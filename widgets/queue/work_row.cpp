#include "widgets/queue/work_row.h"

#include "widgets/base/elided_name.h"
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
    const WorkRow& widest;
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

bool isMarked(const WorkRow& row)
{
    return row.marks.isDone || row.marks.isFlagged;
}

void paintMark(const Painting& of, int width)
{
    const QRect& place = of.option.rect;
    of.painter.setFont(of.option.font);
    of.painter.setPen(of.row.marks.isFlagged ? of.theme.attention : of.theme.sound);
    of.painter.drawText(QRect(place.right() - width, place.top(), width, place.height()), Qt::AlignCenter,
                        of.row.marks.isFlagged ? QStringLiteral("⚑") : QStringLiteral("✓"));
}

/// The picture of the video, and two lines.
void paintLow(const Painting& of)
{
    const QRect& place = of.option.rect;
    const int line = of.line;
    const QRect picture(place.left() + line * 2 / 3, place.center().y() - line, line * 2 * 16 / 9, line * 2);
    paintValuedPicture(of.painter, picture, of.picture, of.row.value, of.theme);
    const int left = picture.right() + line * 2 / 3;
    const int mark = isMarked(of.row) ? line * 3 / 2 : line / 2;
    const QRect text(left, place.center().y() - line, place.right() - left - mark, line * 2);
    of.painter.setFont(of.title());
    of.painter.setPen(of.row.marks.isDone ? of.theme.muted : of.theme.text);
    of.painter.drawText(text.adjusted(0, 0, 0, -line), Qt::AlignVCenter,
                        elidedName(QFontMetrics(of.title()), of.row.title, text.width()));
    of.painter.setFont(of.small());
    of.painter.setPen(of.row.marks.isDone || of.row.tone == WorkRow::Tone::Plain ? of.theme.muted
                          : of.row.tone == WorkRow::Tone::Attention              ? of.theme.attention
                                                                                 : of.theme.positive);
    of.painter.drawText(text.adjusted(0, line, 0, 0), Qt::AlignVCenter,
                        QFontMetrics(of.small()).elidedText(of.row.reason, Qt::ElideRight, text.width()));
    if (isMarked(of.row))
        paintMark(of, mark);
}

/// Time, title, value and reason in one line.
void paintThin(const Painting& of)
{
    const int gap = of.line * 2 / 3;
    const int right = of.option.rect.right() - gap;
    QRect cell = of.option.rect.adjusted(gap, 0, 0, 0);
    const auto paint
        = [&](const QString& text, const QFont& font, const QColor& color, int width, int align) {
              cell.setWidth(std::max(0, std::min(width, right - cell.left())));
              of.painter.setFont(font);
              of.painter.setPen(color);
              of.painter.drawText(cell, align | Qt::AlignVCenter,
                                  QFontMetrics(font).elidedText(text, Qt::ElideRight, cell.width()));
              cell.moveLeft(cell.left() + cell.width() + gap);
          };
    const auto widthOf = [](const QFont& font, const QString& text) {
        return QFontMetrics(font).horizontalAdvance(text) + 2;
    };
    paint(of.row.when, of.small(), of.theme.muted, widthOf(of.small(), of.widest.when), Qt::AlignRight);
    const int valueWidth = of.widest.value.isEmpty() ? 0 : widthOf(of.small(), of.widest.value);
    const int room = right - cell.left() - (valueWidth > 0 ? valueWidth + gap : 0);
    const int titleWidth
        = of.widest.reason.isEmpty() ? room : std::min(widthOf(of.title(), of.widest.title), room * 2 / 5);
    paint(of.row.title, of.title(), of.theme.text, titleWidth, Qt::AlignLeft);
    if (valueWidth > 0)
        paint(of.row.value, of.small(), of.theme.muted, valueWidth, Qt::AlignRight);
    paint(of.row.reason, of.small(), of.theme.muted, right - cell.left(), Qt::AlignLeft);
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
    const int titleWidth = std::min(QFontMetrics(of.title()).horizontalAdvance(of.row.title) + 2, titleRoom);
    of.painter.drawText(QRect(left, top, titleWidth, line), Qt::AlignVCenter,
                        elidedName(QFontMetrics(of.title()), of.row.title, titleWidth));
    of.painter.setFont(of.small());
    of.painter.setPen(of.theme.muted);
    const int kindWidth = QFontMetrics(of.small()).horizontalAdvance(of.row.kind);
    const bool hasRoomForKind = titleWidth + line / 2 + kindWidth <= titleRoom;
    if (hasRoomForKind)
        of.painter.drawText(QRect(right - bar - line / 2 - kindWidth, top, kindWidth, line), Qt::AlignVCenter,
                            of.row.kind);
    const QRect room(right - bar, top + line / 2 - 2, bar, 4);
    of.painter.fillRect(room, of.theme.line);
    of.painter.fillRect(QRect(room.left(), room.top(),
                              static_cast<int>(std::clamp(*of.row.score, 0.0, 1.0) * room.width()),
                              room.height()),
                        of.theme.accent);
    of.painter.setPen(mixed(of.theme.text, of.theme.muted, 0.4));
    paintTwoLines(of.painter, QRect(left, top + line * 6 / 5, right - left, line * 2),
                  hasRoomForKind ? of.row.reason : QStringLiteral("%1: %2").arg(of.row.kind, of.row.reason));
    if (isMarked(of.row))
        paintMark(of, line * 3 / 2);
}

}

void WorkModel::setRows(std::vector<WorkRow> rows)
{
    const WorkRow before = std::exchange(m_widest, {});
    for (const WorkRow& row : rows) {
        for (QString WorkRow::*text : {&WorkRow::when, &WorkRow::title, &WorkRow::value, &WorkRow::reason}) {
            if ((row.*text).size() > (m_widest.*text).size())
                m_widest.*text = row.*text;
        }
    }
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
    if (m_widest != before && !m_rows.empty()) // columns are as wide in all rows
        emit dataChanged(index(0), index(rowCount() - 1));
}

void WorkModel::setMarks(std::size_t row, const WorkMarks& marks)
{
    if (std::exchange(m_rows.at(row).marks, marks) != marks)
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
    QStringList reason{shown.marks.isDone ? tr("%1, done").arg(shown.reason) : shown.reason};
    if (shown.marks.isFlagged)
        reason << tr("flagged");
    if (!shown.when.isEmpty()) // what the line has beside the title
        reason = QStringList{shown.when, shown.value, shown.reason};
    reason.removeAll(QString());
    const QString told = reason.join(QStringLiteral(" · "));
    const QString title
        = shown.kind.isEmpty() ? shown.title : QStringLiteral("%1: %2").arg(shown.title, shown.kind);
    if (role == Qt::ToolTipRole) // each may be longer than its line
        return QStringLiteral("%1\n%2").arg(title, told);
    if (role == Qt::AccessibleDescriptionRole)
        return shown.kind.isEmpty() ? told : QStringLiteral("%1\n%2").arg(title, told);
    return {};
}

QSize WorkDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const WorkModel*>(index.model());
    const int line = QFontMetrics(option.font).height();
    if (!model)
        return {120, line};
    const WorkRow& row = model->row(index.row());
    return {120, row.score ? line * 4 : row.when.isEmpty() ? line * 3 : line * 8 / 5};
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
                            model->widest(),
                            themeOf(option.palette),
                            QFontMetrics(option.font).height()};
    painter->save();
    paintGround(painting);
    if (painting.row.score)
        paintTall(painting);
    else if (!painting.row.when.isEmpty())
        paintThin(painting);
    else
        paintLow(painting);
    paintFocus(painting);
    painter->restore();
}

}
