#include "engine/core/error.h"
#include "engine/extraction/extraction_step.h"
#include "engine/features/face/face_tracks.h"
#include "engine/features/face/speaking.h"
#include "engine/features/sound/sound_features.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr double kOfTracking = 0.95; // of the step's time

/// The level of the sound in dB, 100 a second; none where there is no sound.
std::vector<float> levelsOf(const std::filesystem::path& media, const RunContext& run)
{
    std::vector<float> levels;
    try {
        takeSoundRows(
            MediaFile(media), {.spectral = true},
            [&](const SoundRows& piece) {
                const auto column = std::ranges::find(piece.spectral.columns, "rms_db", &FeatureColumn::name)
                    - piece.spectral.columns.begin();
                for (std::size_t row = 0; row < piece.spectral.values.rows; ++row)
                    levels.push_back(piece.spectral.values.at(row, static_cast<std::size_t>(column)));
            },
            run);
    } catch (const IoError& error) {
        if (error.code() != "no_audio")
            throw;
    }
    return levels;
}

std::size_t spokenFrames(const FacePerson& person)
{
    return static_cast<std::size_t>(std::ranges::count_if(person.sights, &StoredSight::isSpeaking));
}

/// Whoever speaks in most frames; the one who is seen most where nobody does. Null: no face was seen.
const FacePerson* mainPerson(const FaceTracks& tracks)
{
    const auto most = std::ranges::max_element(tracks.people, {}, [](const FacePerson& person) {
        return std::pair(spokenFrames(person), person.sights.size());
    });
    return most == tracks.people.end() ? nullptr : &*most;
}

/// A row for each sight, in the order of the frames; coordinates in pixels of the video.
FeatureRows landmarkRows(const FaceTracks& tracks)
{
    struct Place {
        std::size_t person;
        const StoredSight* sight;
    };
    std::vector<Place> places;
    for (const FacePerson& person : tracks.people) {
        for (const StoredSight& sight : person.sights)
            places.push_back({person.id, &sight});
    }
    std::ranges::stable_sort(places, {},
                             [](const Place& place) { return std::pair(place.sight->frame, place.person); });
    FeatureRows rows;
    rows.columns
        = {{"person"}, {"speaking"}, {"score"}, {"x0", "px"}, {"y0", "px"}, {"x1", "px"}, {"y1", "px"}};
    for (std::size_t i = 0; i < FaceLandmarks().size(); ++i) {
        rows.columns.push_back({fmt::format("x_{}", i), "px"});
        rows.columns.push_back({fmt::format("y_{}", i), "px"});
    }
    rows.values = FeatureMatrix(places.size(), rows.columns.size());
    const auto scale = static_cast<float>(tracks.pixels);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const StoredSight& sight = *places[i].sight;
        rows.intervals.push_back(tracks.frames[sight.frame]);
        const std::span<float> row = rows.values.row(i);
        const FaceBox box = boxOf(sight);
        row[0] = static_cast<float>(places[i].person);
        row[1] = sight.isSpeaking ? 1.0F : 0.0F;
        row[2] = sight.score;
        row[3] = box.x0 * scale;
        row[4] = box.y0 * scale;
        row[5] = box.x1 * scale;
        row[6] = box.y1 * scale;
        const FaceLandmarks landmarks = landmarksOf(sight);
        for (std::size_t point = 0; point < landmarks.size(); ++point) {
            row[7 + 2 * point] = landmarks[point].x * scale;
            row[8 + 2 * point] = landmarks[point].y * scale;
        }
    }
    return rows;
}

}

std::vector<ExtractedEntry> extractFace(const Recording& recording, const ExtractionTools& tools,
                                        std::string& note, const RunContext& run)
{
    const RunContext tracking{run.stop, [&](double fraction) {
                                  if (run.progress)
                                      run.progress(fraction * kOfTracking);
                              }};
    FaceTracks tracks = trackFaces(MediaFile(recording.media), tools.landmarks(), {}, tracking);
    tracks = withSpeaking(std::move(tracks), levelsOf(recording.media, {run.stop, {}}));
    const FacePerson* person = mainPerson(tracks);
    if (!person)
        throw FormatError("no_face", recording.media.string(), "shows no face that was found");
    if (tracks.people.size() > 1)
        note = fmt::format("{} people were seen; the rows are those of the one who speaks most",
                           tracks.people.size());
    std::vector<ExtractedEntry> entries;
    entries.push_back(entryOfRows(FeatureSet::Face, faceRows(tracks, person->id)));
    entries.push_back(entryOfRows(FeatureSet::FaceLandmarks, landmarkRows(tracks)));
    return entries;
}

}
