#include "engine/training/folds.h"

#include <nlohmann/json.hpp>
#include <set>

namespace engine {

namespace {

std::set<std::string> videos(std::span<const LabelledSegment> segments)
{
    std::set<std::string> ids;
    for (const LabelledSegment& segment : segments)
        ids.insert(segment.id.substr(0, segment.id.rfind('[')));
    return ids;
}

}

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

std::vector<std::pair<std::string, std::span<const LabelledSegment>>> namedFolds(const Folds& folds)
{
    return {{"test", folds.test}, {"valid", folds.validation}, {"train", folds.training}};
}

nlohmann::json videosOf(const Folds& folds)
{
    nlohmann::json ids = nlohmann::json::object();
    for (const auto& [name, segments] : namedFolds(folds))
        ids[name] = videos(segments);
    return ids;
}

}
