#include "widgets/dataset/slice_model.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/text_rows.h"

#include <QFont>

#include <algorithm>
#include <numeric>

namespace widgets {

void SliceModel::setSlices(std::vector<DatasetSlice> slices, double all, bool areClasses)
{
    beginResetModel();
    m_slices = std::move(slices);
    m_all = all;
    m_areClasses = areClasses;
    m_widest = all;
    for (const DatasetSlice& slice : m_slices)
        m_widest = std::max(
            m_widest, slice.figures.interval ? slice.figures.interval->end : slice.figures.meanAbsoluteError);
    countSelected();
    endResetModel();
    sort(m_sortColumn, m_sortOrder);
}

void SliceModel::setSelection(const std::shared_ptr<const std::vector<bool>>& selection)
{
    m_marks = selection;
    countSelected();
    if (!m_slices.empty())
        emit dataChanged(index(0, Selected), index(rowCount() - 1, Selected));
}

void SliceModel::countSelected()
{
    m_selected.assign(m_slices.size(), 0);
    m_selection = m_marks ? static_cast<std::size_t>(std::ranges::count(*m_marks, true)) : 0;
    for (std::size_t i = 0; m_selection > 0 && i < m_slices.size(); ++i)
        m_selected[i]
            = static_cast<std::size_t>(std::ranges::count_if(m_slices[i].points, [&](std::size_t point) {
                  return point < m_marks->size() && (*m_marks)[point];
              }));
}

int SliceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_slices.size());
}

int SliceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

double SliceModel::value(const DatasetSlice& slice, std::size_t row, int column) const
{
    switch (column) {
    case Count:
        return static_cast<double>(slice.figures.count);
    case Interval:
        return slice.figures.interval ? slice.figures.interval->start : -1.0;
    case Bias:
        return slice.figures.bias;
    case Accuracy:
        return slice.figures.accuracy2.value_or(2.0);
    case Selected:
        return static_cast<double>(m_selected[row]);
    default:
        return slice.figures.meanAbsoluteError;
    }
}

QString SliceModel::text(const DatasetSlice& slice, std::size_t row, int column) const
{
    switch (column) {
    case Name:
        return slice.name;
    case Count:
        return QString::number(slice.figures.count);
    case Error:
        return shownNumber(slice.figures.meanAbsoluteError, 2, 'f')
            + (slice.isBeyondChance ? QStringLiteral(" *") : QString());
    case Bias:
        return signedNumber(slice.figures.bias, 2);
    case Accuracy:
        return slice.figures.accuracy2 ? shownNumber(*slice.figures.accuracy2, 2, 'f') : QStringLiteral("–");
    case Selected:
        return m_selection == 0 ? QStringLiteral("–") : tr("%1 of %2").arg(m_selected[row]).arg(m_selection);
    default:
        return {};
    }
}

QVariant SliceModel::data(const QModelIndex& index, int role) const
{
    const auto row = static_cast<std::size_t>(index.row());
    const DatasetSlice& slice = m_slices[row];
    const engine::SliceFigures& figures = slice.figures;
    switch (role) {
    case Qt::DisplayRole:
        return text(slice, row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (index.column() == Name ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::FontRole:
        if (index.column() == Error) {
            QFont bold;
            bold.setWeight(QFont::DemiBold);
            return bold;
        }
        return {};
    case IntervalRole:
        return QVariantList{figures.interval ? figures.interval->start / m_widest : -1.0,
                            figures.meanAbsoluteError / m_widest,
                            figures.interval ? figures.interval->end / m_widest : -1.0, m_all / m_widest};
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        if (role == Qt::AccessibleTextRole && index.column() != Interval)
            return text(slice, row, index.column());
        QStringList lines{tr("%1: %n segment(s) of %2 videos", nullptr, static_cast<int>(figures.count))
                              .arg(slice.name)
                              .arg(figures.videos)};
        if (figures.interval)
            lines << (m_areClasses ? tr("95 % interval of the share that is wrong: %1 to %2")
                                   : tr("95 % interval of the MAE: %1 to %2"))
                         .arg(shownNumber(figures.interval->start, 2, 'f'),
                              shownNumber(figures.interval->end, 2, 'f'));
        else
            lines << tr("Too few videos for an interval.");
        if (slice.isBeyondChance)
            lines << tr("* Worse than all others beyond chance (Benjamini–Hochberg, 5 %).");
        return lines.join(QLatin1Char('\n'));
    }
    default:
        return {};
    }
}

QVariant SliceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (section == Name           ? Qt::AlignLeft
                                          : section == Interval ? Qt::AlignHCenter
                                                                : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    return section == m_sortColumn ? sortedHead(columnName(section), m_sortOrder) : columnName(section);
}

QString SliceModel::columnName(int column) const
{
    switch (column) {
    case Name:
        return tr("Slice");
    case Count:
        return tr("n");
    case Error:
        return m_areClasses ? tr("Wrong") : tr("MAE");
    case Interval:
        return tr("95 % interval");
    case Bias:
        return tr("Bias");
    case Accuracy:
        return tr("Acc-2");
    case Selected:
        return tr("In selection");
    default:
        return {};
    }
}

void SliceModel::sortBy(int column)
{
    const bool isSame = column == m_sortColumn;
    const bool isDown = isSame ? m_sortOrder == Qt::AscendingOrder : column != Name;
    sort(column, isDown ? Qt::DescendingOrder : Qt::AscendingOrder);
    emit headerDataChanged(Qt::Horizontal, 0, Columns - 1);
}

void SliceModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    std::vector<std::size_t> places(m_slices.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    const bool isUp = order == Qt::AscendingOrder;
    if (column == Name)
        std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) {
            const int compared = m_slices[a].name.localeAwareCompare(m_slices[b].name);
            return isUp ? compared < 0 : compared > 0;
        });
    else
        std::ranges::stable_sort(places, {}, [&](std::size_t place) {
            return (isUp ? 1.0 : -1.0) * value(m_slices[place], place, column);
        });
    beginResetModel();
    std::vector<DatasetSlice> sorted;
    for (const std::size_t place : places)
        sorted.push_back(std::move(m_slices[place]));
    m_slices = std::move(sorted);
    countSelected();
    endResetModel();
}

}
