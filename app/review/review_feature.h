#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class Review;
class ReviewActions;
class ReviewSources;
class ReviewTab;

CommandTable reviewCommands();
/// What other features need of the review.
struct Reviewing {
    Review& review;
    ReviewSources& sources;
    ReviewTab& tab;
    ReviewActions& actions;
};

/// Passes of annotators: the tab *Review*, its queue, the mode.
Reviewing addReview(const Bench& bench);

}
