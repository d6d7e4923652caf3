#pragma once

#include "widgets/queue/work_row.h"

#include <QListView>

namespace widgets {

/// A list that is worked off: entries as WorkDelegate draws them, one of which is in hand.
class WorkList : public QListView {
    Q_OBJECT
public:
    explicit WorkList(QWidget* parent = nullptr);

    WorkModel& rows() { return *m_model; }
    const WorkModel& rows() const { return *m_model; }
    int rowCount() const { return m_model->rowCount(); }
    int currentRow() const { return currentIndex().row(); } ///< −1: none
    void setCurrentRow(int row) { setCurrentIndex(m_model->index(row)); }

private:
    WorkModel* m_model;
};

}
