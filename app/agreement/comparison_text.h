#pragma once

#include "engine/project_items/comparison_pass.h"

#include <QString>

namespace app {

QString comparisonTitle(const engine::ComparisonPass& pass); ///< `anna · pass 1 · which of two`
QString comparisonProgress(const engine::ComparisonPass& pass); ///< `3 of 40 done`, `12 pairs`

}
