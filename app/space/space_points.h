#pragma once

#include "app/dataset/dataset_loader.h"
#include "widgets/space/space_point.h"

namespace app {

/// The sequences that Space can show: numbers, the model's first, labels last.
QStringList spaceSequences(const OpenDataset& dataset);

/// The segments of the whole dataset by the mean rows of one sequence, along its principal components.
/// @param key      one of spaceSequences().
/// @param offsets  by which sequences are moved.
/// @throws Cancelled.
widgets::SpaceContent readSpace(const OpenDataset& dataset, const QString& key, const ProjectOffsets& offsets,
                                const engine::RunContext& run);

}
