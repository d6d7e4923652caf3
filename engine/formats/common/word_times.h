#pragma once

#include "engine/formats/common/tier_import.h"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// A word that an aligner may not have found in the sound.
struct TimedWord {
    std::optional<double> start;
    std::optional<double> end;
    std::string text;
    std::optional<double> confidence;
    std::map<std::string, LabelValue> values = {};
    std::size_t line = 0; ///< line in the file, from 1; 0: not known
};

/// Adds a segment's words in their order. Words without times share the time between their neighbours evenly
/// and are flagged.
/// @param within  the interval of the segment @return how many words had no times
std::size_t addWords(TierImport& import, std::size_t tier, const std::vector<TimedWord>& words,
                     Interval within, SegmentId parent);

}
