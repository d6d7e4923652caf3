#pragma once

#include <string>
#include <vector>

namespace engine {

/// How the numbers of a display are to be read.
enum class DisplayScale {
    Share, ///< 0…1, parts of a whole: attention
    Gate, ///< 0…1, open or shut: gates, efficacies of a sigmoid
    Signed, ///< around 0: contributions, unbounded efficacies
    Magnitude ///< from 0 on: norms
};

/// What one of a model's outputs is, so that it can be drawn without knowing the model.
struct DisplayCard {
    std::string output; ///< its name among the outputs: `modality_share`
    std::string title; ///< for people, in English: `Attention per modality`
    /// What runs along each axis, slowest first, without the batch: `step` (the segment's words),
    /// `target_step` (steps that a decoder writes), `feature`, `side` (what is set beside each other),
    /// `modality`, `edge`, `layer`, `head`, `unit`, `output`, `rank`, `subspace`, `stage`, `token`.
    std::vector<std::string> axes;
    std::vector<std::vector<std::string>> labels; ///< names along each axis; an empty list is numbered
    DisplayScale scale = DisplayScale::Share;

    friend bool operator==(const DisplayCard&, const DisplayCard&) = default;
};

}
