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
        const std::uint64_t address = group.address();
        if (std::ranges::find(m_holders, address) != m_holders.end())
            throw FormatError("data_invalid", m_path.string(), place + " is a group that holds itself");
        m_holders.push_back(address);
        for (const std::string& name : group.names()) {
            if (level < 2) { // datasets up here are none of ours
                if (group.hasGroup(name))
                    members(group.group(name), place + "/" + name, level + 1);
                continue;
            }
            const hdf5::Group::Object object = group.object(name);
            if (object.dataset)
                object.dataset->checkStorage(m_bytes);
            else if (level + 1 < kLevels && object.group)
                members(*object.group, place + "/" + name, level + 1);
        }
        m_holders.pop_back();
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
