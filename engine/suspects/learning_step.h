#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a learner says of a dataset of which a part is labelled: which labels would teach it most, how good
/// it is by now, and what more labels would bring.
struct LearningStep {
    /// A segment without a label.
    struct Next {
        std::string id; ///< `video[k]`
        Interval span{}; ///< seconds in its video; empty where the data have no times
        double expected = 0.0; ///< label of the segment, by what was learnt so far
        friend bool operator==(const Next&, const Next&) = default;
    };
    /// Correlation with the known labels, out of fold, of what is learnt from `labels` of them.
    struct Point {
        std::size_t labels = 0;
        double correlation = 0.0; ///< mean of several draws
        friend bool operator==(const Point&, const Point&) = default;
    };
    /// What is expected of further labels.
    struct Outlook {
        std::size_t more = 0; ///< labels
        double correlation = 0.0; ///< then
        double low = 0.0, high = 0.0; ///< between which nine of ten draws lie
        double mostGain = 0.0; ///< of the correlation: 19 of 20 draws gain less
        friend bool operator==(const Outlook&, const Outlook&) = default;
    };

    /// What it brings to ask for typical segments first, tried on the labels that are known: the correlation
    /// of another learner from a quarter of them, beside a quarter at random.
    struct OrderGain {
        double mean = 0.0; ///< of several draws
        double low = 0.0, high = 0.0; ///< 95 % interval of the figure
        bool helps() const { return low > 0.0; }
        friend bool operator==(const OrderGain&, const OrderGain&) = default;
    };

    std::vector<Next> next; ///< the most informative first
    std::vector<Point> curve; ///< none while too few are known
    double error = 0.0; ///< root of the mean squared error out of fold; 0 while too few are known
    std::optional<Outlook> outlook; ///< absent while too few are known
    std::optional<OrderGain> orderGain{}; ///< absent while too few are known

    /// Whether further labels would hardly change anything: 19 of 20 draws gain less than 0.01.
    bool isEnough() const;
    friend bool operator==(const LearningStep&, const LearningStep&) = default;
};

/// As one line of JSON.
std::string toLine(const LearningStep& step);
/// @throws FormatError (`bad_message`) for anything that toLine() does not give. @param source  for messages
LearningStep learningStepFrom(const std::string& line, const std::string& source);

}
