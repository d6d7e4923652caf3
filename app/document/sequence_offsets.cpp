#include "app/document/sequence_offsets.h"

#include "engine/annotation/edits.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace app {

namespace {

SequenceOffsets notedIn(const engine::Item& item)
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

SequenceOffsets sequenceOffsets(const engine::Annotation& annotation, const std::string& video)
{
    const engine::Item* item = annotation.item(kOffsetItems, video);
    return item ? notedIn(*item) : SequenceOffsets();
}

double offsetOf(const SequenceOffsets& offsets, const QString& key)
{
    const auto found = offsets.find(key.toStdString());
    return found == offsets.end() ? 0.0 : found->second;
}

ProjectOffsets projectOffsets(const engine::Annotation& annotation)
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

engine::VideoOffsets offsetsOf(const ProjectOffsets& offsets, const std::string& key)
{
    engine::VideoOffsets moved;
    for (const auto& [video, noted] : offsets) {
        if (const auto found = noted.find(key); found != noted.end())
            moved.emplace(video, found->second);
    }
    return moved;
}

engine::VideoOffsets offsetsOf(const engine::Annotation& annotation, const std::string& key)
{
    return offsetsOf(projectOffsets(annotation), key);
}

engine::Change putSequenceOffset(const engine::Annotation& annotation, const std::string& video,
                                 const std::string& key, double seconds)
{
    SequenceOffsets offsets = sequenceOffsets(annotation, video);
    offsets.erase(key);
    if (seconds != 0.0)
        offsets.emplace(key, seconds);
    return engine::putItem(annotation, {kOffsetItems, video, nlohmann::json(offsets).dump()});
}

}
