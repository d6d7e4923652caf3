#include "app/project/invitations.h"

#include "app/project/derived_items.h"
#include "app/project/gold_items.h"
#include "app/project/project_copies.h"
#include "engine/annotation/difference.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/project/merge_copies.h"
#include "engine/annotation/project/snapshots.h"

#include <QUuid>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace app {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr auto kInvitationItems = "invitation";
constexpr auto kSuspectItems = "suspect"; // they tell labels

/// The layers of which an invited annotator gets to know nothing.
std::set<std::string> layersOfOthers(const engine::Annotation& annotation, const Invitation& invitation)
{
    std::set<std::string> others;
    const auto add = [&](const engine::Layer& layer) {
        if (layer.isSettled || layer.annotator != invitation.annotator)
            others.insert(layer.name);
    };
    for (const auto& [id, tier] : annotation.tiers()) {
        if (const auto layer = engine::layerOfTier(annotation, tier))
            add(*layer);
    }
    for (const ReviewPass& pass : reviewPasses(annotation)) {
        add(pass.layer);
        if (others.contains(pass.layer.name) && !pass.repeatLayer.empty())
            others.insert(pass.repeatLayer);
    }
    return others;
}

bool isOfOthers(const engine::Item& item, const std::set<std::string>& others, bool isTrained)
{
    if (item.kind == kGoldItems)
        return !isTrained;
    if (item.kind == kPassItems || item.kind == engine::kLayerItems)
        return others.contains(item.name);
    if (item.kind == kLogItems)
        return others.contains(item.name.substr(0, item.name.find('|')));
    return item.kind == kSuspectItems || item.kind == kInvitationItems
        || item.kind == kModelItems; // which lies elsewhere, and whose answers are none of theirs
}

/// A project file with this content, and nothing of what was in another before.
void writeProject(const engine::Annotation& annotation, const fs::path& target)
{
    engine::ProjectFile file = engine::ProjectFile::create(target);
    file.write(engine::difference({}, annotation));
}

}

fs::path invitationFile(const Invitation& invitation, const fs::path& folder)
{
    std::string name = invitation.annotator;
    std::ranges::replace(name, '/', '_');
    return folder / (name + ".polylogue");
}

std::optional<Invitation> invitationOf(const engine::Annotation& annotation)
{
    const engine::Item* item = annotation.item(kInvitationItems, "pass");
    const json content = item ? json::parse(item->json, nullptr, false) : json();
    if (!content.is_object() || !content.value("annotator", json()).is_string()
        || !content.value("layer", json()).is_string())
        return std::nullopt;
    return Invitation{content.at("annotator").get<std::string>(), content.at("layer").get<std::string>()};
}

engine::Annotation invitedAnnotation(engine::Annotation annotation, const Invitation& invitation)
{
    const std::set<std::string> others = layersOfOthers(annotation, invitation);
    const auto pass = reviewPass(annotation, invitation.layer);
    engine::Change change;
    change.ignoresLocks = true;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (!others.contains(tier.name) || !engine::layerOfTier(annotation, tier))
            continue;
        change.tiers.push_back({tier, std::nullopt});
        for (const engine::IntervalIndex::Entry& entry : annotation.byTime(id).all())
            change.segments.push_back({*annotation.segment(entry.id), std::nullopt});
    }
    for (const auto& [key, item] : annotation.items()) {
        if (isOfOthers(item, others, pass && pass->isTraining()))
            change.items.push_back({item, std::nullopt});
    }
    annotation.apply(change);
    return annotation;
}

void writeInvitation(engine::ProjectFile& project, const Invitation& invitation, const fs::path& target,
                     const std::vector<fs::path>& paths)
{
    std::vector<std::string> problems;
    const engine::Annotation invited = invitedAnnotation(project.load(problems), invitation);
    const fs::path folder = engine::snapshotFolder(project.path());
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        throw engine::IoError("io", folder.string(), "cannot be made: " + failure.message());
    const std::string base
        = "invitation-" + QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString() + ".polylogue";
    writeProject(invited, folder / base);
    engine::Annotation given = invited;
    const json asked{{"annotator", invitation.annotator}, {"layer", invitation.layer}};
    given.apply(withPathsFrom(given, project.path(), target, paths));
    given.apply(engine::putItem(given, engine::originItem(base)));
    given.apply(engine::putItem(given, {kInvitationItems, "pass", asked.dump()}));
    writeProject(given, target);
}

}
