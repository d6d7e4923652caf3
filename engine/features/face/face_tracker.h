#pragma once

#include "engine/faces/face_tracks.h"
#include "engine/features/face/landmark_model.h"
#include "engine/media/video_frame.h"

#include <functional>
#include <memory>

namespace engine {

struct FaceTrackerOptions {
    std::size_t framesBetweenChecks = 15; ///< the detector looks at a tracked face that often
    double secondsBetweenSearches = 3.0; ///< and at the whole picture
    double secondsBetweenFineSearches
        = 10.0; ///< and at the picture twice as large, for faces below 80 pixels

    friend bool operator==(const FaceTrackerOptions&, const FaceTrackerOptions&) = default;
};

/// Follows faces through a video, frame by frame. The detector finds them, landmarks carry their boxes on
/// from frame to frame, the detector confirms them now and then. A cut is seen by the picture's change;
/// people are known again after cuts and crossings by their colours and the shape of their faces
/// (FaceAppearance), and by the place where they were.
///
/// A face that is found late is followed back into the frames before. Holds no more than 50 frames without
/// colour and the sights since each face was last confirmed.
class FaceTracker {
public:
    using Taker = std::function<void(const FaceSight&)>;

    /// @param model  stays as long as the tracker.
    /// @param take   receives the sights, each person's in the order of the frames; some 15 frames late.
    /// People who are found in one frame are numbered from the left.
    FaceTracker(const LandmarkModel& model, Taker take, FaceTrackerOptions options = {});
    ~FaceTracker();

    /// The next frame of the video, of the same size as the others, and its number.
    void add(const VideoFrame& frame, std::size_t number);
    /// Hands over what is left.
    void finish();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}
