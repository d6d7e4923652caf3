#include "engine/project_items/known_people.h"

#include "engine/project_items/face_items.h"

namespace engine {

KnownPeople knownPeople(const Annotation& annotation, const DatasetList& list)
{
    KnownPeople known;
    for (const DatasetList::Media& media : list.media) {
        if (!media.speaker.empty())
            known.videos[media.speaker].insert(media.id);
    }
    for (const auto& [key, item] : annotation.items()) {
        if (key.first != kFaceItems)
            continue;
        for (const auto& [number, name] : faceCorrections(annotation, key.second).names) {
            if (!name.empty())
                known.videos[name].insert(key.second);
        }
    }
    for (const auto& [id, tier] : annotation.tiers()) {
        if (!tier.annotator.empty())
            known.annotators.insert(tier.annotator);
    }
    for (const auto& [id, segment] : annotation.segments()) {
        for (const auto& [label, value] : segment.values) {
            if (!value.by.annotator.empty())
                known.annotators.insert(value.by.annotator);
        }
    }
    return known;
}

}
