#include "widgets/dataset/segment_list_model.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/text_rows.h"

#include <QFont>

#include <algorithm>

namespace widgets {

void SegmentListModel::setContent(const DatasetContentPtr& content, const QString& fold)
{
    m_content = content;
    m_fold = fold;
    makeRows();
}

void SegmentListModel::setSelection(const std::shared_ptr<const std::vector<bool>>& selection)
{
    m_selection = selection;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1), {Qt::FontRole});
}

void SegmentListModel::setWrongOnly(bool isOn)
{
    m_isWrongOnly = isOn;
    makeRows();
}

std::size_t SegmentListModel::wrong() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_content->points, [this](const DatasetPoint& point) {
            return point.isOf(m_fold) && point.isWrong();
        }));
}

/// Segments without what is sorted by come last, either way.
void SegmentListModel::makeRows()
{
    beginResetModel();
    m_rows.clear();
    const bool isWrongOnly = m_isWrongOnly && m_content->areClasses();
    for (std::size_t i = 0; i < m_content->points.size(); ++i) {
        const DatasetPoint& point = m_content->points[i];
        if (point.isOf(m_fold) && (!isWrongOnly || point.isWrong()))
            m_rows.push_back(i);
    }
    const bool isUp = m_sortOrder == Qt::AscendingOrder;
    if (m_sortColumn == Words)
        std::ranges::stable_sort(m_rows, [&](std::size_t a, std::size_t b) {
            const int compared = m_content->points[a].words.localeAwareCompare(m_content->points[b].words);
            return isUp ? compared < 0 : compared > 0;
        });
    else if (m_sortColumn == Name) { // points stand in the order of videos and time
        if (!isUp)
            std::ranges::reverse(m_rows);
    } else {
        std::ranges::stable_sort(m_rows, {}, [&](std::size_t place) {
            const DatasetPoint& point = m_content->points[place];
            const double value = m_sortColumn == Label ? point.label
                : m_sortColumn == Prediction           ? point.prediction
                : m_sortColumn == Probability          ? point.probability
                                                       : std::abs(point.error());
            return std::isnan(value) ? std::numeric_limits<double>::infinity() : isUp ? value : -value;
        });
    }
    endResetModel();
}

int SegmentListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SegmentListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString SegmentListModel::text(const DatasetPoint& point, int column) const
{
    switch (column) {
    case Name:
        return point.video + QStringLiteral(" · ") + QString::number(point.number);
    case Label:
        return point.isLabelled() ? m_content->valueText(point.label, 2) : QStringLiteral("–");
    case Prediction:
        return m_content->valueText(point.prediction, 2);
    case Probability:
        return point.isOfClass() ? shownNumber(point.probability, 2, 'f') : QString();
    case Error:
        if (!point.isLabelled())
            return QStringLiteral("–");
        return !point.isOfClass() ? signedNumber(point.error(), 2) : point.isWrong() ? tr("no") : tr("yes");
    default:
        return point.words;
    }
}

/// Names begin at the left, numbers end at the right; whether both agree stands between.
Qt::Alignment SegmentListModel::alignmentOf(int column) const
{
    const bool areClasses = m_content->areClasses();
    if (column == Probability || (!areClasses && column != Name && column != Words))
        return Qt::AlignVCenter | Qt::AlignRight;
    return Qt::AlignVCenter | (column == Error ? Qt::AlignHCenter : Qt::AlignLeft);
}

QVariant SegmentListModel::data(const QModelIndex& index, int role) const
{
    const std::size_t place = pointAt(index.row());
    const DatasetPoint& point = m_content->points[place];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(point, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(index.column()));
    case Qt::ToolTipRole:
        if (index.column() == Error && point.isOfClass() && point.isLabelled())
            return tr("The model gives %1 a probability of %2.")
                .arg(m_content->valueText(point.label, 2), shownNumber(point.labelProbability, 2, 'f'));
        return index.column() == Words ? point.words : QVariant();
    case Qt::FontRole: {
        QFont font;
        const bool isSelected = m_selection && place < m_selection->size() && (*m_selection)[place];
        font.setWeight(isSelected ? QFont::DemiBold : QFont::Normal);
        return font;
    }
    default:
        return {};
    }
}

QVariant SegmentListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section));
    if (role == Qt::ToolTipRole && section == Error && m_content->areClasses())
        return tr(
            "Whether label and prediction are the same; sorted by how little the model gives the label");
    if (role != Qt::DisplayRole)
        return {};
    return section == m_sortColumn ? sortedHead(columnName(section), m_sortOrder) : columnName(section);
}

QString SegmentListModel::columnName(int column) const
{
    switch (column) {
    case Name:
        return tr("Segment");
    case Label:
        return tr("Label");
    case Prediction:
        return tr("Prediction");
    case Probability:
        return tr("Probability");
    case Error:
        return m_content->areClasses() ? tr("Agree") : tr("Error");
    default:
        return tr("Words");
    }
}

void SegmentListModel::sortBy(int column)
{
    const bool isSame = column == m_sortColumn;
    const bool isDown = isSame ? m_sortOrder == Qt::AscendingOrder : column == Error || column == Probability;
    m_sortColumn = column;
    m_sortOrder = isDown ? Qt::DescendingOrder : Qt::AscendingOrder;
    makeRows();
    emit headerDataChanged(Qt::Horizontal, 0, Columns - 1);
}

}
