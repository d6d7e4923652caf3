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

/// The axis of displays that counts the frames that a model saw of a segment.
inline constexpr const char* kFrameAxis = "frame";

/// Outputs of models that look at some positions of a face only: this and the level, `kept_v_0` first.
inline constexpr const char* kKeptPositions = "kept_v_";

/// What one of a model's outputs is, so that it can be drawn without knowing the model.
struct DisplayCard {
    std::string output; ///< name among the outputs: `modality_share`
    std::string title; ///< for people, in English: `Attention per modality`
    /// What runs along each axis, slowest first, without the batch: `step` (the segment's words),
    /// `target_step` (steps that a decoder writes), `feature`, `side` (what is set beside each other),
    /// `modality`, `edge`, `layer`, `head`, `unit`, `output`, `rank`, `subspace`, `stage`, `token`,
    /// `hypothesis`, `frame`, `row` and `column` of a picture.
    std::vector<std::string> axes;
    std::vector<std::vector<std::string>> labels; ///< names along each axis; an empty list is numbered
    DisplayScale scale = DisplayScale::Share;
    /// Of one axis: the output that names its entries, entries × ids of words. Empty: `labels` do.
    std::string namedBy{};
    std::vector<std::string> vocabulary{}; ///< the words of these ids; those of `marks` are left out
    std::size_t marks = 0; ///< ids at the front that stand for no word

    friend bool operator==(const DisplayCard&, const DisplayCard&) = default;
};

}
