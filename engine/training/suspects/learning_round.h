#pragma once

#include "engine/core/run_context.h"
#include "engine/suspects/learning_step.h"
#include "engine/training/data/feature_data.h"

#include <cstdint>
#include <string>

namespace engine {

struct LearningRoundSettings {
    std::size_t folds = 5;
    std::uint64_t seed = 1;
    std::size_t column = 0; ///< of the labels
    std::size_t more = 20; ///< labels of which the outlook tells
};

/// A round of active learning: what the labels that are known teach, and which would teach most next. While
/// few are known typical segments come first (askForTypical()); later what is asked for weighs how unsure a
/// linear model of all segments would stay (askForLabels()) against the time that a segment takes to be
/// judged. Correlations are out of fold by video, or by segment where there is one video. How they grow with
/// the number of labels is drawn several times from those that are known, and continued as a line over 1 / n.
/// @param segments  labels that are NaN are not known yet
/// @param where     for messages: the file
/// @throws FormatError (`no_labels`) where there is no such column of labels; Cancelled.
LearningStep learningRound(const FoldData& segments, const LearningRoundSettings& settings,
                           const std::string& where, const RunContext& run = {});

}
