#pragma once

#include "engine/snapshot/labels_to_learn.h"

#include <map>
#include <string>

namespace app {

/// What a label of the project says of segments, found by video and start: those that a model is asked about
/// may be of another tier than the label.
class LearntValues {
public:
    LearntValues() = default;
    explicit LearntValues(const engine::LabelToLearn& label);

    /// The value at a start in seconds; of classes the place among the label's. NaN: there is none.
    double at(const std::string& video, double start) const;

private:
    std::map<std::string, std::map<double, double>> m_values; ///< by video and start
};

}
