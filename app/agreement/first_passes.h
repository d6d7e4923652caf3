#pragma once

#include "app/agreement/word_agreement.h"
#include "engine/agreement/rating_files.h"

namespace app {

/// What several annotators said in first passes, of all judged tiers.
struct FirstPasses {
    std::vector<engine::RatingTables> ratings; ///< of labels of numbers and terms
    std::vector<WordRatings> words; ///< of labels that are sets of words

    bool empty() const { return ratings.empty() && words.empty(); }
};

FirstPasses firstPasses(const engine::Annotation& annotation);

/// How far they agree, by the figures that are shown while people judge. @throws Cancelled.
std::vector<engine::AgreementReport> agreementOf(const FirstPasses& passes, const engine::RunContext& run);

}
