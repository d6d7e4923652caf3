#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// When a participant of a conversation speaks, in seconds of conversation time.
struct Speaker {
    std::string id;
    std::vector<Interval> spans; ///< in any order, and they may overlap

    friend bool operator==(const Speaker&, const Speaker&) = default;
};

/// Seconds between words that are one stretch of speech.
inline constexpr double kBridgedGap = 0.5;

/// The union of spans: neighbours at most `join` seconds apart become one stretch; then stretches shorter
/// than `least` are dropped. Spans that end before they begin, or have no finite times, count for nothing.
/// @return  by start; no two touch
std::vector<Interval> spokenStretches(std::vector<Interval> spans, double join, double least);

/// What a stretch of speech does in a conversation.
enum class StretchKind {
    Turn, ///< takes or keeps the floor
    Backchannel, ///< short, while somebody else speaks on
    Attempt ///< begins and ends while somebody else speaks
};

const char* name(StretchKind kind); ///< `turn`, `backchannel`, `attempt`

struct SpeechStretch {
    std::size_t speaker = 0; ///< place among the speakers
    double start = 0.0;
    double end = 0.0;
    StretchKind kind = StretchKind::Turn;

    double length() const { return end - start; }
    friend bool operator==(const SpeechStretch&, const SpeechStretch&) = default;
};

}
