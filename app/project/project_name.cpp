#include "app/project/project_name.h"

#include "app/project/project.h"
#include "engine/core/error.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>

namespace app {

namespace {

namespace fs = std::filesystem;

QString fileName(const fs::path& path)
{
    const fs::path whole = path.lexically_normal();
    return QString::fromStdString((whole.has_filename() ? whole : whole.parent_path()).filename().string());
}

/// What the list of a dataset calls it. Empty: it has no list, or none that can be read.
std::string titleOf(const fs::path& path)
{
    const fs::path list = engine::datasetListOf(path);
    if (list.extension() != ".json" || !fs::exists(list))
        return {};
    try {
        return engine::readDatasetList(list).name;
    } catch (const engine::Error&) {
        return {};
    }
}

}

QString projectName(const fs::path& project, const std::vector<fs::path>& dataset, const std::string& title)
{
    if (!project.empty() && !isOwnProject(project))
        return QString::fromStdString(project.stem().string());
    const auto isFile = [](const fs::path& path) { return path.has_extension(); };
    const auto files = std::ranges::count_if(dataset, isFile); // folders beside a file hold its clips
    if (dataset.size() > 1 && files > 1)
        return Project::tr("%1 and %n more", nullptr, static_cast<int>(files) - 1)
            .arg(fileName(*std::ranges::find_if(dataset, isFile)));
    if (!title.empty())
        return QString::fromStdString(title);
    return dataset.empty() ? QString() : fileName(dataset.front());
}

QString projectName(const std::vector<fs::path>& paths)
{
    if (paths.empty())
        return {};
    const fs::path project = projectOf(paths);
    return projectName(project, paths,
                       isOwnProject(project) && paths.size() == 1 ? titleOf(paths.front()) : std::string());
}

}
