#include "engine/project_items/codebook_versions.h"

#include "engine/annotation/layers.h"
#include "engine/annotation/project/scheme_json.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

std::vector<CodebookVersion> versionsOf(const Item* item)
{
    std::vector<CodebookVersion> versions;
    if (!item)
        return versions;
    try {
        for (const json& version : json::parse(item->json))
            versions.push_back({version.at("from_ms").get<std::int64_t>(),
                                project::labelsFromJson(version.at("labels").get<std::string>())});
    } catch (const std::exception&) { // of a later version of Polylogue, or nonsense
        return {};
    }
    return versions;
}

Item itemOf(const std::string& tier, const std::vector<CodebookVersion>& versions)
{
    json all = json::array();
    for (const CodebookVersion& version : versions)
        all.push_back({{"from_ms", version.from}, {"labels", project::toJson(version.labels)}});
    return {kCodebookItems, tier, jsonText(all)};
}

/// Whether somebody answered at this time or later: on the tier itself, or in a layer of it.
bool wasAnsweredSince(const Annotation& annotation, const std::string& name, std::int64_t since)
{
    const auto isAnswered = [&](TierId tier) {
        return std::ranges::any_of(annotation.byTime(tier).all(), [&](const IntervalIndex::Entry& entry) {
            return std::ranges::any_of(annotation.segment(entry.id)->values,
                                       [&](const auto& value) { return value.second.by.when >= since; });
        });
    };
    return std::ranges::any_of(annotation.tiers(), [&](const auto& each) {
        const Tier& tier = each.second;
        const Tier* parent = annotation.tier(tier.parent);
        return (tier.name == name || (parent && parent->name == name)) && isAnswered(tier.id);
    });
}

}

std::vector<CodebookVersion> codebookVersions(const Annotation& annotation, const std::string& tier,
                                              const std::vector<LabelScheme>& now)
{
    std::vector<CodebookVersion> versions = versionsOf(annotation.item(kCodebookItems, tier));
    if (versions.empty())
        versions.emplace_back();
    versions.back().labels = now;
    return versions;
}

std::size_t versionAt(const std::vector<CodebookVersion>& versions, std::int64_t when)
{
    std::size_t version = 1;
    while (version < versions.size() && versions[version].from <= when)
        ++version;
    return version;
}

void noteCodebook(Change& change, const Annotation& annotation, const TierRevision& revision,
                  std::int64_t now)
{
    const std::string& before = revision.before.name;
    const std::string& after = revision.after.name;
    std::vector<LabelScheme> labels;
    for (const LabelRevision& label : revision.labels)
        labels.push_back(label.now);
    const Item* known = annotation.item(kCodebookItems, before);
    std::vector<CodebookVersion> versions = codebookVersions(annotation, before, revision.before.labels);
    if (labels != revision.before.labels) {
        if (!wasAnsweredSince(annotation, before, versions.back().from))
            versions.back().labels = labels;
        else
            versions.push_back({now, labels});
    }
    if (versions.size() == 1) // nothing that the tier itself does not say
        versions.clear();
    if (versions.empty() && !known)
        return;
    if (known && before != after)
        change.items.push_back({*known, std::nullopt});
    if (versions.empty())
        return;
    const Item item = itemOf(after, versions);
    const Item* there = before == after ? known : annotation.item(kCodebookItems, after);
    if (!there || *there != item)
        change.items.push_back({there ? std::optional(*there) : std::nullopt, item});
}

}
