#pragma once

#include "app/project/review_pass.h"
#include "engine/annotation/annotation.h"
#include "engine/sequences/dataset_list.h"
#include "engine/suspects/learning_step.h"

#include <filesystem>

namespace app {

/// The segments of a pass, as far as they were answered.
struct LearningData {
    struct Segment {
        std::string video;
        engine::Interval span; ///< seconds
        std::optional<double> value; ///< of the first label; absent: not answered yet
    };
    std::string label; ///< name of the first label; empty: it takes no numbers, or there is none
    std::vector<Segment> segments; ///< one per place of the pass
};

LearningData learningData(const engine::Annotation& annotation, const ReviewPass& pass);

/// The dataset with these segments for labels: NaN where there is no answer. Writes `folder`/labels.csd.
/// @throws IoError
engine::DatasetList datasetToLearnFrom(const engine::DatasetList& dataset, const LearningData& data,
                                       const std::filesystem::path& folder);

/// The places of a pass in the order in which they teach most. Those that the step does not name are left out.
std::vector<std::size_t> placesInOrder(const LearningData& data, const engine::LearningStep& step);

}
