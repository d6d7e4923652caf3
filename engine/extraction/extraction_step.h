#pragma once

#include "engine/core/feature_array.h"
#include "engine/core/feature_rows.h"
#include "engine/core/installation.h"
#include "engine/core/run_context.h"
#include "engine/extraction/feature_sets.h"
#include "engine/extraction/listed_recordings.h"
#include "engine/features/face/expression_net.h"
#include "engine/features/face/face_task.h"
#include "engine/features/face/landmark_model.h"
#include "engine/features/face/mesh_look.h"
#include "engine/features/speech/word_aligner.h"
#include "engine/features/text/word_vectors.h"
#include "engine/media/media_file.h"
#include "engine/parts/text/valence_model.h"
#include "engine/parts/voice/arousal_model.h"
#include "engine/sequences/metadata.h"
#include "engine/sequences/timed_features.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace engine {

/// How features are made: what changes their values.
struct ExtractionSettings {
    std::optional<EdgePadding> pad; ///< widens words into pauses
    bool denoise = false; ///< for recordings with steady noise
    bool drafts = false; ///< guesses the words of recordings without a transcript
    std::filesystem::path vectors; ///< word vectors; empty: the built-in ones, `spelling`: those without part
    std::filesystem::path blendshapes; ///< a `face_landmarker.task`; empty: there is none
    std::string language; ///< of what is said (`en`); empty: each recording's is told by its words
    std::filesystem::path speechModel; ///< folder; empty: American English

    friend bool operator==(const ExtractionSettings&, const ExtractionSettings&) = default;
};

/// A sequence's part of one recording.
struct ExtractedEntry {
    FeatureSet set = FeatureSet::Words;
    Entry entry;
    Metadata metadata = {}; ///< of the whole sequence: `dimension names` and where the values come from
};

/// What steps work with; it is loaded when it is first needed. One per thread.
class ExtractionTools {
public:
    /// What all threads share; null: no step needs it.
    struct Shared {
        std::shared_ptr<const WordVectors> vectors;
        std::shared_ptr<const ValenceModel> valence;
        std::shared_ptr<const ArousalModel> arousal;
        std::shared_ptr<const LandmarkModel> landmarks;
        std::shared_ptr<const ExpressionNet> expression;
        std::shared_ptr<const FaceMeshNets> mesh;
        std::shared_ptr<const FaceTask> faceTask;
    };
    ExtractionTools(const ExtractionSettings& settings, Installation installation, Shared shared)
        : m_settings(settings)
        , m_installation(std::move(installation))
        , m_shared(std::move(shared))
    {
    }
    const ExtractionSettings& settings() const { return m_settings; }
    const WordVectors& vectors() const { return *m_shared.vectors; }
    const ValenceModel& valence() const { return *m_shared.valence; }
    const ArousalModel& arousal() const { return *m_shared.arousal; }
    const LandmarkModel& landmarks() const { return *m_shared.landmarks; }
    const ExpressionNet& expression() const { return *m_shared.expression; }
    const FaceMeshNets& mesh() const { return *m_shared.mesh; }
    const FaceTask& faceTask() const { return *m_shared.faceTask; }
    /// @throws IoError (`speech_model`).
    WordAligner& aligner();

private:
    const ExtractionSettings& m_settings;
    Installation m_installation;
    Shared m_shared;
    std::unique_ptr<WordAligner> m_aligner;
};

/// The words, phones and word_alignment of a recording: by its transcript, or guessed where there is none.
/// @param note  receives a sentence where the transcript does not fit
/// @throws IoError, FormatError of media, transcript and model; FormatError (`transcript`) when the words are
/// not those of the sound; Cancelled.
std::vector<ExtractedEntry> extractWords(const Recording& recording, ExtractionTools& tools,
                                         std::string& note, const RunContext& run);

/// The wanted ones among covarep74, egemaps25, logmel and mfcc. @throws IoError of the media (`no_audio`, …);
/// Cancelled.
std::vector<ExtractedEntry> extractSound(const Recording& recording, const std::vector<FeatureSet>& wanted,
                                         const RunContext& run);

/// egemaps88 of each word. @throws as extractSound().
std::vector<ExtractedEntry> extractFunctionals(const Recording& recording, const TimedText& words,
                                               const RunContext& run);

/// How roused the voice sounds, a row for each second. @throws as extractSound().
std::vector<ExtractedEntry> extractArousal(const Recording& recording, const ExtractionTools& tools,
                                           const RunContext& run);

/// The face of whoever speaks most, a row for each frame, and the landmarks of all faces, a row for each
/// sight.
/// @param note  receives how many people were seen
/// @throws IoError of the media (`no_video`, …); Cancelled.
std::vector<ExtractedEntry> extractFace(const Recording& recording, const ExtractionTools& tools,
                                        std::string& note, const RunContext& run);

/// What raters see in the largest face, ten times a second.
/// @throws IoError of the media (`no_video`, …), FormatError (`no_face`); Cancelled.
std::vector<ExtractedEntry> extractExpression(const Recording& recording, const ExtractionTools& tools,
                                              const RunContext& run);

/// The wanted ones among face_mesh and face_mesh_points of the largest face, a row for each frame.
/// @throws IoError of the media (`no_video`, …), FormatError (`no_face`); Cancelled.
std::vector<ExtractedEntry> extractFaceMesh(const Recording& recording, const std::vector<FeatureSet>& wanted,
                                            const ExtractionTools& tools, const RunContext& run);

/// Blendshapes of the largest face, a row for each frame.
/// @throws as extractFaceMesh().
std::vector<ExtractedEntry> extractBlendshapes(const Recording& recording, const ExtractionTools& tools,
                                               const RunContext& run);

/// @param note  receives how much of the text the vectors know
std::vector<ExtractedEntry> extractWordVectors(const TimedText& words, const ExtractionTools& tools,
                                               std::string& note);

/// The valence of each word in its sentence, which is English by the settings' language, else by
/// looksEnglish().
/// @throws FormatError (`not_english`) for words of another language.
std::vector<ExtractedEntry> extractValence(const TimedText& words, const ExtractionTools& tools,
                                           std::string& note);

/// What the metadata of a sequence say that it is.
std::string descriptionOf(const std::string& purpose);

/// Rows as an entry; `dimension names` have the unit behind the name, where there is one: `f0 [Hz]`.
ExtractedEntry entryOfRows(FeatureSet set, FeatureRows rows);

}
