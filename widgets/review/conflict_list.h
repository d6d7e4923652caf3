#pragma once

#include "engine/annotation/conflict.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace widgets {

class ConflictModel;

/// Conflicts of a merge, mine beside theirs, with what counts of each. Arrows go from row to row; A (or
/// T, 2) takes theirs, X (M, 1) keeps mine, B (3) takes both, and goes on; Enter goes to the next that is undecided.
class ConflictList : public QWidget {
    Q_OBJECT
public:
    explicit ConflictList(QWidget* parent = nullptr);

    void setConflicts(std::vector<engine::Conflict> conflicts);
    engine::ConflictChoices choices() const;
    int undecided() const;

signals:
    void chosen(); ///< by a person, for one row or more
    void placeWished(const engine::Conflict& conflict); ///< the place of the conflict is to be shown

private:
    void fillKinds();
    void showUndecided();
    void makeKeys();
    void choose(engine::ConflictSide side);
    bool goToUndecided(); ///< @return whether there is one

    ConflictModel* m_model;
    QTableView* m_table;
    QComboBox* m_kind;
    QLabel* m_undecided;
};

}
