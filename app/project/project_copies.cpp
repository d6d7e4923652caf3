#include "app/project/project_copies.h"

#include "app/project/camera_items.h"
#include "app/project/open_project.h"
#include "engine/annotation/difference.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/project/collect_files.h"
#include "engine/annotation/project/journaling.h"
#include "engine/annotation/project/merge_copies.h"
#include "engine/annotation/project/snapshots.h"
#include "engine/annotation/project/source_files.h"
#include "engine/core/pending_file.h"
#include "engine/project_items/dataset_item.h"

namespace app {

namespace {

namespace fs = std::filesystem;
using engine::Item;

engine::Annotation contentsOf(engine::ProjectFile& project)
{
    std::vector<std::string> problems;
    return project.load(problems);
}

engine::Change added(const engine::Annotation& annotation)
{
    return engine::difference({}, annotation);
}

/// Every file of the dataset as an item, those that the project knows already as it knows them.
engine::Annotation withAllFiles(engine::Annotation annotation, const engine::DatasetList& dataset,
                                const fs::path& project)
{
    const fs::path folder = fs::absolute(project).parent_path();
    engine::Change change;
    const auto add = [&](const std::string& role, const std::string& name, const fs::path& path) {
        engine::SourceFile file{role, name, engine::relativeTo(folder, path), 0, 0, {}};
        if (!annotation.item(engine::kFileItem, engine::keyOf(file)) && fs::exists(path))
            change.items.push_back({std::nullopt, engine::itemOf(file)});
    };
    for (const auto& sequence : dataset.sequences)
        add("sequence", sequence.name, sequence.file);
    for (const auto& media : dataset.media) {
        add("media", media.id, media.file);
        for (const fs::path& camera : media.otherCameras)
            add("media", cameraKey(media.id, camera), camera);
    }
    annotation.apply(change);
    return annotation;
}

}

engine::Change withPathsFrom(const engine::Annotation& annotation, const fs::path& before,
                             const fs::path& after, const std::vector<fs::path>& paths)
{
    engine::Change change;
    if (!paths.empty())
        change = engine::putItem(annotation, engine::datasetItem(paths, after));
    for (const auto& [key, item] : annotation.items()) {
        if (item.kind != engine::kFileItem)
            continue;
        engine::SourceFile file = engine::sourceFileOf(item);
        const fs::path place = engine::placeOf(file, fs::absolute(before).parent_path());
        file.relative = engine::relativeTo(fs::absolute(after).parent_path(), place);
        const engine::Change moved = engine::putItem(annotation, engine::itemOf(file));
        change.items.insert(change.items.end(), moved.items.begin(), moved.items.end());
    }
    return change;
}

void writeCopy(engine::ProjectFile& project, const fs::path& target, const std::vector<fs::path>& paths)
{
    std::error_code missing;
    if (fs::equivalent(project.path(), target, missing))
        throw engine::IoError("io", target.string(), "is the project that is open; choose another name");
    ProjectLock lock(target);
    if (!lock.tryLock())
        throw engine::IoError("io", target.string(), "is being edited; choose another name");
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const engine::Snapshot origin = engine::takeOrigin(project, now);
    engine::PendingFile pending(target);
    project.copyTo(pending.temporary());
    {
        engine::ProjectFile copy = engine::ProjectFile::open(pending.temporary());
        const engine::Annotation annotation = contentsOf(copy);
        const engine::Change change = withPathsFrom(annotation, project.path(), target, paths);
        copy.write(change.followedBy(
            engine::putItem(annotation, engine::originItem(origin.file.filename().string()))));
    }
    engine::removeBeside(target); // of what was there
    pending.commit();
}

fs::path collect(engine::ProjectFile& project, const engine::Annotation& current,
                 const ProjectSources& sources, const fs::path& target, const engine::RunContext& run)
{
    const fs::path made
        = engine::collectFiles(project, withAllFiles(current, sources.dataset, project.path()), target, run);
    engine::ProjectFile collected = engine::ProjectFile::open(made);
    const engine::Annotation annotation = contentsOf(collected);
    engine::DatasetList list = sources.dataset;
    const auto placeIn = [&](const std::string& role, const std::string& name, const fs::path& before) {
        const Item* item = annotation.item(engine::kFileItem, role + "/" + name);
        return item ? engine::placeOf(engine::sourceFileOf(*item), made.parent_path()) : before;
    };
    for (auto& sequence : list.sequences)
        sequence.file = placeIn("sequence", sequence.name, sequence.file);
    for (auto& media : list.media.edit()) {
        media.file = placeIn("media", media.id, media.file);
        for (fs::path& camera : media.otherCameras)
            camera = placeIn("media", cameraKey(media.id, camera), camera);
    }
    list.root = made.parent_path();
    const fs::path listFile = made.parent_path() / "dataset.json";
    engine::writeDatasetList(list, listFile);
    collected.write(engine::putItem(annotation, engine::datasetItem({listFile}, made)));
    return made;
}

void writeElsewhere(const engine::Annotation& annotation, const fs::path& target,
                    const std::vector<fs::path>& paths)
{
    engine::ProjectFile file = engine::ProjectFile::create(target);
    file.write(added(annotation));
    if (!paths.empty())
        file.write(engine::putItem(annotation, engine::datasetItem(paths, target)));
}

}
