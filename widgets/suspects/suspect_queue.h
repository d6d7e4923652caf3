#pragma once

#include "widgets/queue/work_list.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace widgets {

/// The queue of suspicious labels: what models that have not seen a segment's video say against its label or
/// its data. It shows what it is given and announces what a person asks for.
class SuspectQueue : public QWidget {
    Q_OBJECT
public:
    explicit SuspectQueue(QWidget* parent = nullptr);

    /// A group of kinds that can be shown alone.
    struct Group {
        QString name; ///< `label`
        int count = 0;
        QString tip;
        friend bool operator==(const Group&, const Group&) = default;
    };
    struct State {
        QString note; ///< in the place of rows, where there are none, or beside a search
        std::optional<double> progress; ///< 0…1; absent: no search goes on
        QString searchText; ///< what the button says that begins or stops a search
        bool canSearch = true;
        bool canReview = false;
        bool canTrainAgain = false; ///< labels were changed here, which a model may learn
        int looked = 0; ///< suspects that were looked at
        int offered = 0; ///< suspects that there are
        QString found; ///< `found: 3 corrected, 2 accepted`; empty: nothing yet
        QString tip; ///< on the head: what each model is worth
        QString worth; ///< in the head: by how much to believe the queue; empty: nothing was searched
        bool isWeak = false; ///< `worth` is a warning
    };
    void setState(const State& state);
    void setRows(std::vector<WorkRow> rows);
    void setGroups(const std::vector<Group>& groups); ///< the first: all; those without any are not shown
    void setPicture(std::size_t row, const QImage& picture) { m_list->rows().setPicture(row, picture); }
    std::optional<std::size_t> current() const;
    void setCurrent(std::optional<std::size_t> row); ///< never emits
    std::pair<std::size_t, std::size_t> rowsInSight() const; ///< first, and behind the last
    QListView& list() { return *m_list; }

signals:
    void rowChosen(std::size_t row); ///< is to be opened and played
    void groupChosen(int group);
    void orderChosen(int order); ///< 0: most suspicious first, 1: video by video
    void searchWished();
    void stopWished();
    void reviewWished(); ///< of all that are shown
    void trainAgainWished(); ///< with the labels as they are now
    void closeWished();
    void sightChanged(); ///< other rows are in sight

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrangeGroups();

    QComboBox* m_order;
    QLabel* m_looked;
    QLabel* m_worth;
    QProgressBar* m_lookedBar;
    QWidget* m_groupRow;
    QGridLayout* m_groupGrid;
    std::vector<QToolButton*> m_groups;
    int m_group = 0;
    WorkList* m_list;
    QLabel* m_note;
    QWidget* m_room = nullptr;
    QProgressBar* m_searchBar;
    QLabel* m_found;
    QPushButton* m_search;
    QPushButton* m_review;
    QPushButton* m_again;
    bool m_isSearching = false;
};

}
