#include "widgets/statistics/statistics_model.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QGuiApplication>
#include <QPalette>

#include <cmath>
#include <functional>

namespace widgets {

namespace {

enum StatisticsColumn { Name, Values, Minimum, Maximum, Mean, Deviation, Nan, Infinite, StatisticsColumns };
enum ComparisonColumn {
    Dimension,
    Compared,
    Different,
    MeanDifference,
    LargestDifference,
    ComparisonColumns
};

QVariant number(double value)
{
    return std::isnan(value) ? QVariant() : QVariant(value);
}

QString field(const QString& text)
{
    return text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"'))
            || text.contains(QLatin1Char('\n'))
        ? QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"')
        : text;
}

}

void StatisticsModel::setStatistics(engine::SequenceStatistics statistics)
{
    beginResetModel();
    m_kind = Kind::Statistics;
    m_statistics = std::move(statistics);
    endResetModel();
}

void StatisticsModel::setComparison(engine::SequenceComparison comparison)
{
    beginResetModel();
    m_kind = Kind::Comparison;
    m_comparison = std::move(comparison);
    endResetModel();
}

void StatisticsModel::clear()
{
    beginResetModel();
    m_kind = Kind::Nothing;
    endResetModel();
}

int StatisticsModel::histogramColumn() const
{
    return m_kind == Kind::Statistics ? Values : -1;
}

const engine::Histogram* StatisticsModel::histogram(int row) const
{
    return m_kind == Kind::Statistics ? &m_statistics.dimensions.at(static_cast<std::size_t>(row)).histogram()
                                      : nullptr;
}

int StatisticsModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || m_kind == Kind::Nothing)
        return 0;
    return static_cast<int>(m_kind == Kind::Statistics ? m_statistics.dimensions.size()
                                                       : m_comparison.dimensions.size());
}

int StatisticsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_kind == Kind::Nothing ? 0
        : m_kind == Kind::Statistics                   ? int(StatisticsColumns)
                                                       : int(ComparisonColumns);
}

QVariant StatisticsModel::value(int row, int column) const
{
    const auto place = static_cast<std::size_t>(row);
    if (m_kind == Kind::Comparison) {
        const engine::DimensionDifference& dimension = m_comparison.dimensions.at(place);
        switch (column) {
        case Dimension:
            return QString::fromStdString(dimension.name);
        case Compared:
            return static_cast<qulonglong>(dimension.rows);
        case Different:
            return static_cast<qulonglong>(dimension.different);
        case MeanDifference:
            return dimension.mean;
        default:
            return dimension.largest;
        }
    }
    const engine::DimensionStatistics& dimension = m_statistics.dimensions.at(place);
    switch (column) {
    case Name:
        return QString::fromStdString(dimension.name);
    case Minimum:
        return number(dimension.minimum());
    case Maximum:
        return number(dimension.maximum());
    case Mean:
        return number(dimension.mean());
    case Deviation:
        return number(dimension.standardDeviation());
    case Nan:
        return static_cast<qulonglong>(dimension.nans());
    case Infinite:
        return static_cast<qulonglong>(dimension.infinities());
    default:
        return {};
    }
}

QString StatisticsModel::finding(int row) const
{
    if (m_kind != Kind::Statistics)
        return {};
    const engine::DimensionStatistics& dimension = m_statistics.dimensions.at(static_cast<std::size_t>(row));
    if (dimension.count() == 0)
        return tr("empty: not one number");
    if (dimension.isConstant())
        return tr("constant: the same number everywhere");
    if (dimension.nans() + dimension.infinities() > 0)
        return tr("%1 of %2 values are no numbers")
            .arg(dimension.nans() + dimension.infinities())
            .arg(dimension.nans() + dimension.infinities() + dimension.count());
    return {};
}

QVariant StatisticsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const QVariant cell = value(index.row(), index.column());
    const bool isNumber = cell.typeId() == QMetaType::Double;
    switch (role) {
    case Qt::DisplayRole:
        return isNumber ? QVariant(shownNumber(cell.toDouble(), 5)) : cell;
    case Qt::UserRole:
        return cell;
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == 0 ? Qt::AlignLeft | Qt::AlignVCenter
                                            : Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return finding(index.row());
    case Qt::ForegroundRole:
        return finding(index.row()).isEmpty() ? QVariant()
                                              : QVariant(themeOf(QGuiApplication::palette()).attention);
    case Qt::AccessibleDescriptionRole:
        return finding(index.row());
    default:
        return {};
    }
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section;
    const QStringList statistics{tr("Dimension"), tr("Values"),    tr("Minimum"), tr("Maximum"),
                                 tr("Mean"),      tr("Deviation"), tr("NaN"),     tr("Infinite")};
    const QStringList comparison{tr("Dimension"), tr("Rows"), tr("Different"), tr("Mean difference"),
                                 tr("Largest difference")};
    return (m_kind == Kind::Comparison ? comparison : statistics).value(section);
}

QString StatisticsModel::toCsv() const
{
    QString csv;
    const auto addLine = [&](const std::function<QString(int)>& cell) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column) {
            if (column != histogramColumn())
                cells << field(cell(column));
        }
        csv += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    };
    addLine([this](int column) { return headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); });
    for (int row = 0; row < rowCount(); ++row)
        addLine([this, row](int column) {
            const QVariant cell = value(row, column);
            return cell.typeId() == QMetaType::Double ? QString::number(cell.toDouble(), 'g', 17)
                                                      : cell.toString();
        });
    return csv;
}

}
