#pragma once

#include "engine/core/interval.h"

#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// What was noted in a live session: the answers of its model, and marks. Times are seconds of the session.
struct LiveNotes {
    struct Answer {
        double time = 0.0; ///< where the seconds end that it is about
        std::vector<float> values; ///< one per output

        friend bool operator==(const Answer&, const Answer&) = default;
    };
    std::string model; ///< name of the model
    std::string file; ///< of its weights
    std::vector<std::string> outputs;
    double window = 4.0; ///< seconds that an answer is about
    double hop = 0.5; ///< seconds from one answer to the next, at least
    std::vector<Answer> answers; ///< of this model
    std::vector<double> marks;

    /// What belongs to a recording of this span, with times from its start on.
    LiveNotes within(engine::Interval span) const;

    friend bool operator==(const LiveNotes&, const LiveNotes&) = default;
};

/// Writes notes beside the recording that they belong to: the answers as a sequence
/// (engine::answersBeside), the marks as a tier of points (engine::marksBeside). An answer stands for the
/// time since the last one, `hop` at most. What there is none of gets no file.
/// @param notes  with times from the recording's start on @throws IoError (`io`)
void writeNotes(const LiveNotes& notes, const std::filesystem::path& recording);

}
