#pragma once

#include "widgets/library/library_model.h"
#include "widgets/library/library_search.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListView;
class QLabel;
class QToolButton;

namespace widgets {

class FilterPopup;

/// The dataset's videos: search and sort them, see their labels and coverage, open one.
class LibraryPanel : public QWidget {
    Q_OBJECT
public:
    explicit LibraryPanel(QWidget* parent = nullptr);

    LibraryModel& model() { return *m_model; }
    void setDatasetName(const QString& name);
    void setCurrent(const QString& id); ///< never emits
    void setOrder(const LibraryOrder& order); ///< never emits
    /// The entry before or after the current one among those shown; empty at the ends.
    QString neighbour(int step) const;
    void focusSearch();

    QSize sizeHint() const override { return {300, 400}; }

signals:
    void entryChosen(const QString& id);
    void playRequested(const QString& id); ///< by a click or Return: it was chosen before
    /// An entry was chosen that was found by its spoken words: the first of them is here. Follows
    /// entryChosen.
    void placeChosen(const QString& id, double seconds);
    void menuWished(const QString& id, const QPoint& where); ///< by a right click on an entry
    void orderChosen(const widgets::LibraryOrder& order);
    /// The entries in sight that have no picture yet; replaces earlier wishes.
    void thumbnailsWanted(const QStringList& ids);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeSearchRow();
    void makeList();
    void editText(const QString& text);
    void search();
    void showRows(const std::vector<LibraryRow>& rows);
    void showFilter();
    void choose(const QModelIndex& index);
    void askForThumbnails();
    void showCount();
    void showProblem(const QString& problem);
    QString firstLabel() const;

    LibraryModel* m_model;
    LibrarySearch m_searching;
    QLineEdit* m_search;
    QToolButton* m_filterButton;
    FilterPopup* m_popup;
    QLabel* m_problem;
    QListView* m_view;
    QLabel* m_count;
    QTimer m_thumbnails; ///< waits until the list stands still
    QTimer m_searchAgain; ///< searches again after further entries were read
    LibraryQuery m_query;
    LibraryOrder m_order;
    QString m_name;
    QString m_current;
    QString m_currentAtPress; ///< the current entry before the click
    bool m_settingCurrent = false; ///< the view's current row changes by program, not by the user
    bool m_searchIsNew = false; ///< the user changed it: the current entry comes into sight
};

}
