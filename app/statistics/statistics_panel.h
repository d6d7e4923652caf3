#pragma once

#include "app/statistics/counted_sequence.h"
#include "app/tasks/task.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace widgets {
class DifferenceMap;
class StatisticsModel;

}

namespace app {

class Document;
class ProjectMoments;
class Tasks;
class VideoOpener;

/// The Statistics dock: what the values of a sequence or of a label are like as the project has them now, in
/// this video or in all, and how two versions differ.
class StatisticsPanel : public QWidget {
    Q_OBJECT
public:
    explicit StatisticsPanel(Document& document, const ProjectMoments& moments, VideoOpener& videos,
                             engine::Prober& prober, Tasks& tasks, QWidget* parent = nullptr);
    /// Shows how the chosen sequence differs from another file.
    void compareWith(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    const CountedSequence* chosen() const;
    void fillSequences();
    void readLabels();
    void showChoices(std::vector<CountedSequence> labels);
    bool countsLabels() const;
    void compute();
    void askForOther();
    void copy() const;

    const ProjectMoments& m_moments;
    VideoOpener& m_videos;
    std::vector<CountedSequence> m_counted; ///< in the order of the choice
    bool m_isCompared = false; ///< the table shows how two versions differ
    QTimer m_soon; ///< what was edited is counted when nobody edits any more
    Task m_listing;
    engine::Prober& m_prober;
    Task m_reading;
    Task m_comparing;
    QComboBox* m_sequence;
    QComboBox* m_scope;
    QPushButton* m_compare;
    QPushButton* m_copy;
    QLabel* m_summary;
    widgets::DifferenceMap* m_map;
    QTableView* m_table;
    widgets::StatisticsModel* m_model;
    QSortFilterProxyModel* m_sorted;
};

}
