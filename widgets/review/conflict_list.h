#pragma once

#include "engine/annotation/conflict.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace widgets {

class ConflictModel;

/// Conflicts of a merge, mine beside theirs, with what counts of each. Arrows go from row to row; M, T and B
/// choose mine, theirs or both and go on.
class ConflictList : public QWidget {
    Q_OBJECT
public:
    explicit ConflictList(QWidget* parent = nullptr);

    void setConflicts(std::vector<engine::Conflict> conflicts);
    engine::ConflictChoices choices() const;
    int undecided() const;

signals:
    void chosen(); ///< by a person, for one row or more
    void placeWished(const engine::Conflict& conflict); ///< its place is to be shown

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillKinds();
    void showUndecided();
    void choose(int row, engine::ConflictSide side);

    ConflictModel* m_model;
    QTableView* m_table;
    QComboBox* m_kind;
    QLabel* m_undecided;
};

}
