#pragma once

#include "engine/annotation/annotation.h"
#include "engine/core/run_context.h"
#include "engine/project_items/asked_next.h"
#include "engine/raters/routing.h"

namespace app {

/// What is believed of one segment.
struct OpenUnit {
    std::string video;
    engine::Interval span;
    engine::OrdinalEstimate estimate;
    bool isDone = false;
    std::size_t answers = 0;
};

/// A segment on which good raters differ more than the model of raters allows.
struct OpenFault {
    std::size_t unit = 0;
    double chance = 0.0;
    std::vector<std::pair<std::string, double>> answers; ///< of the best raters, by name
    std::optional<engine::GuidelineVerdict> verdict;
};

/// One label of numbers: which segments have answers enough, and which answers would tell most.
struct OpenRatings {
    std::string tier;
    std::string label;
    std::string undefined; ///< why nothing can be said, a clause of the engine; empty: all follows
    engine::RatingScale scale;
    std::vector<OpenUnit> units; ///< judged by somebody; the least certain first
    std::size_t done = 0;
    engine::ExpectedRatings expected;
    std::vector<OpenFault> faults;
    std::vector<engine::AskedTask> next;
    std::size_t raters = 0;
    std::size_t unknownRaters
        = 0; ///< who share too few segments with others, and are taken for ordinary ones
    bool isAsked = false; ///< passes follow what is asked next
};

/// One of each label of numbers that somebody judged in a first pass. @throws Cancelled.
std::vector<OpenRatings> openRatings(const engine::Annotation& annotation,
                                     const engine::RunContext& run = {});

}
