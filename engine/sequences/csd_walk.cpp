#include "engine/sequences/csd_walk.h"

#include "engine/sequences/csd_file.h"

namespace engine {

void walkCsd(const std::filesystem::path& path)
{
    const hdf5::File file(path);
    const hdf5::Group top = file.root();
    for (const std::string& root : top.names()) {
        if (!top.hasGroup(root))
            continue;
        const hdf5::Group sequence = top.group(root);
        for (const std::string& part : sequence.names()) {
            if (!sequence.hasGroup(part))
                continue;
            const hdf5::Group entries = sequence.group(part);
            for (const std::string& name : entries.names()) {
                if (entries.hasDataset(name)) {
                    entries.dataset(name).checkStorage();
                } else if (entries.hasGroup(name)) {
                    const hdf5::Group entry = entries.group(name);
                    for (const std::string& item : entry.names()) {
                        if (entry.hasDataset(item))
                            entry.dataset(item).checkStorage();
                    }
                }
            }
        }
    }
}

}
