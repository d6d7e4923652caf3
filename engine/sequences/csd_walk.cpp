#include "engine/sequences/csd_walk.h"

#include "engine/core/error.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/plain_entry.h"

#include <algorithm>
#include <limits>
#include <new>

namespace engine {

namespace {

double length(const IntervalArray& intervals)
{
    if (intervals.values.empty())
        return 0.0;
    Interval all = intervals.values.front();
    for (const Interval& interval : intervals.values)
        all = {std::min(all.start, interval.start), std::max(all.end, interval.end)};
    return all.end - all.start;
}

/// Goes from the root to the sequences, to their data and metadata, to entries, and to the datasets of
/// entries. Keeps what it finds in the first sequence's data.
class Walk {
public:
    explicit Walk(const std::filesystem::path& path)
        : m_path(path.string())
        , m_bytes(std::filesystem::file_size(path))
    {
    }

    /// Without a name and metadata.
    CsdIndex file(const hdf5::Group& root)
    {
        bool isFirst = true;
        for (const std::string& name : enter(root)) {
            if (root.hasGroup(name)) // datasets up here are none of ours
                sequence(root.group(name), std::exchange(isFirst, false));
        }
        leave();
        return std::move(m_index);
    }

private:
    /// Those of an entry, if they are there.
    struct Datasets {
        std::optional<hdf5::Dataset> intervals;
        std::optional<hdf5::Dataset> features;
    };

    /// The names in a group that we go down into, or its links.
    template <typename Members = std::vector<std::string>>
    Members enter(const hdf5::Group& group, Members (hdf5::Group::*members)() const = &hdf5::Group::names)
    {
        const std::uint64_t address = group.address();
        if (isHolder(address))
            throw FormatError("data_invalid", m_path, group.place() + " is a group that holds itself");
        m_holders.push_back(address);
        return (group.*members)();
    }
    bool isHolder(std::uint64_t address) const
    {
        return std::ranges::find(m_holders, address) != m_holders.end();
    }
    void leave() { m_holders.pop_back(); }

    void sequence(const hdf5::Group& group, bool isFirst)
    {
        for (const std::string& name : enter(group)) {
            if (!group.hasGroup(name))
                continue;
            if (isFirst && name == "data")
                data(group.group(name));
            else
                others(group.group(name));
        }
        leave();
    }

    void data(const hdf5::Group& group)
    {
        const std::vector<hdf5::Group::Link> links = enter(group, &hdf5::Group::links);
        const bool areFew = links.size() <= kManyIds;
        m_index.duration = 0.0;
        m_rowsToSum = areFew ? std::numeric_limits<std::size_t>::max() : kMostSummedRows;
        auto plain = areFew ? std::nullopt : hdf5::PlainObjects::of(m_path);
        for (const hdf5::Group::Link& link : links) {
            if (auto found = plain ? plainEntry(*plain, link) : std::nullopt) {
                addLength(found->intervals.extents.front(),
                          [&] { return intervalsOf(*plain, found->intervals); });
                m_index.items.add(link.name, shapeOf(std::move(*found)));
            } else {
                entry(group, link);
            }
        }
        leave();
    }

    /// Of an entry of the ordinary kind, as nearly all are, without the library.
    std::optional<hdf5::PlainObjects::Entry> plainEntry(hdf5::PlainObjects& plain,
                                                        const hdf5::Group::Link& link) const
    {
        if (link.address == hdf5::Group::kByName || isHolder(link.address))
            return std::nullopt;
        return plain.entry(link.address);
    }

    /// Adds the length of these intervals to the sum, or gives the sum up.
    /// @param read  absent for what is no ordinary array of intervals
    template <typename Read>
    void addLength(std::size_t rows, const Read& read)
    {
        if (!m_index.duration)
            return;
        const std::optional<IntervalArray> intervals = rows <= m_rowsToSum ? read() : std::nullopt;
        if (!intervals) {
            m_index.duration.reset();
            return;
        }
        m_rowsToSum -= rows;
        *m_index.duration += length(*intervals);
    }

    void entry(const hdf5::Group& group, const hdf5::Group::Link& link)
    {
        hdf5::Group::Object entry = checked(group.object(link));
        Datasets found = entry.group ? datasets(*entry.group) : Datasets{};
        try {
            const EntryShape shape
                = describe(entry.group ? std::move(*entry.group) : group.group(link.name), std::move(found));
            m_index.items.add(link.name, shape);
        } catch (const Error& error) {
            m_index.items.add(link.name, {}, withoutPath(error.what()));
        }
    }

    /// Metadata, and what else lies beside the data.
    void others(const hdf5::Group& group)
    {
        for (const std::string& name : enter(group)) {
            if (const hdf5::Group::Object object = checked(group.object(name)); object.group)
                datasets(*object.group);
        }
        leave();
    }

    Datasets datasets(const hdf5::Group& entry)
    {
        Datasets found;
        for (const std::string& name : enter(entry)) {
            hdf5::Group::Object object = checked(entry.object(name));
            if (name == "intervals")
                found.intervals = std::move(object.dataset);
            else if (name == "features")
                found.features = std::move(object.dataset);
        }
        leave();
        return found;
    }

    hdf5::Group::Object checked(hdf5::Group::Object object) const
    {
        if (object.dataset)
            object.dataset->checkStorage(m_bytes);
        return object;
    }

    /// @throws Error when the entry cannot be read; opening what was not found says that it is missing.
    EntryShape describe(const hdf5::Group& entry, Datasets found)
    {
        const hdf5::Dataset intervals
            = found.intervals ? std::move(*found.intervals) : entryPart(entry, "intervals", m_path);
        const hdf5::Dataset features
            = found.features ? std::move(*found.features) : entryPart(entry, "features", m_path);
        const std::vector<std::size_t>& extents = intervals.shape().extents;
        addLength(extents.empty() ? 0 : extents.front(),
                  [&] { return std::optional(readIntervals(intervals)); });
        return shapeOf(intervals, features);
    }

    std::string withoutPath(const std::string& message) const
    {
        const std::string prefix = m_path + ": ";
        return message.starts_with(prefix) ? message.substr(prefix.size()) : message;
    }

    std::string m_path;
    std::uintmax_t m_bytes;
    std::vector<std::uint64_t> m_holders; ///< addresses of the groups on the way to where we are
    std::size_t m_rowsToSum = 0; ///< so many more rows of intervals may be read for the duration
    CsdIndex m_index;
};

}

CsdIndex walkCsd(const std::filesystem::path& path)
{
    try {
        const hdf5::File file(path);
        CsdIndex index = Walk(path).file(file.root());
        const CsdFile csd(path); // says what the file lacks to be a sequence
        index.rootName = csd.rootName();
        index.metadata = csd.metadata();
        return index;
    } catch (const std::bad_alloc&) { // a process with a limit on memory does this
        throw FormatError("needs_memory", path.string(), "takes more memory to examine than there is");
    }
}

}
