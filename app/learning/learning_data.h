#pragma once

#include "engine/annotation/annotation.h"
#include "engine/project_items/review_pass.h"
#include "engine/snapshot/label_rows.h"
#include "engine/suspects/learning_step.h"

namespace app {

/// The segments of a pass, as far as they were answered.
struct LearningData {
    std::string label; ///< name of the first label; empty: it takes no numbers, or there is none
    std::vector<engine::LabelRow> segments; ///< one per place of the pass; without a value: not answered yet
    std::vector<bool> isRepeat; ///< of each: it is a segment that comes again
};

LearningData learningData(const engine::Annotation& annotation, const engine::ReviewPass& pass);

/// Each segment once.
std::vector<engine::LabelRow> rowsToLearnFrom(const LearningData& data);

/// The places of a pass in the order in which they teach most. Those that the step does not name are left
/// out.
std::vector<std::size_t> placesInOrder(const LearningData& data, const engine::LearningStep& step);

}
