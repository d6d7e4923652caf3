#pragma once

#include "widgets/library/library_entry.h"

#include <QHash>
#include <QList>

#include <vector>

namespace widgets {

/// All entries of a dataset, in its order, and the place of each. Copies share what they hold until an entry
/// is replaced: a dataset may have a million videos.
class LibraryEntryList {
public:
    using value_type = LibraryEntryPtr;
    using const_iterator = QList<LibraryEntryPtr>::const_iterator;

    LibraryEntryList() = default;
    LibraryEntryList(const std::vector<LibraryEntryPtr>& entries); // NOLINT: it is such a list

    std::size_t size() const { return static_cast<std::size_t>(m_entries.size()); }
    bool empty() const { return m_entries.isEmpty(); }
    const_iterator begin() const { return m_entries.cbegin(); }
    const_iterator end() const { return m_entries.cend(); }
    const LibraryEntryPtr& front() const { return m_entries.front(); }
    const LibraryEntryPtr& operator[](std::size_t place) const
    {
        return m_entries[static_cast<qsizetype>(place)];
    }
    int placeOf(const QString& id) const
    {
        return m_places.value(id, -1);
    } ///< negative: no entry has this id
    /// Takes the entry in the place of the one with the same id. Returns the place; negative: there was none.
    int replace(const LibraryEntryPtr& entry);

private:
    QList<LibraryEntryPtr> m_entries;
    QHash<QString, int> m_places;
};

}
