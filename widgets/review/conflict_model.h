#pragma once

#include "engine/annotation/conflict.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace widgets {

/// Conflicts of a merge as rows, with what was chosen for each; only those of one kind where that is wished.
class ConflictModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Place, What, Mine, Theirs, Choice, Columns };
    enum Role {
        DetailRole = Qt::UserRole, ///< the second line of a cell: who and when, or of which tier
        SideRole ///< int of engine::ConflictSide
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setConflicts(std::vector<engine::Conflict> conflicts);
    const std::vector<engine::Conflict>& conflicts() const { return m_conflicts; }
    const engine::Conflict& conflict(int row) const { return m_conflicts[m_shown[std::size_t(row)]]; }
    engine::ConflictSide side(int row) const { return m_sides[m_shown[std::size_t(row)]]; }
    /// Shows only this kind; absent: all.
    void setKind(std::optional<engine::ConflictKind> kind);
    /// @return whether it can be chosen there
    bool choose(int row, engine::ConflictSide side);
    /// What `sideOf` says, for all rows in sight that allow it; undecided leaves a row as it is.
    void chooseShown(const std::function<engine::ConflictSide(const engine::Conflict&)>& sideOf);
    int undecided() const { return m_undecided; } ///< of all, shown or not
    engine::ConflictChoices choices() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void chosen(); ///< for one row or more

private:
    void set(std::size_t place, engine::ConflictSide side);

    std::vector<engine::Conflict> m_conflicts;
    std::vector<engine::ConflictSide> m_sides; ///< of each
    std::vector<std::size_t> m_shown; ///< places
    int m_undecided = 0;
};

}
