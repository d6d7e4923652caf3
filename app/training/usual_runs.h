#pragma once

#include "engine/sequences/dataset_list.h"

#include <QString>

namespace app {

/// Where runs go unless a person chose: beside the dataset, or, of the demo and of nothing, with the user's
/// data.
QString usualRunsFolder(const engine::DatasetList& dataset);

}
