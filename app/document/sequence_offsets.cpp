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

engine::VideoOffsets offsetsOf(const engine::Annotation& annotation, const std::string& key)
{
    engine::VideoOffsets offsets;
    for (const auto& [place, item] : annotation.items()) {
        const SequenceOffsets noted = item.kind == kOffsetItems ? notedIn(item) : SequenceOffsets();
        if (const auto found = noted.find(key); found != noted.end())
            offsets.emplace(item.name, found->second);
    }
    return offsets;
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
