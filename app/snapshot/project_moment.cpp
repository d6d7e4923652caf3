#include "app/snapshot/project_moment.h"

#include "app/document/document.h"
#include "app/project/project.h"
#include "app/video/video_opener.h"
#include "engine/core/installation.h"
#include "engine/core/sha256.h"
#include "engine/core/writable_folder.h"
#include "engine/project_items/conversation_items.h"
#include "engine/project_items/face_items.h"
#include "engine/project_items/fold_item.h"
#include "engine/project_items/sequence_offsets.h"

#include <algorithm>

namespace app {

namespace {

namespace fs = std::filesystem;

/// Of a project whose folder cannot be written, and of what belongs to none.
fs::path elsewhere(const fs::path& place)
{
    engine::Sha256 hash;
    hash.addAll(place.string());
    return engine::cacheFolder() / "snapshots" / engine::hexadecimal(hash.digest()).substr(0, 16);
}

/// Whether the files say all that there is to say.
bool isAsInFiles(const ProjectMoment& moment)
{
    const auto has = [&](const std::string& kind) {
        const auto item = moment.annotation().items().lower_bound({kind, {}});
        return item != moment.annotation().items().end() && item->first.first == kind;
    };
    return moment.annotation().tiers().empty() && !has(engine::kFaceItems) && !has(engine::kOffsetItems) && !has(engine::kConversationItems)
        && !engine::projectFolds(moment.annotation())
        && std::ranges::none_of(moment.dataset->sequences, [](const OpenDataset::Sequence& sequence) {
               return sequence.entryFiles != nullptr;
           });
}

}

engine::ProjectSnapshot ProjectMoment::write(engine::SnapshotWish wish, const engine::RunContext& run) const
{
    wish.folder = folder.empty() || engine::folderObstacle(folder)
        ? elsewhere(folder.empty() ? list.root : folder)
        : folder;
    static const engine::OpenedSequences nothing;
    return engine::writeSnapshot(dataset ? *dataset : nothing, annotation(), wish, run);
}

engine::DatasetList ProjectMoment::forPrograms(const engine::RunContext& run, bool isKept) const
{
    if (!dataset || isAsInFiles(*this))
        return list;
    engine::SnapshotWish wish;
    wish.isKept = isKept;
    return engine::readDatasetList(write(std::move(wish), run).list);
}

ProjectMoments::ProjectMoments(const Document& document, const Project& project, const VideoOpener& videos)
    : m_document(document)
    , m_project(project)
    , m_videos(videos)
{
}

ProjectMoment ProjectMoments::now() const
{
    ProjectMoment moment{m_document.dataset(), m_videos.dataset(), m_document.storedForTasks(), {}};
    if (!m_project.path().empty())
        moment.folder = fs::path(m_project.path()).replace_extension(".snapshot");
    return moment;
}

}
