#pragma once

#include "engine/core/file_sums.h"
#include "engine/core/run_context.h"
#include "engine/download/download.h"
#include "engine/sequences/dataset_list.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace engine {

/// One file of a dataset that is to lie in a folder.
struct FetchItem {
    std::string key; ///< the sequence's name, or the media's id
    std::string group; ///< `media` for media
    std::filesystem::path file; ///< relative to the folder
    DatasetList::FileFacts facts;
};

/// The dataset's files, sequences first. @param only  keys; empty for all.
/// @throws FormatError (`recipe_invalid`) for a file that would be written outside the folder, and for a file
/// named like the folder's own list, `dataset.json`.
std::vector<FetchItem> fetchItems(const DatasetList& list, const std::vector<std::string>& only);

/// Refuses a file below `folder` that really lies elsewhere, because it or a folder on its path is a link.
/// @throws FormatError (`recipe_invalid`) naming the link
void refuseLinksOutside(const std::filesystem::path& folder, const std::filesystem::path& file);

/// Where each file comes from, and goes to. @param base  for files without an address of their own
/// @throws as refuseLinksOutside()
std::vector<Download> downloadsOf(const std::vector<FetchItem>& items, const std::string& base,
                                  const std::string& id, const std::filesystem::path& folder);

/// Whether the list of a folder belongs to another dataset; then nothing is fetched into this folder.
bool isAnotherDataset(const DatasetList& earlier, const DatasetList& list);

bool isWebAddress(const std::string& base);

/// The list of a folder after fetching: those files of `list` that are there, with sizes and sums, and
/// everything else that an earlier list of the folder says. @param sums  of files (absolute) that are known
/// already.
DatasetList fetchedList(const DatasetList& list, const DatasetList& earlier,
                        const std::filesystem::path& folder,
                        const std::map<std::filesystem::path, FileSum>& sums, const RunContext& run = {});

}
