#pragma once

#include <QTableView>

namespace widgets {

class SegmentTableModel;

/// A table in which a person reads and edits the segments of a tier. The row under the playhead is marked.
class SegmentTable : public QTableView {
    Q_OBJECT
public:
    explicit SegmentTable(QWidget* parent = nullptr);
    SegmentTableModel& segments() { return *m_model; }
    /// Marks the row under the playhead and brings it into sight; −1: no row is marked.
    void setCurrentSegment(int row);

signals:
    void rowChosen(std::size_t row); ///< by mouse or keys
    void removeRequested(std::size_t row);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    SegmentTableModel* m_model;
    bool m_isFollowing = false; ///< the row is being set by the playhead, not chosen by a person
};

}
