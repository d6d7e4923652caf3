#pragma once

#include "engine/annotation/annotation.h"
#include "engine/core/fold_lists.h"

#include <optional>

namespace engine {

/// The item that keeps the folds that a person drew or changed; they count in the place of the dataset's.
Item foldsItem(const FoldLists& folds);

/// Those folds. Absent: the project has none, or the item cannot be read.
std::optional<FoldLists> projectFolds(const Annotation& annotation);

}
