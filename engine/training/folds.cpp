#include "engine/training/folds.h"

#include "engine/core/error.h"

#include <fmt/format.h>
#include <map>

namespace engine {

Folds splitByFold(std::vector<LabelledSegment> segments)
{
    Folds folds;
    for (LabelledSegment& segment : segments) {
        if (segment.labels.empty())
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

void requireApart(FeatureData& data)
{
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
    if (twice > 0)
        data.notes.push_back(
            fmt::format("{} segments have the id of another one of their fold: {} …", twice, first));
}

}
