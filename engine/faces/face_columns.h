#pragma once

#include "engine/core/feature_rows.h"
#include "engine/faces/face_measures.h"

#include <initializer_list>
#include <span>

namespace engine {

// Runs of columns that stand alike in every set of features about one face.

/// Where a face is, and how the head is turned: the box, the distance of the eyes, yaw, pitch, roll.
std::vector<FeatureColumn> facePlaceColumns();
/// What FaceMeasures says but for the distance of the eyes.
std::vector<FeatureColumn> faceMeasureColumns();
/// How fast the head moves.
std::vector<FeatureColumn> headMotionColumns();

/// Runs of columns behind each other.
std::vector<FeatureColumn> columnsOf(std::initializer_list<std::vector<FeatureColumn>> runs);

/// @param cells  those of faceMeasureColumns(), from the first one on
void putMeasures(const FaceMeasures& measures, std::span<float> cells);

}
