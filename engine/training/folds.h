#pragma once

#include "engine/alignment/segment_rows.h"

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace engine {

/// A dataset's labelled segments, apart by the fold of their video.
struct Folds {
    std::vector<LabelledSegment> training;
    std::vector<LabelledSegment> validation;
    std::vector<LabelledSegment> test;
};

/// Segments without labels and those whose video is in no fold are left out.
Folds splitByFold(std::vector<LabelledSegment> segments);

/// The folds by their names in dataset lists, the held-out one first: `test`, `valid`, `train`.
std::vector<std::pair<std::string, std::span<const LabelledSegment>>> namedFolds(const Folds& folds);

/// {"train": ["ada_1", …], "valid": […], "test": […]}: the videos of each fold, sorted.
nlohmann::json videosOf(const Folds& folds);

}
