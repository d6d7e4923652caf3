#pragma once

#include "engine/publishing/published_labels.h"

namespace engine {

/// `v2`: what the second version of a codebook is called. @param number  from 1 on
std::string codebookName(std::size_t number);

/// Which split a video lies in, and what is never cut: `speaker ada`, or the video itself.
struct PublishedSplit {
    std::string split; ///< empty: in none
    std::string group;
};

/// What the tables hold beyond what they must.
struct TableWishes {
    bool comments = false; ///< of votes: they may name people
    bool guardsCells = false; ///< what a spreadsheet would take for a formula has an apostrophe before it
};

/// Tables of a publication (RFC 4180, UTF-8, a line of names first). Times are seconds; what is not known is
/// empty; names of people are in none of them.
std::string votesTable(const PublishedStudy& study, const TableWishes& wishes);
std::string labelsTable(const PublishedStudy& study, const std::vector<PublishedLabel>& labels,
                        const std::map<std::string, PublishedSplit>& splits, const TableWishes& wishes);
/// How each rater judged each label of numbers beside the raters' consensus (raterConsensus()), and α with
/// the other raters: the mean of its values with each one who shares five units at least.
std::string ratersTable(const PublishedStudy& study);
/// Of units with a value: these are the units of labels.csv.
std::string splitsTable(const PublishedStudy& study, const std::vector<PublishedLabel>& labels,
                        const std::map<std::string, PublishedSplit>& splits);
/// A row per version, label and term, or per version and label with its scale.
std::string codebookTable(const PublishedStudy& study);

/// A value as tables have it: the shortest number, or the term.
std::string cellOf(const PublishedValue& value);
/// UTC: `2026-11-28T09:30:00Z`; empty: 0.
std::string utcTime(std::int64_t milliseconds);

}
