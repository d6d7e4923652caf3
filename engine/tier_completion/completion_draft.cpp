#include "engine/tier_completion/completion_draft.h"

#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/tier_traces.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

std::string itemName(const std::string& video, const TierName& tier)
{
    return video + '/' + tier;
}

json draftToJson(const CompletionDraft& draft)
{
    json rows = json::array(), checks = json::array();
    for (const DraftRow& row : draft.rows) {
        json one{{"span", {row.span.start, row.span.end}},
                 {"confidence", row.confidence},
                 {"state", static_cast<int>(row.state)},
                 {"when", row.when}};
        std::visit([&](const auto& value) { one["value"] = value; }, row.value);
        if (!row.samples.empty())
            one["samples"] = row.samples;
        rows.push_back(std::move(one));
    }
    for (const CheckedAnswer& check : draft.checks)
        checks.push_back({check.confidence, check.isRight});
    return {{"tier", draft.tier},           {"kind", static_cast<int>(draft.kind)},
            {"label", draft.label},         {"how", draft.how},
            {"threshold", draft.threshold}, {"rate", draft.rate},
            {"found", draft.found},         {"rows", std::move(rows)},
            {"checks", std::move(checks)}};
}

/// @throws json::exception
CompletionDraft draftFromJson(const json& noted)
{
    CompletionDraft draft;
    noted.at("tier").get_to(draft.tier);
    draft.kind = static_cast<CompletionKind>(std::clamp(noted.at("kind").get<int>(), 0, 2));
    noted.at("label").get_to(draft.label);
    noted.at("how").get_to(draft.how);
    noted.at("threshold").get_to(draft.threshold);
    noted.at("rate").get_to(draft.rate);
    noted.at("found").get_to(draft.found);
    for (const json& one : noted.at("checks"))
        draft.checks.push_back({one.at(0).get<double>(), one.at(1).get<bool>()});
    for (const json& one : noted.at("rows")) {
        DraftRow row;
        row.span = {one.at("span").at(0).get<double>(), one.at("span").at(1).get<double>()};
        if (one.at("value").is_number())
            row.value = one.at("value").get<double>();
        else
            row.value = one.at("value").get<std::string>();
        row.samples = one.value("samples", std::vector<float>());
        one.at("confidence").get_to(row.confidence);
        row.state = static_cast<DraftRow::State>(std::clamp(one.at("state").get<int>(), 0, 2));
        one.at("when").get_to(row.when);
        draft.rows.push_back(std::move(row));
    }
    return draft;
}

bool hasOpenFrames(const TraceFrames& given, const CompletionDraft& draft, const DraftRow& row)
{
    const auto first = static_cast<std::size_t>(std::llround(row.span.start * draft.rate));
    for (std::size_t i = 0; i < row.samples.size(); ++i) {
        if (first + i >= given.size() || !given[first + i])
            return true;
    }
    return false;
}

}

std::map<TierName, CompletionDraft> completionDrafts(const Annotation& annotation, const std::string& video)
{
    std::map<TierName, CompletionDraft> drafts;
    for (auto item = annotation.items().lower_bound({kDraftItems, video + '/'});
         item != annotation.items().end() && item->first.first == kDraftItems
         && item->first.second.starts_with(video + '/');
         ++item) {
        try {
            CompletionDraft draft = draftFromJson(json::parse(item->second.json));
            if (itemName(video, draft.tier) == item->first.second)
                drafts.emplace(draft.tier, std::move(draft));
        } catch (const json::exception&) { // of a newer program, or damaged
            continue;
        }
    }
    return drafts;
}

Change putCompletionDraft(const Annotation& annotation, const std::string& video,
                          const CompletionDraft& draft)
{
    return putItem(annotation, {kDraftItems, itemName(video, draft.tier), jsonText(draftToJson(draft))});
}

Change removeCompletionDraft(const Annotation& annotation, const std::string& video, const TierName& tier)
{
    Change change;
    if (const Item* item = annotation.item(kDraftItems, itemName(video, tier)))
        change.items.push_back({*item, std::nullopt});
    return change;
}

std::map<std::pair<std::int64_t, std::int64_t>, SegmentId> segmentsByTimes(const Annotation& annotation,
                                                                           TierId tier)
{
    std::map<std::pair<std::int64_t, std::int64_t>, SegmentId> segments;
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier).all()) {
        const Segment& segment = *annotation.segment(entry.id);
        segments.emplace(std::pair(segment.start.ticks, segment.end.ticks), entry.id);
    }
    return segments;
}

std::vector<std::size_t> openRows(const Annotation& annotation, const std::string& video,
                                  const CompletionDraft& draft)
{
    const Tier* tier = tierCalled(annotation, video, draft.tier);
    if (!tier)
        return {};
    std::vector<std::size_t> open;
    const auto segments = segmentsByTimes(annotation, tier->id);
    const double end = draft.rows.empty() ? 0.0 : draft.rows.back().span.end;
    const TraceFrames frames = draft.kind == CompletionKind::Trace
        ? tierFrames(annotation, tier->id, end, draft.rate)
        : TraceFrames();
    for (std::size_t i = 0; i < draft.rows.size(); ++i) {
        const DraftRow& row = draft.rows[i];
        const auto start = TimePoint::ofSeconds(row.span.start);
        const auto last = TimePoint::ofSeconds(row.span.end);
        bool isOpen = row.state == DraftRow::State::Open;
        if (isOpen && draft.kind == CompletionKind::Values) {
            const auto found = segments.find({start.ticks, last.ticks});
            isOpen
                = found != segments.end() && !annotation.segment(found->second)->values.contains(draft.label);
        } else if (isOpen && draft.kind == CompletionKind::Segments) {
            isOpen = std::ranges::none_of(segments, [&](const auto& segment) {
                return segment.first.first < last.ticks && segment.first.second > start.ticks;
            });
        } else if (isOpen) {
            isOpen = hasOpenFrames(frames, draft, row);
        }
        if (isOpen)
            open.push_back(i);
    }
    return open;
}

}
