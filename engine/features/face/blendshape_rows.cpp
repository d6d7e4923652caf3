#include "engine/features/face/blendshape_rows.h"

#include <algorithm>

namespace engine {

std::vector<FeatureColumn> blendshapeColumns()
{
    std::vector<FeatureColumn> columns{{"found"}};
    for (const std::string_view name : kBlendshapeNames)
        columns.push_back({std::string(name), "0..1"});
    return columns;
}

FeatureRows blendshapeRows(const MediaFile& file, const BlazeFace& detector, const FaceTask& task,
                           const RunContext& run)
{
    MeshLooker looker(detector, task.points);
    FeatureRows rows{blendshapeColumns(), {}, FeatureMatrix(0, 1 + kBlendshapes)};
    lookThrough(file, looker, run, [&](Interval shown, const std::optional<MeshedFace>& face) {
        std::vector<float> row(1 + kBlendshapes);
        if (face) {
            row.front() = 1.0F;
            std::ranges::copy(task.shapes.of(*face), row.begin() + 1);
        }
        addFaceRow(rows, shown, row);
    });
    return rows;
}

}
