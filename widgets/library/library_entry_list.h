#pragma once

#include "widgets/library/library_entry.h"

#include <QList>

#include <iterator>
#include <vector>

namespace widgets {

/// What is known of the videos of a dataset before the files of any are read.
class ListedVideos {
public:
    virtual ~ListedVideos() = default;
    virtual std::size_t size() const = 0;
    virtual LibraryEntry entry(std::size_t place) const = 0;
    virtual int placeOf(const QString& id) const = 0; ///< negative: no video has this id
    virtual QStringList folds() const = 0; ///< that some video is in, sorted
};

/// All entries of a dataset, in its order. An entry whose files were not read is made when somebody looks at
/// it: a million of them would take seconds and most of a gigabyte. Copies share what they hold, and
/// replacing an entry copies little of it.
class LibraryEntryList {
public:
    using value_type = LibraryEntryPtr;
    class const_iterator {
    public:
        using value_type = LibraryEntryPtr;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag; // what it refers to is made for it
        const_iterator() = default;
        const_iterator(const LibraryEntryList& list, std::size_t place) : m_list(&list), m_place(place) { }
        LibraryEntryPtr operator*() const { return (*m_list)[m_place]; }
        const_iterator& operator++()
        {
            ++m_place;
            return *this;
        }
        const_iterator operator++(int) { return {*m_list, m_place++}; }
        friend bool operator==(const const_iterator&, const const_iterator&) = default;

    private:
        const LibraryEntryList* m_list = nullptr;
        std::size_t m_place = 0;
    };

    LibraryEntryList() = default;
    explicit LibraryEntryList(std::shared_ptr<const ListedVideos> videos);
    LibraryEntryList(const std::vector<LibraryEntryPtr>& entries); // NOLINT: it is such a list

    std::size_t size() const { return m_videos ? m_videos->size() : 0; }
    bool empty() const { return size() == 0; }
    const_iterator begin() const { return {*this, 0}; }
    const_iterator end() const { return {*this, size()}; }
    LibraryEntryPtr front() const { return (*this)[0]; }
    LibraryEntryPtr operator[](std::size_t place) const;
    /// Negative: no entry has this id.
    int placeOf(const QString& id) const { return m_videos ? m_videos->placeOf(id) : -1; }
    QStringList folds() const { return m_videos ? m_videos->folds() : QStringList(); } ///< sorted
    /// Calls `look` with the entry, which is not copied.
    template <typename Look>
    decltype(auto) look(std::size_t place, const Look& look) const
    {
        const LibraryEntry* const entry = held(place);
        return entry ? look(*entry) : look(m_videos->entry(place));
    }
    /// The entries that are more than what was known of all: those that the list was made of, or that
    /// replaced others.
    std::vector<LibraryEntryPtr> read() const;
    /// Takes the entry in the place of the one with the same id. Returns the place; negative: there was none.
    int replace(const LibraryEntryPtr& entry);

private:
    const LibraryEntry* held(std::size_t place) const;

    std::shared_ptr<const ListedVideos> m_videos;
    /// Entries that are read, in parts of as many places; a part without any is empty, and so is a place.
    QList<QList<LibraryEntryPtr>> m_read;
};

}
