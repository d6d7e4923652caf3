#pragma once

#include "widgets/library/library_entry_list.h"
#include "widgets/library/library_order.h"

#include <QBasicTimer>
#include <QObject>

namespace widgets {

/// Finds and sorts the entries that match a query, in slices between which the event loop runs: a few are
/// found before start() returns, 25 000 some frames later. A new search ends the one before.
class LibrarySearch : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void start(const LibraryEntryList& entries, LibraryQuery query, LibraryOrder order);
    void stop();
    bool isRunning() const { return m_timer.isActive(); }

signals:
    void finished(const std::vector<widgets::LibraryRow>& rows);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void work();

    LibraryEntryList m_entries;
    LibraryQuery m_query;
    LibraryOrder m_order;
    std::size_t m_next = 0;
    std::vector<LibraryRow> m_rows;
    std::vector<double> m_values; ///< that the rows are sorted by
    QBasicTimer m_timer;
};

}
