#include "engine/synchrony/channel_speech.h"

#include "engine/conversations/speech_stretches.h"
#include "engine/core/same_length.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <limits>

namespace engine {

namespace {

/// The stretches in which `isOn` holds.
template <typename Test>
std::vector<Interval> spansWhere(std::size_t count, double rate, Test isOn)
{
    std::vector<Interval> spans;
    bool wasOn = false;
    for (std::size_t k = 0; k <= count; ++k) {
        const bool on = k < count && isOn(k);
        const double at = static_cast<double>(k) / rate;
        if (on && !wasOn)
            spans.push_back({at, at});
        else if (wasOn && !on)
            spans.back().end = at;
        wasOn = on;
    }
    return spans;
}

}

std::vector<std::vector<Interval>> channelSpeech(std::span<const std::vector<double>> levels,
                                                 const ChannelSpeechOptions& options)
{
    const std::size_t count = levels.empty() ? 0 : levels.front().size();
    std::vector<double> gates, tops;
    std::vector<double> loudest(count, -std::numeric_limits<double>::infinity());
    for (const std::vector<double>& channel : levels) {
        requireSameLength("levels of a channel", channel.size(), count);
        if (count == 0)
            continue;
        tops.push_back(quantile(channel, 0.95));
        gates.push_back(
            std::max(quantile(channel, 0.1) + options.aboveFloor, tops.back() - options.belowTop));
        if (*std::ranges::max_element(channel) < gates.back())
            continue; // a microphone without a voice drowns none
        for (std::size_t k = 0; k < count; ++k)
            loudest[k] = std::max(loudest[k], channel[k] - tops.back());
    }
    std::vector<std::vector<Interval>> stretches(levels.size());
    for (std::size_t c = 0; c < levels.size() && count > 0; ++c) {
        const auto isOn = [&](std::size_t k) {
            return levels[c][k] >= gates[c] && levels[c][k] - tops[c] >= loudest[k] - options.dominance;
        };
        stretches[c] = spokenStretches(spansWhere(count, options.rate, isOn), options.join, options.least);
    }
    return stretches;
}

}
