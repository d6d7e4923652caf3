#include "engine/faces/face_columns.h"

namespace engine {

std::vector<FeatureColumn> facePlaceColumns()
{
    return {{"box_x0", "px"},       {"box_y0", "px"}, {"box_x1", "px"},        {"box_y1", "px"},
            {"eye_distance", "px"}, {"yaw", "deg"},   {"pitch", "deg", false}, {"roll", "deg", false}};
}

std::vector<FeatureColumn> faceMeasureColumns()
{
    return {
        {"mouth_open"}, {"mouth_wide", "1", false}, {"smile"}, {"brow", "1", false}, {"eye_aspect_ratio"}};
}

std::vector<FeatureColumn> headMotionColumns()
{
    return {{"head_motion", "eye distances/s", false}, {"head_turn", "deg/s", false}};
}

std::vector<FeatureColumn> columnsOf(std::initializer_list<std::vector<FeatureColumn>> runs)
{
    std::vector<FeatureColumn> columns;
    for (const std::vector<FeatureColumn>& run : runs)
        columns.insert(columns.end(), run.begin(), run.end());
    return columns;
}

void putMeasures(const FaceMeasures& measures, std::span<float> cells)
{
    cells[0] = measures.mouthOpen;
    cells[1] = measures.mouthWide;
    cells[2] = measures.smile;
    cells[3] = measures.brow;
    cells[4] = measures.eye;
}

}
