#include "widgets/table/segment_table_model.h"

#include "widgets/base/scale_number.h"

#include <algorithm>

namespace widgets {

void SegmentTableModel::setRows(std::vector<Row> rows, const QStringList& labels)
{
    if (rows.size() != m_rows.size() || labels != m_labels) {
        beginResetModel();
        m_rows = std::move(rows);
        m_labels = labels;
        endResetModel();
        return;
    }
    // The same number of rows: what is selected stays, and only what differs is drawn again.
    const auto [first, unused] = std::ranges::mismatch(m_rows, rows);
    if (first == m_rows.end())
        return;
    const auto from = static_cast<int>(first - m_rows.begin());
    int to = rowCount() - 1;
    while (to > from && m_rows[static_cast<std::size_t>(to)] == rows[static_cast<std::size_t>(to)])
        --to;
    m_rows = std::move(rows);
    emit dataChanged(index(from, 0), index(to, columnCount() - 1));
}

int SegmentTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SegmentTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstLabel + static_cast<int>(m_labels.size());
}

QString SegmentTableModel::cell(const Row& row, int column) const
{
    switch (column) {
    case Start:
        return shownNumber(row.span.start, 3, 'f');
    case End:
        return shownNumber(row.span.end, 3, 'f');
    case Length:
        return shownNumber(row.span.end - row.span.start, 3, 'f');
    case Text:
        return row.text;
    default:
        break;
    }
    return row.labels.value(column - FirstLabel);
}

QVariant SegmentTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case Qt::EditRole: // to the microsecond, so that opening and closing the editor changes nothing
        return index.column() == Start ? shownNumber(row.span.start, 6, 'f')
            : index.column() == End    ? shownNumber(row.span.end, 6, 'f')
                                       : cell(row, index.column());
    case Qt::ToolTipRole: // a text may be longer than its column
        return index.column() >= Text ? cell(row, index.column()) : QString();
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == Text ? Qt::AlignLeft | Qt::AlignVCenter
                                               : Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            cell(row, index.column()));
    default:
        return {};
    }
}

QVariant SegmentTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case Start:
        return tr("Start (s)");
    case End:
        return tr("End (s)");
    case Length:
        return tr("Length (s)");
    case Text:
        return tr("Text");
    default:
        return m_labels.value(section - FirstLabel);
    }
}

Qt::ItemFlags SegmentTableModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return m_editable && index.isValid() && index.column() != Length ? flags | Qt::ItemIsEditable : flags;
}

bool SegmentTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = value.toString().trimmed();
    if (text == data(index, Qt::EditRole).toString())
        return false;
    const auto row = static_cast<std::size_t>(index.row());
    if (index.column() == Start || index.column() == End)
        emit timeEdited(row, index.column() == End, text);
    else if (index.column() == Text)
        emit textEdited(row, text);
    else
        emit labelEdited(row, m_labels.value(index.column() - FirstLabel), text);
    return true;
}

}
