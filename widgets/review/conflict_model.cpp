#include "widgets/review/conflict_model.h"

#include "widgets/review/conflict_text.h"

#include <algorithm>

namespace widgets {

namespace {

/// What a row is when it comes: decided, where only one side can stand.
engine::ConflictSide atFirst(const engine::Conflict& conflict)
{
    using enum engine::ConflictSide;
    if (!conflict.canBeTheirs && !conflict.canBeBoth)
        return Mine;
    if (!conflict.canBeMine && !conflict.canBeBoth)
        return Theirs;
    return Undecided;
}

}

void ConflictModel::setConflicts(std::vector<engine::Conflict> conflicts)
{
    beginResetModel();
    m_conflicts = std::move(conflicts);
    m_sides.clear();
    m_shown.clear();
    m_undecided = 0;
    for (const engine::Conflict& conflict : m_conflicts) {
        m_shown.push_back(m_shown.size());
        m_sides.push_back(atFirst(conflict));
        m_undecided += m_sides.back() == engine::ConflictSide::Undecided ? 1 : 0;
    }
    endResetModel();
}

void ConflictModel::setKind(std::optional<engine::ConflictKind> kind)
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_conflicts.size(); ++i) {
        if (!kind || m_conflicts[i].kind == *kind)
            m_shown.push_back(i);
    }
    endResetModel();
}

void ConflictModel::set(std::size_t place, engine::ConflictSide side)
{
    const auto count = [&] { return m_sides[place] == engine::ConflictSide::Undecided ? 1 : 0; };
    m_undecided -= count();
    m_sides[place] = side;
    m_undecided += count();
}

bool ConflictModel::choose(int row, engine::ConflictSide side)
{
    if (row < 0 || row >= rowCount() || !conflict(row).allows(side))
        return false;
    set(m_shown[static_cast<std::size_t>(row)], side);
    emit dataChanged(index(row, 0), index(row, Columns - 1));
    emit chosen();
    return true;
}

void ConflictModel::chooseShown(const std::function<engine::ConflictSide(const engine::Conflict&)>& sideOf)
{
    if (m_shown.empty())
        return;
    for (const std::size_t place : m_shown) {
        const engine::ConflictSide side = sideOf(m_conflicts[place]);
        if (side != engine::ConflictSide::Undecided && m_conflicts[place].allows(side))
            set(place, side);
    }
    emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    emit chosen();
}

engine::ConflictChoices ConflictModel::choices() const
{
    engine::ConflictChoices choices;
    for (std::size_t i = 0; i < m_conflicts.size(); ++i) {
        if (m_sides[i] != engine::ConflictSide::Undecided)
            choices[m_conflicts[i]] = m_sides[i];
    }
    return choices;
}

int ConflictModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ConflictModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Columns);
}

QVariant ConflictModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const engine::Conflict& of = conflict(index.row());
    if (role == SideRole)
        return static_cast<int>(side(index.row()));
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (!isText && role != DetailRole)
        return {};
    switch (index.column()) {
    case Place:
        return QString::fromStdString(isText ? of.video : of.where);
    case What:
        return isText ? conflictField(of) : QString::fromStdString(of.tier);
    case Mine:
        return isText ? conflictValue(of.mine) : saidBy(of.mineBy);
    case Theirs:
        return isText ? conflictValue(of.theirs) : saidBy(of.theirsBy);
    case Choice:
        return isText ? sideName(side(index.row())) : QString();
    default:
        return {};
    }
}

QVariant ConflictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Place:
        return tr("Where");
    case What:
        return tr("What");
    case Mine:
        return tr("Mine");
    case Theirs:
        return tr("Theirs");
    case Choice:
        return tr("What counts");
    default:
        return {};
    }
}

}
