#pragma once

#include <QTableView>

namespace widgets {

class SegmentTableModel;

/// The table of a tier: the editable twin of what the timeline paints. The row under the playhead is marked.
class SegmentTable : public QTableView {
    Q_OBJECT
public:
    explicit SegmentTable(QWidget* parent = nullptr);
    SegmentTableModel& segments() { return *m_model; }
    /// The row under the playhead, brought into sight; −1: none.
    void setCurrentSegment(int row);

signals:
    void rowChosen(std::size_t row); ///< by mouse or keys
    void removeRequested(std::size_t row);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    SegmentTableModel* m_model;
    bool m_isFollowing = false; ///< the choice comes from the playhead
};

}
