#pragma once

#include "widgets/library/library_model.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QLabel;
class QSortFilterProxyModel;

namespace widgets {

/// The dataset's videos: search them, see their labels and coverage, open one.
class LibraryPanel : public QWidget {
    Q_OBJECT
public:
    explicit LibraryPanel(QWidget* parent = nullptr);

    LibraryModel& model() { return *m_model; }
    void setDatasetName(const QString& name);
    void setCurrent(const QString& id); ///< never emits
    /// The entry before or after the current one among those shown; empty at the ends.
    QString neighbour(int step) const;
    void focusSearch();

    QSize sizeHint() const override { return {300, 400}; }

signals:
    void entryChosen(const QString& id);
    void thumbnailWanted(const QString& id);

private:
    void filter(const QString& text);
    void showCount();

    LibraryModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QLineEdit* m_search;
    QListView* m_view;
    QLabel* m_count;
    QString m_name;
    QString m_current;
    bool m_settingCurrent = false; ///< the view's current row changes by program, not by the user
};

}
