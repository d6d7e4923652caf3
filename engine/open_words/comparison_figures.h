#pragma once

#include "engine/agreement/statistic.h"
#include "engine/open_words/best_worst.h"
#include "engine/open_words/bradley_terry.h"
#include "engine/project_items/comparison_pass.h"

#include <functional>

namespace engine {

/// What the answers of a comparison say of its items: clips, or the sources of texts.
struct ComparisonFigures {
    struct Row {
        std::size_t item = 0;
        std::optional<double> score; ///< of best and worst: (best − worst) / shown
        double strength = 0.0; ///< by Bradley and Terry's model, in logits
        double deviation = 0.0; ///< of the strength less the mean of all (deviationFromMean())
        std::size_t answers = 0; ///< in which the item was shown
        /// Half of the strength's interval of 95 %.
        double halfWidth() const { return 1.96 * deviation; }
    };
    std::vector<Row> rows; ///< strongest first; only items that were shown
    std::size_t groups = 0; ///< of items that were never compared with each other
    std::optional<SplitHalf> halves; ///< of best and worst
    Sentence undefined; ///< why there are no figures; empty: there are
};

ComparisonFigures comparisonFigures(const ComparisonPass& pass);

/// What a pass asks next.
struct ComparisonQuestion {
    std::vector<std::size_t> shown; ///< items, from left to right; empty: there is nothing to ask
    std::optional<std::size_t> clip = {}; ///< the clip that the texts tell of
};

/// The next question: the next set; of two the pair that tells most; of texts the pair of sources that tells
/// most among those not asked, of the first clip that has it. Sides are drawn by the pass's seed.
ComparisonQuestion nextComparison(const ComparisonPass& pass);

/// Chooses at most `most` of the clips by the pass's seed, and makes the sets of best and worst.
void prepareComparison(ComparisonPass& pass, std::vector<ComparisonPass::Clip> clips, std::size_t most);

/// The same for a pass of texts.
/// @param textsOf  what each source says of a clip; clips of which two do not say different things are left
/// out
void prepareTexts(ComparisonPass& pass, std::vector<ComparisonPass::Clip> clips, std::size_t most,
                  const std::function<std::vector<std::string>(const ComparisonPass::Clip&)>& textsOf);

}
