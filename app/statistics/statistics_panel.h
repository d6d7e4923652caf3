#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/tasks/task.h"

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
class Tasks;
class VideoOpener;

/// The Statistics dock: what a sequence's values are like, in this video or in all, and how two versions
/// differ.
class StatisticsPanel : public QWidget {
    Q_OBJECT
public:
    explicit StatisticsPanel(Document& document, VideoOpener& videos, engine::Prober& prober, Tasks& tasks,
                             QWidget* parent = nullptr);
    /// Shows how the chosen sequence differs from another file.
    void compareWith(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    const OpenDataset::Sequence* chosen() const;
    void fillSequences();
    void compute();
    void askForOther();
    void copy() const;

    VideoOpener& m_videos;
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
