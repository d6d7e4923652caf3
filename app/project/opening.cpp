#include "app/project/opening.h"

#include "app/dataset/dataset_loader.h"
#include "engine/core/error.h"
#include "engine/dataset_opening/dataset_of_paths.h"
#include "engine/project_items/dataset_item.h"

#include <algorithm>
#include <span>

namespace app {

namespace {

namespace fs = std::filesystem;

/// The dataset. Its sequences are examined meanwhile: looking for a million recordings takes as long.
engine::DatasetList datasetOf(const std::vector<fs::path>& paths, engine::Prober& prober)
{
    for (const fs::path& path : paths) {
        if (!fs::is_directory(path) || fs::exists(engine::datasetListOf(path)))
            continue;
        for (const fs::path& sequence : engine::sequencesIn(fs::absolute(path)))
            prober.begin(sequence);
    }
    return engine::datasetOf(paths);
}

/// Where the dataset of the project is now. @param shown  by the person; empty: where it was
void findDataset(Opening& opening, const std::vector<fs::path>& shown, engine::Prober& prober)
{
    opening.paths = datasetPaths(opening.project->annotation, opening.project->path);
    if (shown.size() == 1 && opening.paths.size() > 1) { // one was shown, the others lie beside it
        const fs::path folder = fs::is_directory(shown.front()) ? shown.front() : shown.front().parent_path();
        for (fs::path& path : opening.paths)
            path = folder / path.filename();
    } else if (!shown.empty()) {
        opening.paths = shown;
    }
    const auto missing
        = std::ranges::find_if(opening.paths, [](const fs::path& path) { return !fs::exists(path); });
    if (missing != opening.paths.end())
        opening.missing = *missing;
    else if (!opening.paths.empty())
        opening.list = datasetOf(opening.paths, prober);
}

/// A dataset whose project keeps further paths, such as another folder of clips, is opened with these.
void addKept(Opening& opening)
{
    const std::vector<fs::path> kept = datasetPaths(opening.project->annotation, opening.project->path);
    const auto isSame = [](const fs::path& one, const fs::path& other) {
        return fs::absolute(one).lexically_normal() == fs::absolute(other).lexically_normal();
    };
    const bool hasMore = kept.size() > opening.paths.size()
        && std::ranges::equal(opening.paths, std::span(kept).first(opening.paths.size()), isSame);
    if (!hasMore || !std::ranges::all_of(kept, [](const fs::path& path) { return fs::exists(path); }))
        return;
    opening.paths = kept;
    opening.list = engine::datasetOf(kept);
}

/// Whether and why a project is one of which nothing can be read.
std::optional<Unreadable> unreadable(const fs::path& project, const engine::Error& error,
                                     const OpeningWish& wish)
{
    if (error.code() != "damaged" && error.code() != "not_a_project")
        return std::nullopt;
    Unreadable found{project, QString::fromUtf8(error.what()), {}, wish.paths};
    try {
        found.versions = engine::snapshotsOf(project);
    } catch (const engine::IoError&) { // then there are none to choose from
    }
    if (found.paths == std::vector{project}) // what lies beside it is its dataset
        found.paths = {project.parent_path()};
    return found;
}

void open(Opening& opening, const OpeningWish& wish, engine::Prober& prober, const engine::RunContext& run)
{
    const auto isMissing = [](const fs::path& path) { return !fs::exists(path); };
    opening.paths = wish.paths;
    const fs::path project
        = wish.dataset.empty() ? projectOf(wish.paths) : followDataset(projectOf(wish.paths), wish.dataset);
    const bool datasetMoved = fs::exists(project) && std::ranges::any_of(wish.paths, isMissing);
    const bool isProject
        = datasetMoved || (wish.paths.size() == 1 && wish.paths.front().extension() == ".polylogue");
    if (!isProject)
        opening.list = datasetOf(wish.paths, prober);
    run.tick(1, 3);
    if (isProject && !fs::exists(project))
        throw engine::IoError("file_not_found", project.string(), "there is no such project");
    if (project == wish.open) { // its dataset is read again
        opening.paths = wish.dataset.empty() ? wish.openPaths : wish.dataset;
        opening.list = datasetOf(opening.paths, prober);
        return;
    }
    if (!wish.isKept) {
        if (!isProject)
            return;
        opening.project = lookAtProject(project);
    } else {
        try {
            opening.project = openProject(project, wish.takeOver);
        } catch (const engine::Error& error) {
            opening.unreadable = unreadable(project, error, wish);
            if (isProject)
                throw;
            opening.problem = QString::fromUtf8(error.what());
            return;
        }
    }
    run.tick(2, 3);
    if (isProject)
        findDataset(opening, wish.dataset, prober);
    else
        addKept(opening);
    run.tick(3, 3);
}

}

std::shared_ptr<Opening> lookAt(const OpeningWish& wish, engine::Prober& prober,
                                const engine::RunContext& run)
{
    auto opening = std::make_shared<Opening>();
    try {
        open(*opening, wish, prober, run);
    } catch (const engine::Cancelled&) {
        throw;
    } catch (...) {
        opening->project.reset(); // lets go of its lock
        opening->failure = std::current_exception();
    }
    return opening;
}

}
