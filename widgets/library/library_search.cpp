#include "widgets/library/library_search.h"

#include <QElapsedTimer>
#include <QTimerEvent>

namespace widgets {

namespace {

constexpr qint64 kSliceNs = 4'000'000; // leaves most of a frame to everything else
constexpr std::size_t kBetweenLooks = 32; // entries between two looks at the clock

}

void LibrarySearch::start(const LibraryEntryList& entries, LibraryQuery query, LibraryOrder order)
{
    m_timer.stop();
    m_entries = entries;
    m_query = std::move(query);
    m_order = order;
    m_next = 0;
    m_rows.clear();
    m_values.clear();
    work();
}

void LibrarySearch::stop()
{
    m_timer.stop();
    m_entries = {};
}

void LibrarySearch::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId())
        work();
}

void LibrarySearch::work()
{
    QElapsedTimer clock;
    clock.start();
    while (m_next < m_entries.size()) {
        m_entries.look(m_next, [this, place = static_cast<int>(m_next)](const LibraryEntry& entry) {
            if (const auto hit = m_query.match(entry)) {
                m_rows.push_back({place, *hit});
                m_values.push_back(m_order.valueOf(entry, place));
            }
        });
        if (++m_next % kBetweenLooks == 0 && clock.nsecsElapsed() > kSliceNs) {
            m_timer.start(0, this);
            return;
        }
    }
    m_timer.stop();
    m_entries = {};
    sortRows(m_rows, m_values, m_order.descending);
    emit finished(m_rows);
}

}
