#pragma once

#include "app/document/dataset_loader.h"
#include "widgets/space/space_point.h"

namespace app {

/// The sequences that Space can show: numbers, the model's first, labels last.
QStringList spaceSequences(const OpenDataset& dataset);

/// The segments of the whole dataset by the mean rows of one sequence, along its principal components.
/// @param key  one of spaceSequences().
/// @throws Cancelled.
widgets::SpaceContent readSpace(const OpenDataset& dataset, const QString& key,
                                const engine::RunContext& run);

}
