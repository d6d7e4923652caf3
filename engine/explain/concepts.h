#pragma once

#include "engine/core/interval.h"
#include "engine/explain/sparse_code.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a model has made of segments where it fused their modalities, as a sparse code of that layer
/// (fusionActivations(), SparseCode): units, what each adds to the prediction, and in which segments it is.
struct Concepts {
    struct Segment {
        std::string id; ///< `video[k]`
        double prediction = 0.0;
        std::vector<ActiveUnit> active; ///< the strongest first

        friend bool operator==(const Segment&, const Segment&) = default;
    };

    std::string model; ///< name of the model
    std::string output; ///< `sentiment`
    std::string layer; ///< the name of the weights whose input is coded
    std::size_t width = 0; ///< of the layer, H
    SparseCodeSettings settings;
    std::size_t learntFrom = 0; ///< segments of the model's training
    double explained = 0.0; ///< SparseCode::explained() of these
    std::optional<double> explainedElsewhere; ///< of all others; absent: there are none
    /// Whether predictions are the output itself, in the units of the label: then a prediction without a unit
    /// is known exactly. Otherwise a unit adds to the logit of the output.
    bool areAdditive = true;
    std::vector<double> effects; ///< of each unit: what one strength of it adds to the output
    std::vector<Segment> segments;

    /// What the units add to the prediction of a segment, all together. @param muted  by unit
    double added(const Segment& segment, const std::vector<bool>& muted) const;
    friend bool operator==(const Concepts&, const Concepts&) = default;
};

/// As one line of JSON.
std::string toLine(const Concepts& concepts);
/// @throws FormatError (`bad_message`) for anything that toLine() does not give. @param source  for messages
Concepts conceptsFrom(const std::string& line, const std::string& source);

}
