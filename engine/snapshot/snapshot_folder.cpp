#include "engine/snapshot/snapshot_folder.h"

#include "engine/core/pending_file.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>
#include <string>

namespace engine {

namespace fs = std::filesystem;

bool isOfSnapshots(const fs::path& file)
{
    const fs::path name(targetName(file.filename()));
    if (name != file.filename() && name.extension() == ".json")
        return name.stem().stem() == fs::path(kSnapshotList).stem(); // with an id, or without
    const std::string hash = name.stem().extension().string(); // with its dot
    return name.extension() == ".csd" && hash.size() == kSnapshotDigits + 1
        && hash.find_first_not_of("0123456789abcdef", 1) == std::string::npos;
}

bool isFolderForSnapshots(const fs::path& folder)
{
    if (const fs::path list = folder / kSnapshotList; fs::exists(list))
        return readDatasetList(list).more.contains(kSnapshotField);
    return std::ranges::all_of(fs::directory_iterator(folder),
                               [](const fs::directory_entry& entry) { return isOfSnapshots(entry.path()); });
}

}
