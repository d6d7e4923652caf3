#include "engine/sequences/csd_walk.h"

#include "engine/core/error.h"
#include "engine/sequences/csd_file.h"

#include <algorithm>
#include <new>

namespace engine {

namespace {

class Walk {
public:
    explicit Walk(const std::filesystem::path& path) : m_path(path), m_bytes(std::filesystem::file_size(path))
    {
    }

    void file(const hdf5::File& file) { members(file.root(), "", 0); }

private:
    /// From the root: sequences, their data and metadata, entries, and the datasets of entries.
    static constexpr int kLevels = 4;

    void members(const hdf5::Group& group, const std::string& place, int level)
    {
        refuseCircle(group, place);
        m_holders.push_back(group.address());
        for (const std::string& name : group.names()) {
            if (level > 1 && group.hasDataset(name))
                group.dataset(name).checkStorage(m_bytes);
            else if (level + 1 < kLevels && group.hasGroup(name))
                members(group.group(name), place + "/" + name, level + 1);
        }
        m_holders.pop_back();
    }

    void refuseCircle(const hdf5::Group& group, const std::string& place) const
    {
        if (std::ranges::find(m_holders, group.address()) != m_holders.end())
            throw FormatError("data_invalid", m_path.string(), place + " is a group that holds itself");
    }

    std::filesystem::path m_path;
    std::uintmax_t m_bytes;
    std::vector<std::uint64_t> m_holders; ///< the groups on the way to where we are
};

}

void walkCsd(const std::filesystem::path& path)
{
    try {
        const hdf5::File file(path);
        Walk(path).file(file);
    } catch (const std::bad_alloc&) { // a process with a limit on memory does this
        throw FormatError("data_invalid", path.string(), "would take more memory than a sound file does");
    }
}

}
