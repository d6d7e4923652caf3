#include "engine/deidentify/seen_people.h"

#include "engine/dataset_opening/face_sequences.h"
#include "engine/features/face/track_faces.h"
#include "engine/project_items/face_items.h"
#include "engine/project_items/sequence_offsets.h"

#include <algorithm>

namespace engine {

bool SeenPeople::isEverybodyKept() const
{
    return std::ranges::all_of(tracks.people, [this](const FacePerson& person) { return kept.contains(person.id); });
}

SeenPeople seenPeople(const Annotation& annotation, const OpenedSequences& dataset, const std::string& video, const MediaFile& media,
                      const std::function<bool(const std::string& name)>& stays, std::optional<LandmarkModel>& model,
                      const RunContext& run)
{
    SeenPeople seen;
    const FaceCorrections corrections = faceCorrections(annotation, video);
    if (holdsLandmarks(dataset))
        seen.tracks = readFaces(dataset, video, corrections, offsetsOfVideo(projectOffsets(annotation), video), run);
    if (seen.tracks.people.empty()) {
        if (!model)
            model.emplace();
        seen.tracks = trackFaces(media, *model, {}, run);
        return seen;
    }
    for (const auto& [person, name] : corrections.names) {
        if (!name.empty() && stays(name))
            seen.kept.insert(person);
    }
    return seen;
}

}
