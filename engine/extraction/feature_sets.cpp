#include "engine/extraction/feature_sets.h"

#include "engine/core/installation.h"
#include "engine/faces/landmark_package.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace engine {

namespace {

using Set = FeatureSet;
using Step = ExtractionStep;

constexpr std::array<FeatureSetFacts, 18> kSets{{
    {Set::Words, Step::Words, "words", "words", "what is said, word by word", true, true, 0.03},
    {Set::Phones, Step::Words, "phones", "words", "the sounds of each word", true, true, 0.0},
    {Set::WordAlignment, Step::Words, "word_alignment", "words", "how sure each word and its edges are", true,
     true, 0.0},
    {Set::WordVectors, Step::WordVectors, "word_vectors", "words",
     "meaning of each word (GloVe), else its spelling; or a file of word vectors", true, true, 0.001},
    {Set::Valence, Step::Valence, "valence", "words", "how positive English words and sentences are", true,
     false, 0.001},
    {Set::Covarep74, Step::Sound, "covarep74", "acoustic",
     "voice: pitch, its quality, timbre, as COVAREP orders them", false, true, 0.02},
    {Set::Egemaps25, Step::Sound, "egemaps25", "acoustic",
     "voice: the descriptors of eGeMAPS, 100 times a second", false, false, 0.01},
    {Set::Egemaps88, Step::Functionals, "egemaps88", "acoustic", "voice: eGeMAPS summed up per word", true,
     false, 0.001},
    {Set::Spectral, Step::Sound, "spectral", "acoustic", "level, tilt and shape of the spectrum", false,
     false, 0.001},
    {Set::Logmel, Step::Sound, "logmel", "acoustic", "spectrum: 26 mel bands", false, false, 0.001},
    {Set::Mfcc, Step::Sound, "mfcc", "acoustic", "spectrum: 13 cepstral coefficients", false, false, 0.001},
    {Set::Arousal, Step::Arousal, "arousal", "acoustic", "how roused the voice sounds, second by second",
     false, false, 0.012},
    {Set::Face, Step::Face, "face", "visual",
     "face: head, mouth, smile, brows and eyes of whoever speaks most", false, true, 0.07},
    {Set::Landmarks, Step::Face, "face_landmarks", "visual", "68 points of every face, in pixels", false,
     true, 0.0},
    {Set::Expression, Step::Expression, "expression", "visual",
     "expression of the largest face, as raters see it: seven chances and valence", false, false, 0.1},
    {Set::FaceMesh, Step::FaceMesh, "face_mesh", "visual",
     "largest face, by 468 points: head, mouth, smile, brows and eyes; what is made where the model of face "
     "is "
     "not installed",
     false, false, 0.1},
    {Set::FaceMeshPoints, Step::FaceMesh, "face_mesh_points", "visual",
     "468 points of the largest face: x, y and z in pixels", false, false, 0.0},
    {Set::Blendshapes, Step::Blendshapes, "blendshapes", "visual",
     "52 blendshapes of the largest face (smile, blink, brows, gaze), by a user's own face_landmarker.task "
     "(--blendshapes)",
     false, false, 0.3},
}};

}

std::span<const FeatureSetFacts> featureSets()
{
    return kSets;
}

const FeatureSetFacts& factsOf(FeatureSet set)
{
    return *std::ranges::find(kSets, set, &FeatureSetFacts::set);
}

std::optional<FeatureSet> featureSetCalled(std::string_view name)
{
    const auto found
        = std::ranges::find_if(kSets, [&](const FeatureSetFacts& facts) { return facts.name == name; });
    return found == kSets.end() ? std::nullopt : std::optional(found->set);
}

std::vector<FeatureSet> defaultFeatureSets()
{
    std::error_code error;
    return defaultFeatureSets(std::filesystem::exists(landmarkModelPath(), error),
                              !Installation::ofThisProgram().part("face_mesh").empty());
}

std::vector<FeatureSet> defaultFeatureSets(bool hasLandmarkModel, bool hasFaceMesh)
{
    const bool isMeshed = !hasLandmarkModel && hasFaceMesh;
    std::vector<FeatureSet> sets;
    for (const FeatureSetFacts& facts : kSets) {
        const bool isOfFace = facts.step == Step::Face;
        if (isMeshed && (isOfFace || facts.set == Set::FaceMesh) ? !isOfFace : facts.isDefault)
            sets.push_back(facts.set);
    }
    return sets;
}

const char* landmarkLicenceNote()
{
    return "The landmark model comes from the package libdlib-data, which declares it CC0-1.0. Its makers "
           "say that it was trained on the iBUG 300-W pictures, whose terms exclude commercial use.";
}

const char* faceTaskNote()
{
    return "blendshapes are made by the nets in a file face_landmarker.task, which is not shipped: Google "
           "publishes "
           "it for MediaPipe's Face Landmarker under the Apache-2.0 licence. Name yours by --blendshapes, "
           "or once and for all in the window's Settings";
}

std::string name(ExtractionStep step)
{
    switch (step) {
    case Step::Words:
        return "words";
    case Step::Sound:
        return "sound";
    case Step::Functionals:
        return "functionals";
    case Step::WordVectors:
        return "word_vectors";
    case Step::Valence:
        return "valence";
    case Step::Arousal:
        return "arousal";
    case Step::Face:
        return "face";
    case Step::Expression:
        return "expression";
    case Step::FaceMesh:
        return "face_mesh";
    case Step::Blendshapes:
        break;
    }
    return "blendshapes";
}

}
