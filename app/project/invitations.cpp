#include "app/project/invitations.h"

#include "app/project/derived_items.h"
#include "app/project/project_copies.h"
#include "engine/annotation/difference.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/project/merge_copies.h"
#include "engine/annotation/project/snapshots.h"
#include "engine/core/json_text.h"
#include "engine/project_items/gold_items.h"
#include "engine/tier_completion/completion_draft.h"

#include <QUuid>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>

namespace app {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr auto kInvitationItems = "invitation";
constexpr auto kSuspectItems = "suspect"; // they tell labels
constexpr auto kUnlockedItems = "unlocked-answers"; // by layer and time

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
    for (const engine::ReviewPass& pass : reviewPasses(annotation)) {
        add(pass.layer);
        if (others.contains(pass.layer.name) && !pass.repeatLayer.empty())
            others.insert(pass.repeatLayer);
    }
    return others;
}

bool isOfOthers(const engine::Item& item, const std::set<std::string>& others, bool isTrained)
{
    if (item.kind == engine::kGoldItems)
        return !isTrained;
    if (item.kind == engine::kPassItems || item.kind == engine::kLayerItems)
        return others.contains(item.name);
    if (item.kind == engine::kLogItems || item.kind == kUnlockedItems)
        return others.contains(item.name.substr(0, item.name.find('|')));
    return item.kind == kSuspectItems || item.kind == kInvitationItems
        || item.kind == engine::kDraftItems // made of labels
        || item.kind == kModelItems; // which lies elsewhere, and whose answers are none of theirs
}

/// Whether a text of a segment is one of its labels, as tiers have it whose texts became a label.
bool isLabel(const std::string& text, const engine::Tier& tier, const engine::Segment& segment)
{
    for (const auto& [label, given] : segment.values) {
        const auto* term = std::get_if<std::string>(&given.value);
        char* end = nullptr;
        const double number = std::strtod(text.c_str(), &end);
        if (term ? *term == text : *end == '\0' && number == std::get<double>(given.value))
            return true;
    }
    return std::ranges::any_of(tier.labels, [&](const engine::LabelScheme& label) {
        const auto* vocabulary = std::get_if<engine::Vocabulary>(&label.scale);
        return vocabulary
            && std::ranges::find(vocabulary->terms, text, &engine::Term::name) != vocabulary->terms.end();
    });
}

/// A segment that is judged, without what anybody else said of it.
engine::Segment unjudged(const engine::Tier& tier, engine::Segment segment, const std::string& annotator)
{
    if (!segment.text.empty() && isLabel(segment.text, tier, segment))
        segment.text.clear();
    std::erase_if(segment.values, [&](const auto& value) { return value.second.by.annotator != annotator; });
    segment.confidence.reset();
    segment.comment.clear();
    segment.flagged = false;
    return segment;
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
    const std::string judged = pass && pass->isBlind ? pass->layer.of : std::string();
    for (const auto& [id, tier] : annotation.tiers()) {
        if (!judged.empty() && tier.name == judged) {
            for (const engine::IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
                const engine::Segment& said = *annotation.segment(entry.id);
                if (engine::Segment bare = unjudged(tier, said, invitation.annotator); !(bare == said))
                    change.segments.push_back({said, std::move(bare)});
            }
        }
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
    given.apply(engine::putItem(given, {kInvitationItems, "pass", engine::jsonText(asked)}));
    writeProject(given, target);
}

}
