#pragma once

#include "widgets/conversation/conversation_content.h"

#include <QAbstractTableModel>

namespace widgets {

/// How the floor goes from one person to the next, a transition a row. Views sort by `Qt::UserRole`.
class TransitionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, FromTo, Offset, Kind, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setContent(const ConversationContent& content);
    double timeAt(int row) const; ///< seconds of the timeline

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const engine::TurnTransition& transition(int row) const;

    ConversationContent m_content;
};

}
