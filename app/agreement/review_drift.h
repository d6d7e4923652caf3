#pragma once

#include "engine/agreement/drift.h"
#include "engine/annotation/annotation.h"
#include "engine/project_items/review_pass.h"

#include <array>
#include <string>
#include <vector>

namespace app {

/// How one annotator's answers changed over a pass.
struct PassDrift {
    std::string rater; ///< `anna, pass 2`
    std::array<engine::DriftQuarter, 4> times; ///< of all answers of the pass; no values
    std::vector<std::pair<std::string, std::array<engine::DriftQuarter, 4>>> labels; ///< of numbers, by name
};

/// The drift of a pass that does not settle, over its committed answers in the order in which each was
/// committed last. Answers are compared with the first passes of all other annotators.
PassDrift passDrift(const engine::Annotation& annotation, const engine::ReviewPass& pass);

}
