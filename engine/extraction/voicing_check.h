#pragma once

#include "engine/core/finding.h"
#include "engine/core/interval.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// How much of a recording has a voice, where its words are and where they are not.
struct VoicedParts {
    double ofWords = 0.0; ///< 0…1 of the rows whose middle lies in a word
    double ofPauses = 0.0; ///< of the others
    std::size_t wordRows = 0;
    std::size_t pauseRows = 0;
};

/// @param words     in seconds, in any order
/// @param rows      in seconds. @param isVoiced  one for each row
/// @throws ShapeError (`rows_differ`) when `isVoiced` has not as many as `rows`.
VoicedParts voicedParts(std::span<const Interval> words, std::span<const Interval> rows,
                        const std::vector<bool>& isVoiced);

/// A warning (`voicing`) where what was measured of the voice cannot be right: less than 30 % of the words'
/// time is voiced, or more than 30 % of the pauses'. Where there are less than 0.5 s of either, of rows of
/// 10 ms, nothing is said about it. @param id  of the recording
std::optional<Finding> voicingFinding(const std::string& id, const VoicedParts& parts);

}
