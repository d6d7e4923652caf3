#include "engine/formats/project_tiers.h"

#include "engine/annotation/project/project_file.h"
#include "engine/core/error.h"
#include "engine/formats/common/tier_import.h"

namespace engine {

namespace {

ImportedTiers readProject(const std::filesystem::path& path, const ImportOptions& options)
{
    ProjectFile file = ProjectFile::open(path, ProjectFile::Access::ReadOnly);
    if (file.isNewer()) // its tiers may mean something that is not known here
        throw FormatError("newer_version", path.string(),
                          file.whyReadOnly() + "; read it with that one, or let it write another format");
    ImportedTiers result;
    const Annotation annotation = file.load(result.report.notes);
    std::set<std::string> videos;
    for (const auto& [id, tier] : annotation.tiers())
        videos.insert(tier.video);
    for (const std::string& video : videos) {
        if (!options.video.empty() && video != options.video)
            continue;
        for (const Tier* tier : annotation.tiersOf(video)) {
            ExchangedTier& made = result.content.tiers.emplace_back(ExchangedTier{*tier, {}, {}});
            for (const IntervalIndex::Entry& entry : annotation.byTime(tier->id).all())
                made.segments.push_back(*annotation.segment(entry.id));
            result.report.read += itemCount(made);
        }
    }
    if (result.content.tiers.empty() && !result.report.notes.empty())
        throw FormatError("data_invalid", path.string(),
                          "holds no tiers that can be read: " + result.report.notes.front());
    if (result.content.tiers.empty())
        throw FormatError("data_invalid", path.string(),
                          "holds no tiers (words and labels that nobody edited are in their csd files)");
    return result;
}

}

const Format& projectTiersFormat()
{
    static const Format format{"project", "Polylogue project", {".polylogue"}, nullptr, readProject, nullptr,
                               nullptr};
    return format;
}

}
