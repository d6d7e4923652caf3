#pragma once

#include "app/agreement/rater_figures.h"
#include "widgets/review/rater_card.h"

namespace app {

/// A rater's figures in words: each with the number of answers that it is of, and "not enough" where these
/// are too few.
/// @param scale  of the label
widgets::RaterCard::Content raterCard(const RaterFigures& figures, const engine::SettledSteps& scale);

}
