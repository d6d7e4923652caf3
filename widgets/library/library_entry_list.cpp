#include "widgets/library/library_entry_list.h"

namespace widgets {

LibraryEntryList::LibraryEntryList(const std::vector<LibraryEntryPtr>& entries)
    : m_entries(entries.begin(), entries.end())
{
    m_places.reserve(m_entries.size());
    for (qsizetype place = 0; place < m_entries.size(); ++place)
        m_places.insert(m_entries[place]->id, static_cast<int>(place));
}

int LibraryEntryList::replace(const LibraryEntryPtr& entry)
{
    const int place = placeOf(entry->id);
    if (place >= 0)
        m_entries[place] = entry;
    return place;
}

}
