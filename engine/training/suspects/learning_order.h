#pragma once

#include "engine/core/run_context.h"
#include "engine/training/data/feature_data.h"

#include <cstdint>
#include <string>
#include <vector>

namespace engine {

/// How an active learner asks.
struct LearningSettings {
    std::size_t folds = 5;
    std::uint64_t seed = 1;
    std::size_t column = 0; ///< of the labels
    std::size_t start = 0; ///< labels that are asked for before any is known; 0: typicalCount()
    std::size_t step = 0; ///< labels that are asked for together; 0: one in twenty
};

/// In which order labels would have been asked for, and what they would have been worth.
struct LearningOrder {
    /// Out-of-fold correlation with all labels, of what another learner than the one that asks (curvedRows())
    /// learns from `labels` of them: the mean over the folds of five ways to divide the videos.
    struct Point {
        std::size_t labels = 0;
        double correlation = 0.0;
        double atRandom = 0.0; ///< of random orders
        double low = 0.0, high = 0.0; ///< the 95 % interval of what the order gains

        bool helps() const { return low > 0.0; }
        friend bool operator==(const Point&, const Point&) = default;
    };

    std::vector<std::string> ids; ///< N, the first asked first
    std::vector<Point> curve; ///< the last of all labels
    /// The fewest labels of the curve with a correlation of at least 99 % of that of all.
    std::size_t enough() const;
    /// The most labels up to which the order is better than chance at each point of the curve; 0: it never
    /// is.
    std::size_t helpsUntil() const;
    friend bool operator==(const LearningOrder&, const LearningOrder&) = default;
};

/// As one line of JSON.
std::string toLine(const LearningOrder& order);
/// @throws FormatError (`bad_message`) for anything that toLine() does not give. @param source  for messages
LearningOrder learningOrderFrom(const std::string& line, const std::string& source);

/// Asks first for typical segments (askForTypical()), then for the segment whose label would make a Bayesian
/// linear regression of all segments surest, one after the other (V-optimal design; Cohn, Ghahramani and
/// Jordan, JAIR 1996), on the principal components of means and deviations of features. After each step the
/// labels that are known decide how much each component counts. The order does not depend on labels that were
/// not asked for.
/// @throws FormatError as trainOutOfFold(); Cancelled.
LearningOrder learningOrder(const FoldData& segments, const LearningSettings& settings,
                            const std::string& where, const RunContext& run = {});

}
