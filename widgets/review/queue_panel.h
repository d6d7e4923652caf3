#pragma once

#include "widgets/queue/work_list.h"

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace widgets {

/// The segments of a pass one below the other, with how many are done.
class QueuePanel : public QWidget {
    Q_OBJECT
public:
    explicit QueuePanel(QWidget* parent = nullptr);

    WorkModel& model() { return m_list->rows(); }
    void setQueue(std::vector<WorkRow> rows);
    /// @param marks      one per row
    /// @param agreement  `α 0.81`; empty: nothing to tell yet
    void setProgress(const std::vector<WorkMarks>& marks, std::optional<std::size_t> current,
                     const QString& agreement);
    void setFoot(QWidget* foot); ///< below the queue; it is taken
    void picturesChanged(); ///< some that were not there have come

signals:
    void placeChosen(std::size_t place);
    void beginRequested(); ///< where there is no queue

private:
    QLabel* m_progressText;
    QProgressBar* m_progress;
    WorkList* m_list;
    QWidget* m_nothing; ///< stands where there is no queue
};

}
