#pragma once

#include "app/agreement/word_agreement.h"
#include "engine/agreement/rating_files.h"
#include "engine/agreement_reports/perspectives.h"

namespace app {

/// What several annotators said in first passes, of all judged tiers.
struct FirstPasses {
    std::vector<engine::RatingTables> ratings; ///< of labels of numbers and terms
    std::vector<std::string> tiers; ///< of each of them, which is judged
    std::vector<WordRatings> words; ///< of labels that are sets of words
    /// What people said of themselves beside what others saw in them, which no figure pools.
    std::vector<engine::PerspectivePair> perspectives;

    bool empty() const { return ratings.empty() && words.empty() && perspectives.empty(); }
};

FirstPasses firstPasses(const engine::Annotation& annotation);

/// The perspectives of the judged tiers: `labels_self` beside `labels`.
std::vector<engine::PerspectivePair> judgedPerspectives(const engine::Annotation& annotation);

/// How far they agree, by the figures that are shown while people judge. @throws Cancelled.
std::vector<engine::AgreementReport> agreementOf(const FirstPasses& passes, const engine::RunContext& run);

}
