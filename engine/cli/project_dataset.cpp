#include "engine/cli/project_dataset.h"

#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/dataset_opening/dataset_of_paths.h"
#include "engine/project_items/dataset_item.h"
#include "engine/project_items/layout_item.h"
#include "engine/project_items/time_zero.h"

#include <fmt/format.h>

namespace engine::cli {

OpenedSequences datasetOfProject(const Annotation& annotation, const std::filesystem::path& project,
                                 std::vector<std::filesystem::path> elsewhere, const RunContext& run)
{
    std::vector<std::filesystem::path> paths = std::move(elsewhere);
    if (paths.empty())
        paths = datasetPaths(annotation, project);
    if (paths.empty())
        throw IoError("file_not_found", project.string(),
                      "does not note where its dataset lies; --dataset names it");
    for (const std::filesystem::path& path : paths) {
        if (!std::filesystem::exists(path))
            throw IoError("file_not_found", path.string(),
                          fmt::format("is not there: the dataset of {}; --dataset names where it is now",
                                      project.string()));
    }
    DatasetList list = datasetOf(paths);
    if (const auto layout = layoutOfProject(annotation))
        sayLayout(list, *layout);
    return openSequences(std::move(list), *makeProber(), run, timeZeroOf(annotation));
}

std::vector<std::filesystem::path> filesOfProject(const std::filesystem::path& project,
                                                  const DatasetList& list)
{
    std::vector<std::filesystem::path> files = list.files();
    files.push_back(project);
    return files;
}

}
