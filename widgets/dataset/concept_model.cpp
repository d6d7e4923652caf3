#include "widgets/dataset/concept_model.h"

#include "widgets/base/scale_number.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kAddsDecimals = 2;

/// On all predictions together.
double effectOf(const ConceptUnit& unit)
{
    return std::abs(unit.adds) * static_cast<double>(unit.moments.size());
}

}

void ConceptModel::setUnits(const DatasetContentPtr& content, std::vector<ConceptUnit> units)
{
    beginResetModel();
    m_content = content;
    m_units = std::move(units);
    m_largest = 1e-9;
    for (const ConceptUnit& unit : m_units)
        m_largest = std::max(m_largest, std::abs(unit.adds));
    endResetModel();
    sort(m_sortColumn, m_sortOrder);
}

void ConceptModel::setWhyNotMuted(const QString& why)
{
    m_whyNotMuted = why;
}

void ConceptModel::setSelection(const std::shared_ptr<const std::vector<bool>>& selection)
{
    m_marks = selection;
    if (!m_units.empty())
        emit dataChanged(index(0, Segments), index(rowCount() - 1, Segments));
}

void ConceptModel::setPicture(std::size_t point, const QImage& picture)
{
    m_pictures[point] = QPixmap::fromImage(picture);
    if (!m_units.empty())
        emit dataChanged(index(0, Moments), index(rowCount() - 1, Moments));
}

void ConceptModel::forgetPictures()
{
    m_pictures.clear();
}

QPixmap ConceptModel::picture(std::size_t point) const
{
    const auto found = m_pictures.find(point);
    return found == m_pictures.end() ? QPixmap() : found->second;
}

int ConceptModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_units.size());
}

int ConceptModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

std::size_t ConceptModel::selectedIn(const ConceptUnit& unit) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(unit.moments, [this](const ConceptUnit::Moment& moment) {
            return m_marks && moment.point < m_marks->size() && (*m_marks)[moment.point];
        }));
}

QString ConceptModel::text(const ConceptUnit& unit, int column) const
{
    switch (column) {
    case Name:
        return unit.name.isEmpty() ? tr("unit %1").arg(unit.unit + 1) : unit.name;
    case Adds:
        return signedNumber(unit.adds, kAddsDecimals);
    case Segments: {
        const std::size_t selected = selectedIn(unit);
        return selected == 0 ? QString::number(unit.moments.size())
                             : tr("%1 of %2").arg(selected).arg(unit.moments.size());
    }
    default:
        return {};
    }
}

QString ConceptModel::tip(const ConceptUnit& unit) const
{
    QString tip = tr("Unit %1: in %n segment(s), where it changes the prediction by %2 on average", nullptr,
                     static_cast<int>(unit.moments.size()))
                      .arg(unit.unit + 1)
                      .arg(signedNumber(unit.adds, kAddsDecimals));
    for (std::size_t i = 0; i < std::min<std::size_t>(unit.moments.size(), 3); ++i)
        tip += QLatin1Char('\n') + m_content->points[unit.moments[i].point].words;
    return tip;
}

QVariant ConceptModel::data(const QModelIndex& index, int role) const
{
    const ConceptUnit& unit = unitAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(unit, index.column());
    case Qt::EditRole:
        return index.column() == Name ? unit.name : text(unit, index.column());
    case Qt::CheckStateRole:
        return index.column() == Muted ? QVariant(unit.isMuted ? Qt::Unchecked : Qt::Checked) : QVariant();
    case PartRole:
        return unit.adds / m_largest;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (index.column() == Name ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::AccessibleTextRole:
        if (index.column() == Muted)
            return unit.isMuted ? tr("muted") : tr("counts");
        return index.column() == Moments ? tip(unit) : text(unit, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Muted)
            return m_whyNotMuted.isEmpty()
                ? tr("Without the tick the unit is muted: predictions are shown without what it adds.")
                : m_whyNotMuted;
        return index.column() == Moments ? QVariant() : tip(unit);
    default:
        return {};
    }
}

bool ConceptModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    ConceptUnit& unit = m_units[static_cast<std::size_t>(index.row())];
    if (index.column() == Muted && role == Qt::CheckStateRole) {
        unit.isMuted = value.toInt() == Qt::Unchecked;
        emit dataChanged(index, this->index(index.row(), Columns - 1));
        emit muteWished(unit.unit, unit.isMuted);
        return true;
    }
    if (index.column() != Name || role != Qt::EditRole || value.toString().simplified() == unit.name)
        return false;
    unit.name = value.toString().simplified();
    emit dataChanged(index, index);
    emit nameWished(unit.unit, unit.name);
    return true;
}

Qt::ItemFlags ConceptModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == Name)
        flags |= Qt::ItemIsEditable;
    if (index.column() == Muted && m_whyNotMuted.isEmpty())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant ConceptModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter | (section == Name || section == Moments ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("unit");
    case Adds:
        return tr("adds");
    case Segments:
        return tr("segments");
    case Moments:
        return tr("where it is strongest");
    default:
        return {};
    }
}

void ConceptModel::sortBy(int column)
{
    const bool isSame = column == m_sortColumn;
    const Qt::SortOrder first = column == Name ? Qt::AscendingOrder : Qt::DescendingOrder;
    const Qt::SortOrder other = m_sortOrder == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    sort(column, isSame ? other : first);
}

void ConceptModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    const auto isLess = [column](const ConceptUnit& a, const ConceptUnit& b) {
        switch (column) {
        case Muted:
            return a.isMuted < b.isMuted;
        case Name: // names before numbers
            return std::tuple(a.name.isEmpty(), a.name, a.unit)
                < std::tuple(b.name.isEmpty(), b.name, b.unit);
        case Segments:
            return a.moments.size() < b.moments.size();
        case Adds:
            return std::abs(a.adds) < std::abs(b.adds);
        default:
            return effectOf(a) < effectOf(b);
        }
    };
    beginResetModel();
    std::ranges::stable_sort(m_units, [&](const ConceptUnit& a, const ConceptUnit& b) {
        return order == Qt::AscendingOrder ? isLess(a, b) : isLess(b, a);
    });
    endResetModel();
}

}
