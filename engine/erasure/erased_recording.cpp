#include "engine/erasure/erased_recording.h"

#include "engine/deidentify/hidden_recording.h"
#include "engine/deidentify/hidden_sound.h"
#include "engine/deidentify/seen_people.h"
#include "engine/faces/face_lanes.h"

namespace engine {

namespace {

namespace fs = std::filesystem;

/// When the person speaks, as the faces tell; all the time where they tell nothing.
std::vector<Interval> spoken(const SeenPeople& seen, double duration)
{
    std::vector<Interval> spans;
    for (const FaceLane& lane : faceLanes(seen.tracks)) {
        if (!seen.kept.contains(lane.person))
            spans.insert(spans.end(), lane.speaking.begin(), lane.speaking.end());
    }
    return spans.empty() ? std::vector<Interval>{{0.0, duration}} : spans;
}

}

fs::path maskPerson(const Annotation& annotation, const OpenedSequences& dataset, const std::string& video,
                    const std::string& person, const fs::path& recording, const RunContext& run)
{
    const MediaFile media(recording, dataset.zero);
    const MediaInfo info = probeMedia(media);
    SeenPeople seen;
    std::optional<LandmarkModel> model;
    if (info.hasVideo)
        seen = seenPeople(
            annotation, dataset, video, media, [&](const std::string& name) { return name != person; }, model, run);
    const fs::path place = fs::path(recording).replace_extension(info.hasVideo ? ".mp4" : ".wav");
    const fs::path soundFile = place.string() + ".erased.wav";
    std::optional<fs::path> sound;
    if (info.hasAudio) {
        std::vector<float> samples = voiceOf(media, run);
        for (const Interval& span : spoken(seen, info.duration))
            silence(samples, span);
        sound = info.hasVideo ? soundFile : place;
        writeVoice(samples, *sound);
    }
    if (info.hasVideo) {
        const FacePlan plan = facePlan(seen.tracks, seen.kept, widening(FaceCover::Mask));
        writeHiddenPictures({media, info, &plan, FaceCover::Mask, false, sound}, place, run);
    }
    std::error_code error;
    fs::remove(soundFile, error);
    if (place != recording)
        fs::remove(recording, error);
    return place;
}

}
