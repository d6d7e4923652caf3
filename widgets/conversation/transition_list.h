#pragma once

#include "widgets/conversation/conversation_content.h"

#include <QTableView>

class QSortFilterProxyModel;

namespace widgets {

class TransitionModel;

/// The list of transitions, sorted by a click on a head. A click on a row, or Return, wishes to go there.
class TransitionList : public QTableView {
    Q_OBJECT
public:
    explicit TransitionList(QWidget* parent = nullptr);

    void setContent(const ConversationContent& content); ///< the order stays

signals:
    void timeChosen(double seconds);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void fitRows();

    std::shared_ptr<const engine::TakenTurns> m_turns; ///< that are shown
    std::vector<PersonLook> m_people;
    TransitionModel* m_transitions;
    QSortFilterProxyModel* m_sorted;
};

}
