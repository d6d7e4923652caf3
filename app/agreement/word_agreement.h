#pragma once

#include "engine/agreement/term_sets.h"
#include "engine/agreement_reports/agreement_report.h"
#include "engine/annotation/layers.h"

#include <functional>

namespace app {

/// What annotators said of one label whose values are sets of words.
struct WordRatings {
    std::string label;
    std::vector<std::string> raters; ///< with an answer
    std::vector<std::vector<engine::TermSet>> units; ///< the answers about each segment
};

/// One of each such label of a judged tier that somebody answered. @param chosen  which layers are raters
std::vector<WordRatings> wordRatings(const engine::Annotation& annotation, const std::string& of,
                                     const std::function<bool(const engine::Layer&)>& chosen);

/// α of the sets, by MASI's and by Jaccard's distance; upper and lower case, and blanks, do not count.
engine::AgreementReport wordReport(const WordRatings& ratings);

}
