#pragma once

#include "engine/agreement/statistic.h"
#include "engine/open_words/best_worst.h"
#include "engine/open_words/bradley_terry.h"
#include "engine/project_items/comparison_pass.h"

namespace app {

/// What the answers of a comparison say of its clips.
struct ComparisonFigures {
    struct Row {
        std::size_t clip = 0;
        std::optional<double> score; ///< of best and worst: (best − worst) / shown
        double strength = 0.0; ///< by Bradley and Terry's model, in logits
        double halfWidth = 0.0; ///< of the strength's interval of 95 %
        std::size_t answers = 0; ///< in which the clip was shown
    };
    std::vector<Row> rows; ///< strongest first; only clips that were shown
    std::size_t groups = 0; ///< of clips that were never compared with each other
    std::optional<engine::SplitHalf> halves; ///< of best and worst
    engine::Sentence undefined; ///< why there are no figures; empty: there are
};

ComparisonFigures comparisonFigures(const engine::ComparisonPass& pass);

/// The clips of the next question, from left to right; empty: there is none. Of two the pair that tells most,
/// its sides by the pass's seed.
std::vector<std::size_t> nextComparison(const engine::ComparisonPass& pass);

/// Chooses at most `most` of the clips by the pass's seed, and makes the sets of best and worst.
void prepareComparison(engine::ComparisonPass& pass, std::vector<engine::ComparisonPass::Clip> clips,
                       std::size_t most);

}
