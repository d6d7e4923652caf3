#pragma once

#include "engine/core/interval.h"
#include "engine/formats/common/export_losses.h"
#include "engine/formats/input/text_input.h"

#include <optional>

/// What WebVTT and SubRip have in common.
namespace engine {

/// The name that the tier of a file gets.
inline constexpr const char* kCaptionTier = "captions";

/// A timing line: `00:01.500 --> 00:02.000` and what follows it.
struct CueTiming {
    Interval times; ///< seconds
    std::string_view settings;
};

std::optional<CueTiming> cueTimingIn(std::string_view line);

/// The text without line breaks at its ends and with one in the place of several, since a blank line would
/// end the cue.
std::string cueText(std::string text);

/// When a segment is shown, in milliseconds: from 0 at the earliest, and for at least 1 ms.
struct CueTimes {
    std::int64_t start = 0;
    std::int64_t end = 0;
};

CueTimes cueTimes(const Segment& segment);

/// With what captions cannot hold whatever their format. @param carries  what else it can
std::vector<std::string> captionLosses(const ExchangedTiers& tiers, Carries carries);

}
