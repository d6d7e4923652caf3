#include "app/dataset/face_sequences.h"

#include "engine/faces/landmark_rows.h"
#include "engine/sequences/shifted_sequence.h"
#include "engine/sequences/stored_features.h"

#include <algorithm>

namespace app {

namespace {

constexpr auto kMeasuresKey = "face"; // as polylogue-extract names them
constexpr auto kLandmarksKey = "face_landmarks";

const OpenDataset::Sequence* numbersCalled(const OpenDataset& dataset, const char* key)
{
    const auto found = std::ranges::find(dataset.sequences, QLatin1String(key), &OpenDataset::Sequence::key);
    return found == dataset.sequences.end() || found->isText ? nullptr : &*found;
}

/// When each frame of the video is shown: the sequence of measures has a row for each.
std::vector<engine::Interval> framesOf(const OpenDataset& dataset, const std::string& video)
{
    const OpenDataset::Sequence* measures = numbersCalled(dataset, kMeasuresKey);
    return measures ? engine::readIntervals(*measures->file, video) : std::vector<engine::Interval>();
}

}

bool holdsLandmarks(const OpenDataset& dataset)
{
    return numbersCalled(dataset, kLandmarksKey) != nullptr;
}

const OpenDataset::Sequence* landmarksOf(const OpenDataset& dataset, const std::string& video)
{
    const OpenDataset::Sequence* landmarks = numbersCalled(dataset, kLandmarksKey);
    return landmarks && !engine::entriesOf(*landmarks->file, video).empty() ? landmarks : nullptr;
}

engine::FaceTracks readFaces(const OpenDataset& dataset, const std::string& video,
                             const engine::FaceCorrections& corrections, const SequenceOffsets& offsets,
                             const engine::RunContext& run)
{
    const OpenDataset::Sequence* landmarks = landmarksOf(dataset, video);
    if (!landmarks)
        return {};
    const engine::StoredFeatures rows(landmarks->file, video);
    engine::FaceTracks tracks = engine::tracksOf(
        framesOf(dataset, video), rows.intervals(),
        [&](std::size_t first, std::size_t count) { return rows.read(first, count); }, run);
    engine::shift(tracks.frames, offsetOf(offsets, landmarks->key));
    return engine::corrected(std::move(tracks), corrections);
}

bool holdsFaceMeasures(const OpenDataset::Sequence& sequence)
{
    return sequence.key == QLatin1String(kMeasuresKey) && !sequence.isText;
}

std::optional<engine::TimedFeatures> correctedMeasures(const OpenDataset& dataset, const std::string& video,
                                                       const engine::FaceCorrections& corrections,
                                                       const SequenceOffsets& offsets,
                                                       const engine::RunContext& run)
{
    const OpenDataset::Sequence* measures = numbersCalled(dataset, kMeasuresKey);
    const OpenDataset::Sequence* landmarks = landmarksOf(dataset, video);
    if (!corrections.changeTracks() || !measures || !landmarks
        || engine::entriesOf(*measures->file, video).empty())
        return std::nullopt;
    const engine::FaceTracks tracks = readFaces(dataset, video, corrections, offsets, run);
    const engine::FacePerson* person = engine::measuredPerson(tracks, corrections);
    if (!person)
        return std::nullopt;
    engine::FeatureRows rows = engine::faceRows(tracks, person->id);
    engine::shift(rows.intervals, offsetOf(offsets, measures->key) - offsetOf(offsets, landmarks->key));
    return engine::TimedFeatures{std::move(rows.intervals), std::move(rows.values)};
}

engine::ComputationalSequence withFaces(const OpenDataset& dataset, const OpenDataset::Sequence& measures,
                                        const ProjectFaces& faces, const ProjectOffsets& offsets,
                                        const engine::RunContext& run)
{
    engine::ComputationalSequence sequence(measures.file);
    for (const auto& [video, corrections] : faces) {
        const SequenceOffsets moved = offsetsOfVideo(offsets, video);
        std::optional<engine::TimedFeatures> rows
            = correctedMeasures(dataset, video, corrections, moved, run);
        if (!rows)
            continue;
        engine::shift(rows->intervals, -offsetOf(moved, measures.key)); // recipes move them themselves
        for (const std::string& id : engine::entriesOf(*measures.file, video))
            sequence.remove(id);
        engine::Entry entry;
        entry.intervals.values = std::move(rows->intervals);
        entry.features = {engine::ElementType::Float32,
                          {rows->features.rows, rows->features.columns},
                          std::move(rows->features.values)};
        sequence.put(video, std::move(entry));
    }
    return sequence;
}

}
