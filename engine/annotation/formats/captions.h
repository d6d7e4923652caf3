#pragma once

#include "engine/annotation/formats/text_input.h"
#include "engine/core/interval.h"

#include <optional>

/// What WebVTT and SubRip have in common.
namespace engine {

/// A timing line: `00:01.500 --> 00:02.000` and what follows it.
struct CueTiming {
    Interval times; ///< seconds
    std::string_view settings;
};

std::optional<CueTiming> cueTimingIn(std::string_view line);

/// Without line breaks at its ends and with one for several: a blank line would end the cue.
std::string cueText(std::string text);

}
