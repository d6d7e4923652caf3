#pragma once

#include <QListView>

namespace widgets {

/// The list of a library. All rows are equally high, so that none moves when more becomes known of an entry;
/// QListView would lay out all of them anew, ten times a second while a million are read.
class EntryView : public QListView {
public:
    using QListView::QListView;

    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                     const QList<int>& roles) override
    {
        QAbstractItemView::dataChanged(topLeft, bottomRight,
                                       roles); // NOLINT: that of QListView is what is saved
    }
};

}
