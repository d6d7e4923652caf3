#include "widgets/library/library_entry_list.h"

#include <QHash>

#include <algorithm>

namespace widgets {

namespace {

constexpr std::size_t kPart = 1024; ///< places that are copied when one of them is replaced

/// Videos of which each entry is given.
class GivenVideos final : public ListedVideos {
public:
    explicit GivenVideos(const std::vector<LibraryEntryPtr>& entries) : m_entries(entries)
    {
        for (const LibraryEntryPtr& entry : entries) {
            m_places.insert(entry->id, static_cast<int>(m_places.size()));
            if (!entry->fold.isEmpty() && !m_folds.contains(entry->fold))
                m_folds << entry->fold;
        }
        m_folds.sort();
    }
    std::size_t size() const override { return m_entries.size(); }
    LibraryEntry entry(std::size_t place) const override { return *m_entries[place]; }
    int placeOf(const QString& id) const override { return m_places.value(id, -1); }
    QStringList folds() const override { return m_folds; }

private:
    std::vector<LibraryEntryPtr> m_entries;
    QHash<QString, int> m_places;
    QStringList m_folds;
};

}

LibraryEntryList::LibraryEntryList(std::shared_ptr<const ListedVideos> videos)
    : m_videos(std::move(videos))
    , m_read(static_cast<qsizetype>((m_videos->size() + kPart - 1) / kPart))
{
}

LibraryEntryList::LibraryEntryList(const std::vector<LibraryEntryPtr>& entries)
    : LibraryEntryList(std::make_shared<const GivenVideos>(entries))
{
    for (const LibraryEntryPtr& entry : entries)
        replace(entry);
}

const LibraryEntry* LibraryEntryList::held(std::size_t place) const
{
    const QList<LibraryEntryPtr>& part = m_read[static_cast<qsizetype>(place / kPart)];
    return part.isEmpty() ? nullptr : part[static_cast<qsizetype>(place % kPart)].get();
}

LibraryEntryPtr LibraryEntryList::operator[](std::size_t place) const
{
    if (held(place))
        return m_read[static_cast<qsizetype>(place / kPart)][static_cast<qsizetype>(place % kPart)];
    return std::make_shared<const LibraryEntry>(m_videos->entry(place));
}

std::vector<LibraryEntryPtr> LibraryEntryList::read() const
{
    std::vector<LibraryEntryPtr> read;
    for (const QList<LibraryEntryPtr>& part : m_read)
        std::ranges::copy_if(part, std::back_inserter(read),
                             [](const auto& entry) { return entry != nullptr; });
    return read;
}

int LibraryEntryList::replace(const LibraryEntryPtr& entry)
{
    const int place = placeOf(entry->id);
    if (place < 0)
        return place;
    QList<LibraryEntryPtr>& part = m_read[place / static_cast<int>(kPart)];
    if (part.isEmpty())
        part.resize(static_cast<qsizetype>(kPart));
    part[place % static_cast<int>(kPart)] = entry;
    return place;
}

}
