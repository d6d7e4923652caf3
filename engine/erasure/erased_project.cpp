#include "engine/erasure/erased_project.h"

#include "engine/annotation/difference.h"
#include "engine/annotation/project/journaling.h"
#include "engine/annotation/project/project_file.h"
#include "engine/core/json_text.h"
#include "engine/core/pending_file.h"
#include "engine/project_items/comparison_pass.h"
#include "engine/project_items/face_items.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

/// Whether an item is about a video of the person alone: its name is that video's id, or begins with it.
bool isOfErasedVideo(const Item& item, const ErasurePlan& plan)
{
    return std::ranges::any_of(plan.alone, [&](const std::string& video) {
        return item.name == video || item.name.starts_with(video + "[") || item.name.starts_with(video + "/")
            || item.name.find("|" + video + "|") != std::string::npos; // a judgement, or a remark on one
    });
}

/// Whether a part of a list is about a video of the person alone: a place of a pass, a task, a unit.
bool isOfErasedVideo(const json& part, const ErasurePlan& plan)
{
    if (part.is_string())
        return plan.alone.contains(part.get<std::string>());
    return (part.is_array() || part.is_object()) && std::ranges::any_of(part, [&](const json& field) {
               return field.is_string() && plan.alone.contains(field.get<std::string>());
           });
}

json withoutNames(const json& value, const HiddenNames& names, const ErasurePlan& plan)
{
    if (value.is_string())
        return names.without(value.get<std::string>());
    if (value.is_array()) {
        json list = json::array();
        for (const json& part : value) {
            if (!isOfErasedVideo(part, plan))
                list.push_back(withoutNames(part, names, plan));
        }
        return list;
    }
    if (value.is_object()) {
        json fields = json::object();
        for (const auto& [key, part] : value.items()) {
            if (!plan.alone.contains(key))
                fields[names.without(key)] = withoutNames(part, names, plan);
        }
        return fields;
    }
    return value;
}

Item withoutNames(const Item& item, const ErasurePlan& plan, const HiddenNames& names)
{
    const json value = json::parse(item.json, nullptr, false);
    Item result = item;
    result.name = names.without(item.name);
    if (!value.is_discarded())
        if (const json without = withoutNames(value, names, plan); without != value)
            result.json = jsonText(without);
    return result;
}

/// The item as it becomes; absent: it goes.
std::optional<Item> erased(const Item& item, const ErasurePlan& plan, const HiddenNames& names)
{
    if (isOfErasedVideo(item, plan))
        return std::nullopt;
    if (item.kind == "dataset")
        return item; // paths, which are the dataset's to change
    if (const auto pass = comparisonPassIn(item)) {
        Item left = item;
        left.json = itemOf(withoutClips(*pass, plan.alone)).json;
        return withoutNames(left, plan, names);
    }
    return withoutNames(item, plan, names);
}

struct TextEraser {
    const HiddenNames& names;
    std::size_t changed = 0;

    void erase(std::string& text)
    {
        std::string without = names.without(text);
        changed += without != text ? 1 : 0;
        text = std::move(without);
    }
    void erase(Tier& tier)
    {
        erase(tier.name);
        erase(tier.annotator);
        erase(tier.participant);
        erase(tier.source);
        for (LabelScheme& label : tier.labels) {
            if (auto* vocabulary = std::get_if<Vocabulary>(&label.scale)) {
                for (Term& term : vocabulary->terms)
                    erase(term.name);
            }
        }
    }
    void erase(Segment& segment)
    {
        erase(segment.text);
        erase(segment.comment);
        for (auto& [label, value] : segment.values) {
            erase(value.by.annotator);
            if (auto* text = std::get_if<std::string>(&value.value))
                erase(*text);
        }
    }
};

}

ErasureCounts occurrences(const Annotation& annotation, const ErasurePlan& plan, const HiddenNames& names)
{
    ErasureCounts counts;
    TextEraser eraser{names};
    for (const auto& [id, segment] : annotation.segments()) {
        const Tier* tier = annotation.tier(segment.tier);
        if (tier && plan.alone.contains(tier->video)) {
            ++counts.segments;
            continue;
        }
        Segment copy = segment;
        eraser.erase(copy);
    }
    for (const auto& [id, tier] : annotation.tiers()) {
        if (plan.alone.contains(tier.video))
            continue;
        Tier copy = tier;
        eraser.erase(copy);
    }
    counts.texts = eraser.changed;
    for (const auto& [key, item] : annotation.items())
        counts.items += erased(item, plan, names) != std::optional(item) ? 1 : 0;
    return counts;
}

Annotation withoutPerson(const Annotation& annotation, const ErasurePlan& plan, const HiddenNames& names)
{
    TextEraser eraser{names};
    Annotation::Tiers tiers;
    for (auto [id, tier] : annotation.tiers()) {
        if (plan.alone.contains(tier.video))
            continue;
        eraser.erase(tier);
        tiers.emplace(id, std::move(tier));
    }
    Annotation::Segments segments;
    for (auto [id, segment] : annotation.segments()) {
        if (!tiers.contains(segment.tier))
            continue;
        eraser.erase(segment);
        segments.emplace(id, std::move(segment));
    }
    Annotation::Items items;
    for (const auto& [key, item] : annotation.items()) {
        if (auto left = erased(item, plan, names)) {
            const std::pair place(left->kind, left->name);
            items.emplace(place, std::move(*left));
        }
    }
    return {std::move(tiers), std::move(segments), std::move(items)};
}

void rewriteProject(const std::filesystem::path& project, const Annotation& annotation)
{
    PendingFile pending(project);
    ProjectFile::create(pending.temporary()).write(difference(Annotation(), annotation));
    removeBeside(pending.temporary());
    pending.commit();
    removeBeside(project); // a log of the old file would be taken for the new one's
}

}
