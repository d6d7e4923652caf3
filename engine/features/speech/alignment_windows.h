#pragma once

#include "engine/features/speech/spoken_sound.h"
#include "engine/features/speech/word_alignment.h"

#include <span>
#include <vector>

namespace engine {

/// A stretch of sound that holds some parts of a transcript.
struct AlignmentWindow {
    Interval sound; ///< seconds
    Interval written; ///< what the parts' rough times claim of it; all of it without such times. In the
                      ///< margins around it, others may speak.
    std::size_t firstPart = 0;
    std::size_t endPart = 0; ///< one behind the last
};

/// Parts that are aligned together: neighbours of known times, up to half a minute, parted where the gaps are
/// wide; parts without times stay with their neighbours. The windows cover every part once, in order.
/// @param duration  of the sound, in seconds
std::vector<AlignmentWindow> alignmentWindows(std::span<const TranscriptPart> parts, double duration,
                                              const AlignOptions& options);

/// The quietest moment, in seconds, within a span of a sound of 16 kHz: where to cut it.
double quietestMoment(SpokenSound& sound, Interval within);

}
