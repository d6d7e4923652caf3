#pragma once

#include "app/agreement/rater_figures.h"
#include "widgets/review/rater_card.h"

namespace app {

/// A rater's figures in words: each with the number of answers that it is of, and "not enough" where these
/// are too few.
/// @param scale  of the label @param terms  that it may be, in the place of a scale; none: numbers
widgets::RaterCard::Content raterCard(const RaterFigures& figures, const engine::SettledSteps& scale,
                                      const std::vector<std::string>& terms = {});

}
