#include "engine/dataset_opening/face_sequences.h"

#include "engine/faces/landmark_rows.h"
#include "engine/sequences/shifted_sequence.h"
#include "engine/sequences/stored_features.h"

namespace engine {

namespace {

constexpr auto kMeasuresKey = "face"; // as polylogue-extract names them
constexpr auto kLandmarksKey = "face_landmarks";

const OpenedSequence* numbersCalled(const OpenedSequences& dataset, const char* key)
{
    const OpenedSequence* found = dataset.called(key);
    return found && !found->isText ? found : nullptr;
}

/// When each frame of the video is shown: the sequence of measures has a row for each.
std::vector<Interval> framesOf(const OpenedSequences& dataset, const std::string& video)
{
    const OpenedSequence* measures = numbersCalled(dataset, kMeasuresKey);
    return measures ? readIntervals(*measures->file, video) : std::vector<Interval>();
}

}

bool holdsLandmarks(const OpenedSequences& dataset)
{
    return numbersCalled(dataset, kLandmarksKey) != nullptr;
}

const OpenedSequence* landmarksOf(const OpenedSequences& dataset, const std::string& video)
{
    const OpenedSequence* landmarks = numbersCalled(dataset, kLandmarksKey);
    return landmarks && !entriesOf(*landmarks->file, video).empty() ? landmarks : nullptr;
}

FaceTracks readFaces(const OpenedSequences& dataset, const std::string& video,
                     const FaceCorrections& corrections, const SequenceOffsets& offsets,
                     const RunContext& run)
{
    const OpenedSequence* landmarks = landmarksOf(dataset, video);
    if (!landmarks)
        return {};
    const StoredFeatures rows(landmarks->file, video);
    FaceTracks tracks = tracksOf(
        framesOf(dataset, video), rows.intervals(),
        [&](std::size_t first, std::size_t count) { return rows.read(first, count); }, run);
    shift(tracks.frames, offsetOf(offsets, landmarks->key));
    return corrected(std::move(tracks), corrections);
}

bool holdsFaceMeasures(const OpenedSequence& sequence)
{
    return sequence.key == kMeasuresKey && !sequence.isText;
}

std::optional<TimedFeatures> correctedMeasures(const OpenedSequences& dataset, const std::string& video,
                                               const FaceCorrections& corrections,
                                               const SequenceOffsets& offsets, const RunContext& run)
{
    const OpenedSequence* measures = numbersCalled(dataset, kMeasuresKey);
    const OpenedSequence* landmarks = landmarksOf(dataset, video);
    if (!corrections.changeTracks() || !measures || !landmarks || entriesOf(*measures->file, video).empty())
        return std::nullopt;
    const FaceTracks tracks = readFaces(dataset, video, corrections, offsets, run);
    const FacePerson* person = measuredPerson(tracks, corrections);
    if (!person)
        return std::nullopt;
    FeatureRows rows = faceRows(tracks, person->id);
    shift(rows.intervals, offsetOf(offsets, measures->key) - offsetOf(offsets, landmarks->key));
    return TimedFeatures{std::move(rows.intervals), std::move(rows.values)};
}

ComputationalSequence withFaces(const OpenedSequences& dataset, const OpenedSequence& measures,
                                const ProjectFaces& faces, const ProjectOffsets& offsets,
                                const RunContext& run)
{
    ComputationalSequence sequence(measures.file);
    for (const auto& [video, corrections] : faces) {
        const SequenceOffsets moved = offsetsOfVideo(offsets, video);
        std::optional<TimedFeatures> rows = correctedMeasures(dataset, video, corrections, moved, run);
        if (!rows)
            continue;
        shift(rows->intervals, -offsetOf(moved, measures.key)); // recipes move them themselves
        for (const std::string& id : entriesOf(*measures.file, video))
            sequence.remove(id);
        Entry entry;
        entry.intervals.values = std::move(rows->intervals);
        entry.features = {ElementType::Float32,
                          {rows->features.rows, rows->features.columns},
                          std::move(rows->features.values)};
        sequence.put(video, std::move(entry));
    }
    return sequence;
}

}
