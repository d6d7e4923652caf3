#pragma once

#include "engine/project_items/gold_items.h"
#include "engine/project_items/review_pass.h"
#include "widgets/review/gold_card.h"

namespace app {

/// What an annotator is told after an answer to a gold item: the right value beside their own, why, and how
/// well the exercises of this pass went so far.
/// @param tier   that is judged
/// @param given  the committed answer
widgets::GoldCard::Content goldFeedback(const engine::Annotation& annotation, const engine::ReviewPass& pass,
                                        const engine::GoldItem& gold, const engine::Tier& tier,
                                        const engine::Segment& given);

}
