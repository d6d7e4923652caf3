#include "engine/core/error.h"
#include "engine/extraction/extraction_step.h"
#include "engine/faces/landmark_rows.h"
#include "engine/faces/speaking.h"
#include "engine/features/face/blendshape_rows.h"
#include "engine/features/face/expression_rows.h"
#include "engine/features/face/mesh_rows.h"
#include "engine/features/face/track_faces.h"
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

}

std::vector<ExtractedEntry> extractFace(const Recording& recording, const ExtractionTools& tools,
                                        std::string& note, const RunContext& run)
{
    const RunContext tracking{run.stop, [&](double fraction) {
                                  if (run.progress)
                                      run.progress(fraction * kOfTracking);
                              }};
    FaceTracks tracks = trackFaces(recording.picture(), tools.landmarks(), {}, tracking);
    tracks = withSpeaking(std::move(tracks), levelsOf(recording.media, {run.stop, {}}));
    const FacePerson* person = mainPerson(tracks);
    if (!person)
        throw FormatError("no_face", recording.media.string(), "shows no face that was found");
    if (tracks.people.size() > 1)
        note = fmt::format("{} people were seen; the rows are those of the one who speaks most",
                           tracks.people.size());
    std::vector<ExtractedEntry> entries;
    entries.push_back(entryOfRows(FeatureSet::Face, faceRows(tracks, person->id)));
    entries.push_back(entryOfRows(FeatureSet::Landmarks, landmarkRows(tracks)));
    return entries;
}

std::vector<ExtractedEntry> extractExpression(const Recording& recording, const ExtractionTools& tools,
                                              const RunContext& run)
{
    std::vector<ExtractedEntry> entries;
    entries.push_back(
        entryOfRows(FeatureSet::Expression, expressionRows(recording.picture(), tools.expression(), run)));
    return entries;
}

std::vector<ExtractedEntry> extractFaceMesh(const Recording& recording, const std::vector<FeatureSet>& wanted,
                                            const ExtractionTools& tools, const RunContext& run)
{
    const bool withPoints = std::ranges::find(wanted, FeatureSet::FaceMeshPoints) != wanted.end();
    MeshRows rows = meshRows(recording.picture(), tools.mesh(), withPoints, run);
    std::vector<ExtractedEntry> entries;
    entries.push_back(entryOfRows(FeatureSet::FaceMesh, std::move(rows.measures)));
    if (withPoints)
        entries.push_back(entryOfRows(FeatureSet::FaceMeshPoints, std::move(rows.points)));
    return entries;
}

std::vector<ExtractedEntry> extractBlendshapes(const Recording& recording, const ExtractionTools& tools,
                                               const RunContext& run)
{
    const FaceTask& task = tools.faceTask();
    std::vector<ExtractedEntry> entries;
    entries.push_back(entryOfRows(FeatureSet::Blendshapes,
                                  blendshapeRows(recording.picture(), tools.mesh().detector, task, run)));
    entries.back().metadata["blendshapes"]
        = fmt::format("{}, SHA-256 {}", tools.settings().blendshapes.filename().string(), task.sum);
    return entries;
}

}
