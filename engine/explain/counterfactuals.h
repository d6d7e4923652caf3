#pragma once

#include "engine/core/segment_input.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What would have to be otherwise for a model to say the other sign of one segment.
struct Counterfactuals {
    /// Another segment, whose prediction has the other sign.
    struct Nearest {
        std::string id;
        double prediction = 0.0;
        double distance = 0.0; ///< in `space`

        friend bool operator==(const Nearest&, const Nearest&) = default;
    };
    /// The same words with another segment's sound or face, resampled to them.
    struct Swap {
        Modality modality = Modality::Acoustic;
        std::string id; ///< the segment: of those that flip the sign the nearest; where none does, the one
                        ///< that moves the prediction most towards it
        double prediction = 0.0; ///< with it
        bool flips = false;
        std::size_t flipping = 0; ///< how many of `tried` flip the sign
        std::size_t tried = 0;

        friend bool operator==(const Swap&, const Swap&) = default;
    };
    /// The fewest words without which the sign flips; sound and face stay.
    struct Words {
        std::vector<std::size_t> steps; ///< of the text, in the order in which they were made absent
        double prediction = 0.0; ///< without them
        bool flips = false; ///< no: without any word it is still the same sign
        bool isLeast = false; ///< no fewer would do: all single words and all pairs were tried

        friend bool operator==(const Words&, const Words&) = default;
    };

    std::string id;
    std::string output; ///< `sentiment`
    double prediction = 0.0;
    double neutral = 0.0; ///< between the signs
    std::string absent = "mean"; ///< AbsentKind
    /// The name of the weights whose input it is; empty: the eight predictions with and without each
    /// modality.
    std::string space;
    std::size_t width = 0; ///< of the space
    std::size_t segments = 0; ///< that were looked at
    std::vector<Nearest> nearest; ///< the nearest first
    std::vector<Swap> swaps;
    std::optional<Words> words; ///< absent: the model takes no text

    bool isOtherSign(double score) const { return (score > neutral) != (prediction > neutral); }
    friend bool operator==(const Counterfactuals&, const Counterfactuals&) = default;
};

/// As one line of JSON.
std::string toLine(const Counterfactuals& found);
/// @throws FormatError (`bad_message`) for anything that toLine() does not give.
Counterfactuals counterfactualsFrom(const std::string& line);

}
