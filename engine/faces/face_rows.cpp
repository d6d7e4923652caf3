#include "engine/faces/face_columns.h"
#include "engine/faces/face_measures.h"
#include "engine/faces/face_pose.h"
#include "engine/faces/face_tracks.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace engine {

namespace {

enum FaceColumn : std::size_t {
    Found,
    Confidence,
    Score,
    IsSpeaking,
    BoxX0,
    BoxY0,
    BoxX1,
    BoxY1,
    EyeDistance,
    Yaw,
    Pitch,
    Roll,
    Residual,
    MouthOpen,
    MouthWide,
    Smile,
    Brow,
    Eye,
    HeadMotion,
    HeadTurn,
    FirstLandmark,
    FaceColumnCount = FirstLandmark + 136
};

/// From 0 to 1: the detector's score against one half, lessened where the landmarks fit no head well.
float confidenceOf(float score, float residual)
{
    const float detected = std::max(0.0F, score) / (std::max(0.0F, score) + 0.5F);
    return detected * std::clamp(1.5F - residual / 10.0F, 0.0F, 1.0F);
}

/// How fast the head moves from one frame to the next.
struct LastHead {
    std::size_t frame = 0;
    double time = 0.0;
    FacePose pose;
    bool isKnown = false;
};

void setMotion(std::span<float> row, const LastHead& last, const FacePose& pose, float eyeDistance,
               double time)
{
    const double seconds = time - last.time;
    if (!last.isKnown || !(seconds > 0.0) || !(eyeDistance > 0.0F))
        return;
    const float rate = static_cast<float>(1.0 / seconds);
    row[HeadMotion] = (pose.centre - last.pose.centre).length() / eyeDistance * rate;
    row[HeadTurn]
        = std::sqrt(std::pow(pose.yaw - last.pose.yaw, 2.0F) + std::pow(pose.pitch - last.pose.pitch, 2.0F)
                    + std::pow(pose.roll - last.pose.roll, 2.0F))
        * rate;
}

void subtractMedians(FeatureMatrix& values)
{
    for (const std::size_t column : {Yaw, Pitch, Roll, MouthOpen, MouthWide, Smile, Brow, Eye}) {
        std::vector<float> found;
        for (std::size_t row = 0; row < values.rows; ++row) {
            if (values.at(row, Found) != 0.0F)
                found.push_back(values.at(row, column));
        }
        if (found.empty())
            return;
        const float median = upperMedian(std::move(found));
        for (std::size_t row = 0; row < values.rows; ++row) {
            if (values.at(row, Found) != 0.0F)
                values.at(row, column) -= median;
        }
    }
}

void setSight(std::span<float> row, const StoredSight& sight, double pixels)
{
    const auto scale = static_cast<float>(pixels);
    const FaceBox box = boxOf(sight);
    const FaceLandmarks landmarks = landmarksOf(sight);
    const FacePose pose = poseOf(landmarks);
    const FaceMeasures measures = measuresOf(landmarks);
    row[Found] = 1.0F;
    row[Confidence] = confidenceOf(sight.score, pose.residual);
    row[Score] = sight.score;
    row[IsSpeaking] = sight.isSpeaking ? 1.0F : 0.0F;
    row[BoxX0] = box.x0 * scale;
    row[BoxY0] = box.y0 * scale;
    row[BoxX1] = box.x1 * scale;
    row[BoxY1] = box.y1 * scale;
    row[EyeDistance] = measures.eyeDistance * scale;
    row[Yaw] = pose.yaw;
    row[Pitch] = pose.pitch;
    row[Roll] = pose.roll;
    row[Residual] = pose.residual;
    putMeasures(measures, row.subspan(MouthOpen));
    for (std::size_t i = 0; i < landmarks.size(); ++i) {
        row[FirstLandmark + i] = landmarks[i].x * scale;
        row[FirstLandmark + landmarks.size() + i] = landmarks[i].y * scale;
    }
}

}

std::vector<FeatureColumn> faceColumns()
{
    std::vector<FeatureColumn> columns = columnsOf(
        {{{"found"}, {"confidence", "1", false}, {"detection_score"}, {"is_speaking", "1", false}},
         facePlaceColumns(),
         {{"pose_residual", "mm"}},
         faceMeasureColumns(),
         headMotionColumns()});
    for (const char* axis : {"x_", "y_"}) {
        for (std::size_t i = 0; i < 68; ++i)
            columns.push_back({axis + std::to_string(i), "px"});
    }
    return columns;
}

FeatureRows faceRows(const FaceTracks& tracks, std::size_t person, FaceZero zero)
{
    FeatureRows rows{faceColumns(), {}, FeatureMatrix(0, FaceColumnCount)};
    const auto someone = std::find_if(tracks.people.begin(), tracks.people.end(),
                                      [&](const FacePerson& candidate) { return candidate.id == person; });
    if (someone == tracks.people.end())
        return rows;
    rows.intervals = tracks.frames;
    rows.values = FeatureMatrix(tracks.frames.size(), FaceColumnCount);
    LastHead last;
    for (const StoredSight& sight : someone->sights) {
        const auto row = rows.values.row(sight.frame);
        setSight(row, sight, tracks.pixels);
        const FacePose pose = poseOf(landmarksOf(sight));
        const double time = tracks.frames[sight.frame].start;
        last.isKnown = last.isKnown && last.frame + 1 == sight.frame;
        setMotion(row, last, pose, row[EyeDistance] / static_cast<float>(tracks.pixels), time);
        last = {sight.frame, time, pose, true};
    }
    if (zero == FaceZero::Median)
        subtractMedians(rows.values);
    return rows;
}

}
