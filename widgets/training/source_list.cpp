#include "widgets/training/source_list.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/theme.h"
#include "widgets/training/form_look.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace widgets {

namespace {

QString countText(const SourceRow& row)
{
    return row.covered ? SourceList::tr("%1 of %2").arg(*row.covered).arg(row.total)
                       : SourceList::tr("counting…");
}

}

/// The rows.
class SourceModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    std::vector<SourceRow> rows;

    void reset(std::vector<SourceRow> next)
    {
        beginResetModel();
        rows = std::move(next);
        endResetModel();
    }

    /// Ticks a row, and unticks the others of its modality; or unticks it.
    void toggle(const QModelIndex& index)
    {
        SourceRow& row = rows[static_cast<std::size_t>(index.row())];
        const bool isChecked = !row.isChecked;
        for (SourceRow& other : rows) {
            if (isChecked && other.modality == row.modality)
                other.isChecked = false;
        }
        row.isChecked = isChecked;
        emit dataChanged(this->index(0), this->index(rowCount() - 1));
    }

    const SourceRow& at(const QModelIndex& index) const
    {
        return rows[static_cast<std::size_t>(index.row())];
    }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(rows.size());
    }

    Qt::ItemFlags flags(const QModelIndex&) const override
    {
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        const SourceRow& row = at(index);
        if (role == Qt::DisplayRole)
            return row.name;
        if (role == Qt::CheckStateRole)
            return row.isChecked ? Qt::Checked : Qt::Unchecked;
        if (role != Qt::AccessibleTextRole)
            return {};
        QStringList parts{row.name, row.detail,
                          SourceList::tr("segments with values: %1").arg(countText(row)), row.note,
                          row.isChecked ? SourceList::tr("ticked") : SourceList::tr("not ticked")};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
};

namespace {

constexpr int kBox = 15;
constexpr int kModalityMark = 3; // the modality's colour, pixels wide
constexpr int kBar = 64;

/// Draws a row of the list.
class SourceDelegate : public FormRowDelegate {
public:
    SourceDelegate(const SourceModel& model, QObject* parent) : FormRowDelegate(parent), m_model(model) { }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {0, heightOf(QFontMetrics(option.font))};
    }

    static int heightOf(const QFontMetrics& metrics) { return metrics.height() + 24; }

    std::vector<FormCell> cells(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(option.palette);
        const SourceRow& row = m_model.at(index);
        const Columns columns = columnsOf(option);
        const QFont small = smallerFont(option.font);
        return {{columns.name, row.name, nameFont(option, row), row.isChecked ? theme.text : theme.muted},
                {columns.detail, row.detail, small, theme.muted},
                {columns.count, countText(row), small, row.isChecked ? theme.text : theme.muted},
                {columns.note, row.note, small, theme.muted}};
    }

protected:
    void paintMarks(QPainter& painter, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(option.palette);
        const SourceRow& row = m_model.at(index);
        const QColor own = row.isChecked ? theme.modality(row.modality)
                                         : mixed(theme.panel, theme.modality(row.modality), 0.55);
        const double middle = option.rect.top() + option.rect.height() / 2.0;
        const QRectF box(option.rect.left() + kFormMargin, middle - kBox / 2.0, kBox, kBox);
        painter.setPen(row.isChecked ? theme.accent : theme.muted);
        painter.setBrush(row.isChecked ? theme.accent : theme.raised);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        if (row.isChecked)
            drawTick(painter, box, theme.onAccent);
        painter.setPen(Qt::NoPen);
        painter.setBrush(own);
        painter.drawRoundedRect(QRectF(box.right() + 10, middle - 10, kModalityMark, 20), 1, 1);
        paintBar(painter, theme, QRectF(columnsOf(option).bar.left(), middle - 2.5, kBar, 5), row, own);
    }

private:
    struct Columns {
        QRect name, detail, bar, count, note;
    };

    static QFont nameFont(const QStyleOptionViewItem& option, const SourceRow& row)
    {
        return row.isChecked ? strongerFont(option.font) : option.font;
    }

    Columns columnsOf(const QStyleOptionViewItem& option) const
    {
        const QFontMetrics strong(strongerFont(option.font)), small(smallerFont(option.font));
        std::vector<int> needed(3, 0);
        int count = 0;
        for (const SourceRow& row : m_model.rows) {
            needed[0] = std::max(needed[0], strong.horizontalAdvance(row.name) + 2);
            needed[1] = std::max(needed[1], small.horizontalAdvance(row.detail) + 2);
            needed[2] = std::max(needed[2], small.horizontalAdvance(row.note) + 2);
            count = std::max(count, small.horizontalAdvance(countText(row)) + 2);
        }
        const int left = option.rect.left() + kFormMargin + kBox + 10 + kModalityMark + 10;
        const int right = option.rect.right() + 1 - kFormMargin;
        const int barGap = 10;
        const int room = right - left - kFormGap * 3 - kBar - barGap - count;
        const std::vector<int> widths = fairWidths(needed, room);
        const int rest = room - widths[0] - widths[1] - widths[2];
        const int more = std::min(rest / 4, kFormGap * 2); // between the columns; the note has the rest
        int x = left;
        const auto next = [&](int width, int gap) {
            const QRect place(x, option.rect.top(), width, option.rect.height());
            x += width + gap;
            return place;
        };
        Columns columns;
        columns.name = next(widths[0], kFormGap + more);
        columns.detail = next(widths[1], kFormGap + more);
        columns.bar = next(kBar, barGap);
        columns.count = next(count, kFormGap + more);
        columns.note = QRect(x, option.rect.top(), std::max(0, right - x), option.rect.height());
        return columns;
    }

    static void paintBar(QPainter& painter, const Theme& theme, const QRectF& place, const SourceRow& row,
                         const QColor& own)
    {
        if (!row.covered) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(theme.line);
            painter.drawRoundedRect(place, 2.5, 2.5);
            drawHatch(painter, place, theme.muted, 2.5);
            return;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.line);
        painter.drawRoundedRect(place, 2.5, 2.5);
        const double part
            = row.total > 0 ? std::clamp(static_cast<double>(*row.covered) / row.total, 0.0, 1.0) : 0.0;
        QRectF filled = place;
        filled.setWidth(place.width() * part);
        QPainterPath edge;
        edge.addRoundedRect(place, 2.5, 2.5);
        painter.save();
        painter.setClipPath(edge, Qt::IntersectClip);
        painter.fillRect(filled, own);
        painter.restore();
    }

    const SourceModel& m_model;
};

}

SourceList::SourceList(QWidget* parent) : FormRows(parent), m_model(new SourceModel(this))
{
    named(this, "sourceList", tr("From what is learnt"));
    setModel(m_model);
    setItemDelegate(new SourceDelegate(*m_model, this));
    connect(this, &QListView::clicked, this, &SourceList::toggle);
}

void SourceList::setRows(std::vector<SourceRow> rows)
{
    if (rows == m_model->rows)
        return;
    const int current = std::max(0, currentIndex().row());
    m_model->reset(std::move(rows));
    setCurrentIndex(m_model->index(std::min(current, m_model->rowCount() - 1)));
    updateGeometry();
}

const std::vector<SourceRow>& SourceList::rows() const
{
    return m_model->rows;
}

int SourceList::rowHeight() const
{
    return SourceDelegate::heightOf(fontMetrics());
}

void SourceList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        toggle(currentIndex());
    else
        FormRows::keyPressEvent(event);
}

void SourceList::toggle(const QModelIndex& index)
{
    m_model->toggle(index);
    emit changed();
}

}
