#pragma once

#include "app/dataset/dataset_loader.h"
#include "app/document/stored_annotation.h"
#include "engine/snapshot/snapshot.h"

#include <filesystem>
#include <memory>

namespace app {

class Document;
class Project;
class VideoOpener;

/// The open project as a dataset, as it was at one moment: what its files hold with what people edited in
/// their place. Tasks take it along.
struct ProjectMoment {
    engine::DatasetList list; ///< of the files alone
    std::shared_ptr<const OpenDataset> dataset; ///< null: its sequences are not opened yet
    /// Without tiers that are as their files have them.
    std::shared_ptr<const StoredAnnotation> stored = std::make_shared<const StoredAnnotation>();
    std::filesystem::path folder; ///< of its snapshots

    const engine::Annotation& annotation() const { return stored->whole(); } ///< for tasks
    /// Writes what other programs cannot ask the window for. For a task.
    /// @throws IoError (`io`), FormatError (`data_invalid`), Cancelled.
    engine::ProjectSnapshot write(engine::SnapshotWish wish, const engine::RunContext& run) const;
    /// The list of a dataset that other programs read: of a snapshot, or of the files where nothing was
    /// edited. For a task. @param isKept  as SnapshotWish::isKept. @throws as write()
    engine::DatasetList forPrograms(const engine::RunContext& run, bool isKept = false) const;
};

/// Hands out the open project as it is now.
class ProjectMoments {
public:
    ProjectMoments(const Document& document, const Project& project, const VideoOpener& videos);
    ProjectMoment now() const;

private:
    const Document& m_document;
    const Project& m_project;
    const VideoOpener& m_videos;
};

}
