#pragma once

#include "engine/core/feature_rows.h"
#include "engine/faces/face_geometry.h"

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

namespace engine {

/// One face in one frame.
struct FaceSight {
    std::size_t frame = 0;
    std::size_t person = 0; ///< number of the person, from 0 on in the order of appearance
    FaceBox box = {}; ///< in the frame's pixels, as the landmarks
    FaceLandmarks landmarks{};
    float score = 0.0F; ///< of the detector when it last looked
};

/// A FaceSight in less memory (300 bytes): coordinates in sixteenths of a pixel.
struct StoredSight {
    std::uint32_t frame = 0;
    float score = 0.0F;
    std::array<std::int16_t, 4> box{};
    std::array<std::int16_t, 136> landmarks{};
    bool isSpeaking = false;

    friend bool operator==(const StoredSight&, const StoredSight&) = default;
};
StoredSight stored(const FaceSight& sight);
FaceBox boxOf(const StoredSight& sight);
FaceLandmarks landmarksOf(const StoredSight& sight);

/// One person of a video, as far as faces tell.
struct FacePerson {
    std::size_t id = 0; ///< stays the same when others are merged or split
    std::deque<StoredSight> sights; ///< in the order of the frames, at most one a frame

    friend bool operator==(const FacePerson&, const FacePerson&) = default;
};

/// The faces of a video.
struct FaceTracks {
    std::vector<Interval> frames; ///< when each frame is shown, in seconds
    double pixels = 1.0; ///< of the video, for each one of the sights' coordinates
    std::vector<FacePerson> people; ///< most sights first

    friend bool operator==(const FaceTracks&, const FaceTracks&) = default;
};

/// Puts those who are seen most first; who is not seen at all goes.
void sortPeople(FaceTracks& tracks);

/// The person of this id; null: nobody.
FacePerson* findPerson(FaceTracks& tracks, std::size_t id);
const FacePerson* findPerson(const FaceTracks& tracks, std::size_t id);

/// Whoever speaks in most frames; the one who is seen most where nobody does. Null: no face was seen.
const FacePerson* mainPerson(const FaceTracks& tracks);

/// For how many seconds both of them are seen at once, which one person never is.
double secondsTogether(const FaceTracks& tracks, std::size_t person, std::size_t other);

/// Two of the people are one: `other`'s sights become `kept`'s, except in frames in which both were seen,
/// where `kept`'s stay. Unchanged where one of them is not there or both are the same.
FaceTracks mergedPeople(FaceTracks tracks, std::size_t kept, std::size_t other);

/// One of the people is two: sights in frames that begin at `time` or later become someone new, of the next
/// free id. Unchanged where one side would be empty.
FaceTracks splitPerson(FaceTracks tracks, std::size_t person, double time);

/// Columns of faceRows(): what is seen of a face.
std::vector<FeatureColumn> faceColumns();

enum class FaceZero {
    Raw, ///< measures as they are
    Median, ///< less the person's median: `yaw`, `pitch`, `roll` and the five measures of the face
};

/// One person's rows, one for each frame of the video: `found` is 0, and so is everything, where the person
/// is not seen.
/// @return no rows for someone who is not there
FeatureRows faceRows(const FaceTracks& tracks, std::size_t person, FaceZero zero = FaceZero::Raw);

}
