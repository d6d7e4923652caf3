#include "engine/erasure/erased_recording.h"

#include "engine/core/pending_file.h"
#include "engine/dataset_opening/face_sequences.h"
#include "engine/deidentify/hidden_recording.h"
#include "engine/deidentify/hidden_sound.h"
#include "engine/faces/face_lanes.h"
#include "engine/features/face/track_faces.h"
#include "engine/media/wav_writer.h"
#include "engine/project_items/face_items.h"
#include "engine/project_items/sequence_offsets.h"

#include <algorithm>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr double kSampleRate = 16000.0;

/// The faces that stay: those with another name.
std::set<std::size_t> others(const FaceCorrections& corrections, const std::string& person)
{
    std::set<std::size_t> kept;
    for (const auto& [face, name] : corrections.names) {
        if (name != person && !name.empty())
            kept.insert(face);
    }
    return kept;
}

/// When the person speaks, as the faces tell; all the time where they tell nothing.
std::vector<Interval> spoken(const FaceTracks& tracks, const std::set<std::size_t>& kept, double duration)
{
    std::vector<Interval> spans;
    for (const FaceLane& lane : faceLanes(tracks)) {
        if (!kept.contains(lane.person))
            spans.insert(spans.end(), lane.speaking.begin(), lane.speaking.end());
    }
    return spans.empty() ? std::vector<Interval>{{0.0, duration}} : spans;
}

void silence(std::vector<float>& samples, const std::vector<Interval>& spans)
{
    for (const Interval& span : spans) {
        const auto at = [&](double seconds) {
            return static_cast<std::ptrdiff_t>(std::clamp(seconds * kSampleRate, 0.0, static_cast<double>(samples.size())));
        };
        std::fill(samples.begin() + at(span.start), samples.begin() + at(span.end), 0.0F);
    }
}

}

fs::path maskPerson(const Annotation& annotation, const OpenedSequences& dataset, const std::string& video,
                    const std::string& person, const fs::path& recording, const RunContext& run)
{
    const MediaFile media(recording, dataset.zero);
    const MediaInfo info = probeMedia(media);
    const FaceCorrections corrections = faceCorrections(annotation, video);
    const std::set<std::size_t> kept = others(corrections, person);
    FaceTracks tracks;
    if (info.hasVideo) {
        if (holdsLandmarks(dataset))
            tracks = readFaces(dataset, video, corrections, offsetsOfVideo(projectOffsets(annotation), video), run);
        if (tracks.people.empty())
            tracks = trackFaces(media, LandmarkModel(), {}, run);
    }
    const fs::path place = fs::path(recording).replace_extension(info.hasVideo ? ".mp4" : ".wav");
    const fs::path soundFile = place.string() + ".erased.wav";
    std::optional<fs::path> sound;
    if (info.hasAudio) {
        std::vector<float> samples = voiceOf(media, run);
        silence(samples, spoken(tracks, kept, info.duration));
        sound = info.hasVideo ? soundFile : place;
        writeVoice(samples, *sound);
    }
    if (info.hasVideo) {
        const FacePlan plan = facePlan(tracks, kept, widening(FaceCover::Mask));
        writeHiddenPictures({media, info, &plan, FaceCover::Mask, false, sound}, place, run);
    }
    std::error_code error;
    fs::remove(soundFile, error);
    if (place != recording)
        fs::remove(recording, error);
    return place;
}

}
