#pragma once

#include "engine/conversations/speech_stretches.h"
#include "engine/conversations/turns.h"
#include "engine/synchrony/accommodation.h"

#include <cstddef>
#include <cstdint>
#include <vector>

/// Conversations in which what the measures should find is known, for checks of the measures.
namespace engine::planted {

/// Two signals that correlate with `coupling` where the second is `lag` seconds late.
struct DyadOptions {
    double coupling = 0.0;
    double lag = 0.6;
    double seconds = 180.0;
    double rate = 10.0;
    double memory = 0.5; ///< seconds: first-order autoregressive noise
    double share = 1.0; ///< of every minute in which they are coupled
    double trend = 0.0; ///< deviations by which both rise
};

struct Dyad {
    std::vector<double> first;
    std::vector<double> second;
};
Dyad dyad(std::uint64_t seed, const DyadOptions& options);

/// Turns of 1 to 6 s in alternation, of more than two people to a random other.
struct TalkOptions {
    double minutes = 5.0;
    std::vector<std::string> people{"ada", "bert"};
    double gap = 0.2;
    double spread = 0.3; ///< deviation of the gaps
    double backchannels = 0.15;
    double interruptions = 0.05;
};

struct Talk {
    std::vector<Speaker> speakers;
    double duration = 0.0;
    std::vector<TurnTransition> transitions; ///< from, to and FTO; nothing else is told
    std::size_t backchannels = 0;
};
Talk talk(std::uint64_t seed, const TalkOptions& options = {});

/// A value of each turn of two people. @param pull  share of the partner's last deviation that is taken over
/// @param approach  by how much their means have come together at the end (0…1)
std::vector<TurnValue> speechValues(std::uint64_t seed, std::size_t turns, double pull, double approach);

/// Levels in dB of two recordings of a talk.
struct MicrophoneOptions {
    double minutes = 10.0;
    double offset = 1.37; ///< seconds
    double drift = 40.0; ///< ppm
    double bleed = 20.0; ///< dB by which each hears the other's voice softer
    double rate = 100.0;
};

struct TwoMicrophones {
    std::vector<double> first;
    std::vector<double> second;
    Talk talk;
};
TwoMicrophones twoMicrophones(std::uint64_t seed, const MicrophoneOptions& options);

}
