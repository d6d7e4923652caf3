#pragma once

#include "engine/snapshot/labels_to_learn.h"

#include <filesystem>
#include <optional>

namespace app {

inline constexpr const char* kRunLabel = "label.json"; ///< which label of the project a run learnt

/// Notes in the folder of a run which label it learns, for one that learns the same again. @throws IoError
void writeLearntLabel(const std::filesystem::path& folder, const engine::LabelToLearn::Key& label);
/// Absent where a run learns all labels of its dataset, or nothing is noted. Waits for a disk.
std::optional<engine::LabelToLearn::Key> readLearntLabel(const std::filesystem::path& folder);

}
