#include "app/faces/shown_face.h"

#include "engine/faces/face_pose.h"

#include <algorithm>

namespace app {

widgets::ShownFace shownFace(const Faces::Seen& seen, double pixels, const engine::MediaInfo& info)
{
    const double width = std::max(1, info.width) / pixels;
    const double height = std::max(1, info.height) / pixels;
    const auto part = [&](double x, double y) { return QPointF((x + 0.5) / width, (y + 0.5) / height); };
    widgets::ShownFace face;
    face.person = seen.person;
    const engine::FaceBox box = engine::boxOf(*seen.sight);
    face.box = {part(static_cast<double>(box.x0), static_cast<double>(box.y0)),
                part(static_cast<double>(box.x1), static_cast<double>(box.y1))};
    const engine::FaceLandmarks landmarks = engine::landmarksOf(*seen.sight);
    for (const engine::FacePoint& point : landmarks)
        face.landmarks.push_back(part(static_cast<double>(point.x), static_cast<double>(point.y)));
    const engine::FacePose pose = engine::poseOf(landmarks);
    face.yaw = static_cast<double>(pose.yaw);
    face.pitch = static_cast<double>(pose.pitch);
    face.roll = static_cast<double>(pose.roll);
    face.speaks = seen.sight->isSpeaking;
    return face;
}

}
