#include "engine/features/face/mesh_rows.h"

#include "engine/core/error.h"
#include "engine/faces/face_columns.h"
#include "engine/features/face/mesh_measures.h"
#include "engine/media/frames_ahead.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace engine {

namespace {

constexpr int kLargestMeshed = 640; // pixels

enum MeshColumn : std::size_t {
    MeshFound,
    MeshPresence,
    MeshX0,
    MeshY0,
    MeshX1,
    MeshY1,
    MeshEyes,
    MeshYaw,
    MeshPitch,
    MeshRoll,
    MeshMouthOpen,
    MeshMouthWide,
    MeshSmile,
    MeshBrow,
    MeshEye,
    MeshMotion,
    MeshTurn,
    MeshColumnCount
};

/// A face in the pixels of its video. @param pixels  of the video, for each of the picture
MeshedFace enlarged(MeshedFace face, float pixels)
{
    const auto enlarge = [pixels](MeshPoint& point) {
        point = {(point.x + 0.5F) * pixels - 0.5F, (point.y + 0.5F) * pixels - 0.5F, point.z * pixels};
    };
    std::ranges::for_each(face.points, enlarge);
    std::ranges::for_each(face.irises, enlarge);
    return face;
}

/// How fast the head moves from one frame to the next.
class HeadSpeed {
public:
    void note(std::span<float> row, double time)
    {
        const FacePoint middle{(row[MeshX0] + row[MeshX1]) / 2.0F, (row[MeshY0] + row[MeshY1]) / 2.0F};
        if (m_isKnown && time > m_time && row[MeshEyes] > 0.0F) {
            const auto rate = static_cast<float>(1.0 / (time - m_time));
            row[MeshMotion] = (middle - m_middle).length() / row[MeshEyes] * rate;
            row[MeshTurn] = std::hypot(row[MeshYaw] - m_angles[0], row[MeshPitch] - m_angles[1],
                                       row[MeshRoll] - m_angles[2])
                * rate;
        }
        m_isKnown = true;
        m_time = time;
        m_middle = middle;
        m_angles = {row[MeshYaw], row[MeshPitch], row[MeshRoll]};
    }
    void forget() { m_isKnown = false; }

private:
    bool m_isKnown = false;
    double m_time = 0.0;
    FacePoint m_middle;
    std::array<float, 3> m_angles{};
};

std::vector<float> coordinatesOf(const MeshPoints& points)
{
    std::vector<float> values;
    values.reserve(3 * points.size());
    for (float MeshPoint::*const axis : {&MeshPoint::x, &MeshPoint::y, &MeshPoint::z})
        std::ranges::transform(points, std::back_inserter(values), axis);
    return values;
}

}

std::vector<FeatureColumn> meshColumns()
{
    return columnsOf(
        {{{"found"}, {"presence"}}, facePlaceColumns(), faceMeasureColumns(), headMotionColumns()});
}

std::vector<FeatureColumn> meshPointColumns()
{
    std::vector<FeatureColumn> columns;
    for (const char* axis : {"x_", "y_", "z_"}) {
        for (std::size_t i = 0; i < kMeshPoints; ++i)
            columns.push_back({axis + std::to_string(i), "px"});
    }
    return columns;
}

std::vector<float> meshMeasures(const MeshedFace& face)
{
    std::vector<float> row(MeshColumnCount);
    const FaceMeasures measures = measuresOf(face.points);
    const HeadAngles head = headAnglesOf(face.points);
    const auto [left, right] = std::ranges::minmax(face.points, {}, &MeshPoint::x);
    const auto [top, bottom] = std::ranges::minmax(face.points, {}, &MeshPoint::y);
    row[MeshFound] = 1.0F;
    row[MeshPresence] = face.presence;
    row[MeshX0] = left.x;
    row[MeshY0] = top.y;
    row[MeshX1] = right.x;
    row[MeshY1] = bottom.y;
    row[MeshEyes] = measures.eyeDistance;
    row[MeshYaw] = head.yaw;
    row[MeshPitch] = head.pitch;
    row[MeshRoll] = head.roll;
    putMeasures(measures, std::span(row).subspan(MeshMouthOpen));
    return row;
}

void lookThrough(const MediaFile& file, MeshLooker& looker, const RunContext& run, const OnMeshedFrame& on)
{
    VideoReader reader(file, VideoReader::kKeptInSequence);
    const FrameIndex& index = reader.index();
    bool isAnyFound = false;
    FramesAhead frames(reader, kLargestMeshed, kLargestMeshed, run.stop);
    for (std::size_t k = 0; k < index.size(); ++k) {
        run.tick(k, index.size());
        const double time = index.time(k);
        const auto frame = frames.next();
        std::optional<MeshedFace> face;
        if (frame->index == k) // else lost or damaged
            face = looker.lookAt(*frame, time);
        if (face) {
            isAnyFound = true;
            const auto pixels = static_cast<float>(
                std::max(1.0,
                         static_cast<double>(std::max(reader.info().width, reader.info().height))
                             / std::max(frame->width, frame->height)));
            face = enlarged(*face, pixels);
        }
        on({time, time + index.frameDuration(k)}, face);
    }
    if (!isAnyFound)
        throw FormatError("no_face", file.path.string(), "shows no face that was found");
    run.tick(1, 1);
}

void addFaceRow(FeatureRows& rows, Interval shown, const std::vector<float>& values)
{
    rows.intervals.push_back(shown);
    rows.values.values.insert(rows.values.values.end(), values.begin(), values.end());
    ++rows.values.rows;
}

MeshRows meshRows(const MediaFile& file, const FaceMeshNets& nets, bool withPoints, const RunContext& run)
{
    MeshLooker looker(nets);
    MeshRows rows;
    rows.measures = {meshColumns(), {}, FeatureMatrix(0, MeshColumnCount)};
    rows.points = {meshPointColumns(), {}, FeatureMatrix(0, 3 * kMeshPoints)};
    HeadSpeed speed;
    lookThrough(file, looker, run, [&](Interval shown, const std::optional<MeshedFace>& face) {
        std::vector<float> row(MeshColumnCount);
        std::vector<float> coordinates(withPoints ? 3 * kMeshPoints : 0);
        if (face) {
            row = meshMeasures(*face);
            speed.note(row, shown.start);
            if (withPoints)
                coordinates = coordinatesOf(face->points);
        } else {
            speed.forget();
        }
        addFaceRow(rows.measures, shown, row);
        if (withPoints)
            addFaceRow(rows.points, shown, coordinates);
    });
    return rows;
}

}
