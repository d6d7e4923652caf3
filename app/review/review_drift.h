#pragma once

#include "app/review/review_pass.h"
#include "engine/agreement/drift.h"
#include "engine/annotation/annotation.h"

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

/// Of a pass that is no settling one: its committed answers in the order in which they were committed last.
/// The others of a label are the first passes of all other annotators.
PassDrift passDrift(const engine::Annotation& annotation, const ReviewPass& pass);

}
