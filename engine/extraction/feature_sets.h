#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// What may stand for a file of word vectors: those that need no part and know no meanings (HashedVectors).
inline constexpr const char* kSpellingVectors = "spelling";

/// What is made of a recording, each a sequence of its own.
enum class FeatureSet {
    Words,
    Phones,
    WordAlignment,
    Covarep74,
    Egemaps25,
    Egemaps88,
    Spectral,
    Logmel,
    Mfcc,
    Arousal,
    Face,
    Landmarks,
    Expression,
    FaceMesh,
    FaceMeshPoints,
    Blendshapes,
    WordVectors,
    Valence
};

/// The work that makes one or more sets at once.
enum class ExtractionStep {
    Words,
    Sound,
    Functionals,
    WordVectors,
    Valence,
    Arousal,
    Face,
    Expression,
    FaceMesh,
    Blendshapes
};

struct FeatureSetFacts {
    FeatureSet set;
    ExtractionStep step;
    const char* name; ///< on the command line, in `dataset.json` and as root name: `covarep74`
    const char* group; ///< in `dataset.json`: `words`, `acoustic`, `visual`
    const char* purpose; ///< what it is for, in a few words
    bool needsWords; ///< and so a transcript
    bool isDefault;
    double cost; ///< seconds of one core per second of the recording, for estimates
};

/// All sets, in the order in which they are listed.
std::span<const FeatureSetFacts> featureSets();
const FeatureSetFacts& factsOf(FeatureSet set);
std::optional<FeatureSet> featureSetCalled(std::string_view name);
/// Those that are made where nobody chose. The face is measured by `face` and `face_landmarks` where their
/// model is installed (landmarkModelPath()), which nobody is asked to install; else by `face_mesh`, where
/// that part is.
std::vector<FeatureSet> defaultFeatureSets();
std::vector<FeatureSet> defaultFeatureSets(bool hasLandmarkModel, bool hasFaceMesh);
/// What a person should read before the model of landmarks is used for the first time.
const char* landmarkLicenceNote();
/// What a person should read who asks for blendshapes without a `face_landmarker.task`.
const char* faceTaskNote();
/// `words`, `sound`, `functionals`, `word_vectors`, `valence`, `arousal`, `face`, `expression`, `face_mesh`,
/// `blendshapes`.
std::string name(ExtractionStep step);

}
