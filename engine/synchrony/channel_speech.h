#pragma once

#include "engine/core/interval.h"

#include <span>
#include <vector>

namespace engine {

/// In dB and seconds. Our own rule.
struct ChannelSpeechOptions {
    double rate = 100.0; ///< levels a second
    double aboveFloor = 12.0; ///< over the 10 % quantile of the channel
    double belowTop = 30.0; ///< at most so far below its 95 % quantile
    double dominance = 10.0; ///< at most so far below the loudest channel
    double join = 0.2; ///< as TurnOptions
    double least = 0.1;
};

/// Who speaks, of a sound that has a channel for each person: where a channel's level is high enough and,
/// with each channel brought to its own 95 % quantile, not far below the loudest of those in which
/// somebody speaks.
/// @param levels  of each channel N levels in dB @return the stretches of each channel, in seconds
/// @throws ShapeError (`row_mismatch`) for channels of different lengths.
std::vector<std::vector<Interval>> channelSpeech(std::span<const std::vector<double>> levels,
                                                 const ChannelSpeechOptions& options = {});

}
