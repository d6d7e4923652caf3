#pragma once

#include "app/snapshot/project_moment.h"
#include "app/space/space_points.h"

#include <filesystem>

namespace app {

/// A model, of which the layer that fuses its modalities can place segments.
struct FusedModel {
    QString file; ///< empty: there is none
    QString name;

    friend bool operator==(const FusedModel&, const FusedModel&) = default;
};

/// How Space calls the layer.
QString layerTitle(const FusedModel& model);

/// The segments of the whole dataset by what the model's layer of fusion is given for each. It asks
/// `polylogue-models explain --layer`, which may take minutes: for tasks.
/// @param programs  the folder with `polylogue-models`
/// @param moment    the project's dataset, as it is now
/// @param edits     as readSpaceRows(); the layer lies where the labels do
/// @throws IoError (`io`) with the program's sentence when it fails, for example because no layer of the
/// model sums up to its prediction; Cancelled.
engine::SegmentMeans readLayerRows(const ProjectMoment& moment, const FusedModel& model,
                                   const engine::ProjectEdits& edits, const std::filesystem::path& programs,
                                   const engine::RunContext& run);

}
