#pragma once

#include "engine/faces/face_tracks.h"

#include <map>
#include <optional>
#include <string>
#include <variant>

namespace engine {

/// Two people are one (mergedPeople()).
struct MergedFaces {
    std::size_t kept = 0;
    std::size_t other = 0;
    friend bool operator==(const MergedFaces&, const MergedFaces&) = default;
};

/// One person is someone else from `time` on, in seconds (splitPerson()).
struct SplitFace {
    std::size_t person = 0;
    double time = 0.0;
    friend bool operator==(const SplitFace&, const SplitFace&) = default;
};

/// Who speaks within a span (withSpeaker()); nothing: nobody.
struct ChosenSpeaker {
    std::optional<std::size_t> person;
    Interval span;
    friend bool operator==(const ChosenSpeaker&, const ChosenSpeaker&) = default;
};

using FaceCorrection = std::variant<MergedFaces, SplitFace, ChosenSpeaker>;

/// What a person says of the faces of a video.
struct FaceCorrections {
    std::vector<FaceCorrection> steps; ///< in the order in which they were made: each names people by then
    std::map<std::size_t, std::string> names;
    std::optional<std::size_t> measured; ///< the person whose measures are the video's; nothing: mainPerson()

    /// Whether they change tracks or measures; names alone do not.
    bool changeTracks() const { return !steps.empty() || measured.has_value(); }
    friend bool operator==(const FaceCorrections&, const FaceCorrections&) = default;
};

FaceTracks corrected(FaceTracks tracks, const FaceCorrections& corrections);

/// Whose measures are the video's. Null: no face was seen.
/// @param tracks  corrected
const FacePerson* measuredPerson(const FaceTracks& tracks, const FaceCorrections& corrections);

/// The corrections with another step: names and the choice of whose measures count go with the people.
FaceCorrections with(FaceCorrections corrections, const FaceCorrection& step);

}
