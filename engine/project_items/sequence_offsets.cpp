#include "engine/project_items/sequence_offsets.h"

#include "engine/annotation/edits.h"
#include "engine/core/json_text.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

SequenceOffsets notedIn(const Item& item)
{
    SequenceOffsets offsets;
    const nlohmann::json noted = nlohmann::json::parse(item.json, nullptr, false);
    if (!noted.is_object())
        return offsets;
    for (const auto& [key, seconds] : noted.items()) {
        if (seconds.is_number() && std::isfinite(seconds.get<double>()) && seconds.get<double>() != 0.0)
            offsets.emplace(key, seconds.get<double>());
    }
    return offsets;
}

}

SequenceOffsets sequenceOffsets(const Annotation& annotation, const std::string& video)
{
    const Item* item = annotation.item(kOffsetItems, video);
    return item ? notedIn(*item) : SequenceOffsets();
}

ProjectOffsets projectOffsets(const Annotation& annotation)
{
    ProjectOffsets offsets;
    for (const auto& [place, item] : annotation.items()) {
        SequenceOffsets noted = item.kind == kOffsetItems ? notedIn(item) : SequenceOffsets();
        if (!noted.empty())
            offsets.emplace(item.name, std::move(noted));
    }
    return offsets;
}

SequenceOffsets offsetsOfVideo(const ProjectOffsets& offsets, const std::string& video)
{
    const auto found = offsets.find(video);
    return found == offsets.end() ? SequenceOffsets() : found->second;
}

VideoOffsets offsetsOf(const ProjectOffsets& offsets, const std::string& key)
{
    VideoOffsets moved;
    for (const auto& [video, noted] : offsets) {
        if (const auto found = noted.find(key); found != noted.end())
            moved.emplace(video, found->second);
    }
    return moved;
}

VideoOffsets offsetsOf(const Annotation& annotation, const std::string& key)
{
    return offsetsOf(projectOffsets(annotation), key);
}

Change putSequenceOffset(const Annotation& annotation, const std::string& video, const std::string& key,
                         double seconds)
{
    SequenceOffsets offsets = sequenceOffsets(annotation, video);
    offsets.erase(key);
    if (seconds != 0.0)
        offsets.emplace(key, seconds);
    return putItem(annotation, {kOffsetItems, video, jsonText(nlohmann::json(offsets))});
}

}
