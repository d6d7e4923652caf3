#pragma once

#include "engine/explain/paired_bootstrap.h"
#include "engine/training/figures/scores.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What is compared: segments with truths, and what each of several models says of them.
struct ComparedPredictions {
    Task task = Task::Regression;
    std::vector<LabelCard> labels; ///< O
    std::vector<std::string> ids; ///< N
    std::vector<std::string> folds; ///< N
    FeatureMatrix truths; ///< N × O
    std::vector<std::string> models; ///< M names
    std::vector<FeatureMatrix> predictions; ///< M, each N × O
    double threshold = kPresenceThreshold; ///< of presence
    std::vector<std::vector<double>> thresholds{}; ///< M, of yes and no, each one per label or none
};

/// A figure of each model for one output.
struct ComparedFigure {
    struct Value {
        std::optional<double> value; ///< undefined: none
        std::optional<Interval> interval; ///< of 95 %, by drawing videos; of a side its models, too
        std::optional<double> difference; ///< from the first model's, this one minus it; none of the first
        std::optional<Interval>
            differenceInterval; ///< paired: of the same draws; of sides see comparedSides()
        std::optional<double> deviation{}; ///< of a side: over its models (of M, not M − 1)
    };
    std::string output; ///< `sentiment`; ReportRow::allLabels
    std::string figure; ///< `mae`
    std::vector<Value> models; ///< M; with three models or more also that of their mean, the last
};

/// A segment and what the models say of one output.
struct ComparedSegment {
    std::size_t segment = 0; ///< place of the segment
    std::size_t output = 0;
    double difference = 0.0; ///< of two models: the second minus the first; of more: largest minus least
    double mean = 0.0;
    double spread = 0.0; ///< the deviation of the models' predictions (of M, not M − 1)
};

/// Of every output: mean absolute error, correlation, accuracy of two classes and F1, as far as its task has
/// them, by the rules of scoreFold().
/// @throws ShapeError (`row_mismatch`) unless all is of the same segments and labels; so do the functions below.
/// @param draws  groups are the videos of the segments
std::vector<ComparedFigure> comparedFigures(const ComparedPredictions& compared, const GroupDraws& draws);

/// The same figures of two sides, each of one model, or of several that differ by their seeds alone: of each
/// side the mean of its models' figures.
///
/// With two models or more on each side the interval of the difference tells what other seeds *and* other
/// videos would have given: the wider of a hierarchical bootstrap (each draw takes videos, and of each side
/// as many models as it has, with replacement) and of seedInterval(). Videos alone called a configuration
/// better than itself in half of all comparisons of three seeds with three. With one model on a side the
/// interval is by videos alone: what it tells holds for these models, not for how they were trained.
/// @param firsts  how many models, at least one, are the first side; those behind them, at least one, the
/// second. @param seed  of the draws of models
std::vector<ComparedFigure> comparedSides(const ComparedPredictions& compared, std::size_t firsts,
                                          const GroupDraws& draws, std::uint64_t seed);

/// Two predictions: what each side says on the mean of its models. @param firsts  as of comparedSides()
ComparedPredictions meansOfSides(const ComparedPredictions& compared, std::size_t firsts);

/// All segments and outputs, those on which the models differ most first; of the same difference in their
/// order.
std::vector<ComparedSegment> comparedSegments(const ComparedPredictions& compared);

/// The mean of what the models say, N × O. @param predictions  at least one
/// @throws ShapeError (`row_mismatch`) unless they are of one shape.
FeatureMatrix meanOf(const std::vector<FeatureMatrix>& predictions);

}
