#include "engine/training/data/folds.h"

#include "engine/core/error.h"
#include "engine/core/segment_id.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <set>

namespace engine {

namespace {

/// NaN in every column is how a sequence of labels has a segment that nobody labelled.
bool isUnlabelled(const LabelledSegment& segment)
{
    return std::ranges::all_of(segment.labels, [](float value) { return std::isnan(value); });
}

}

Folds splitByFold(std::vector<LabelledSegment> segments, bool needsLabels)
{
    Folds folds;
    for (LabelledSegment& segment : segments) {
        if (needsLabels && isUnlabelled(segment))
            continue;
        if (segment.fold == "train")
            folds.training.push_back(std::move(segment));
        else if (segment.fold == "valid")
            folds.validation.push_back(std::move(segment));
        else if (segment.fold == "test")
            folds.test.push_back(std::move(segment));
    }
    return folds;
}

namespace {

void noteSharedVideos(FeatureData& data)
{
    std::map<std::string, std::set<std::string>> folds; // by video
    for (const FoldData& fold : data.folds) {
        for (const std::string& id : fold.ids)
            folds[videoOfSegment(id)].insert(fold.name);
    }
    const auto isShared = [](const auto& video) { return video.second.size() > 1; };
    const auto first = std::ranges::find_if(folds, isShared);
    if (first != folds.end())
        data.notes.push_back(fmt::format(
            "{} videos have segments in several folds, {} in {}: the figures of the other "
            "folds may be too good",
            std::ranges::count_if(folds, isShared), first->first, fmt::join(first->second, " and ")));
}

}

void requireWholeConversations(const FeatureData& data)
{
    std::map<std::string_view, std::string_view> folds; // by conversation
    for (const FoldData& fold : data.folds) {
        for (const Turn& turn : fold.turns) {
            const auto [known, isNew] = folds.emplace(turn.conversation, fold.name);
            if (!isNew && known->second != fold.name)
                throw FormatError(
                    "conversation_split", data.source,
                    fmt::format("the conversation {} has turns in {} and in {}; expected all turns "
                                "of a conversation in one fold",
                                turn.conversation, known->second, fold.name));
        }
    }
}

void requireApart(FeatureData& data)
{
    requireWholeConversations(data);
    std::map<std::string_view, std::string_view> folds; // by segment
    std::size_t twice = 0;
    std::string first;
    for (const FoldData& fold : data.folds) {
        for (const std::string& id : fold.ids) {
            const auto [known, isNew] = folds.emplace(id, fold.name);
            if (isNew)
                continue;
            if (known->second != fold.name)
                throw FormatError("double_segment", data.source,
                                  fmt::format("{} is in {} and in {}; expected each segment in one fold", id,
                                              known->second, fold.name));
            if (twice++ == 0)
                first = fmt::format("{} in {}", id, fold.name);
        }
    }
    noteSharedVideos(data);
    if (twice > 0)
        data.notes.push_back(
            fmt::format("{} segments have the id of another one of their fold: {} …", twice, first));
}

}
