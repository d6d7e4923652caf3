#pragma once

#include "app/dataset_view/dataset_slices.h"
#include "app/tasks/task.h"

#include <QObject>

namespace widgets {
class DatasetView;

}

namespace app {

class Document;
class Tasks;

/// The slices of the dataset view: makes them of the points, and keeps a person's own searches in the
/// project.
class RoomSlices : public QObject {
    Q_OBJECT
public:
    RoomSlices(Document& document, Tasks& tasks, widgets::DatasetView& view, QObject* parent);

    void readSearches(); ///< of the project that is open now
    /// Makes the slices of these points.
    void make(const widgets::DatasetContentPtr& content, const SegmentFactsPtr& facts);

private:
    void makeAgain();
    void noteSearches();

    Document& m_document;
    widgets::DatasetView& m_view;
    widgets::DatasetContentPtr m_content;
    SegmentFactsPtr m_facts;
    bool m_isAdding = false; ///< the last search is new: where it finds nothing it goes
    QStringList m_searches; ///< slices of one's own
    Task m_making;
};

}
