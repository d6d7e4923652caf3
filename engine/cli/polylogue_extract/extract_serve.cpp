#include "engine/cli/polylogue_extract/extract_serve.h"

#include "engine/cli/polylogue_extract/extract_confinement.h"
#include "engine/confinement/confinement.h"
#include "engine/core/error.h"
#include "engine/extraction/stretch_aligner.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <iostream>

namespace engine::cli {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kBetweenProgress = std::chrono::milliseconds(100);

void put(const StretchReply& reply)
{
    fmt::print("{}\n", lineOf(reply));
    std::fflush(stdout);
}

/// What aligning takes many times over, and that the recording is read up to there.
std::uint64_t secondsFor(const StretchWish& wish)
{
    constexpr double atLeast = 3600.0;
    constexpr double atMost = 24 * 3600.0;
    constexpr double perSecond = 60.0;
    double spoken = 0.0;
    for (const SpokenStretch& stretch : wish.stretches)
        spoken += std::max(0.0, stretch.sound.end - stretch.sound.start);
    return static_cast<std::uint64_t>(std::min(atMost, atLeast + perSecond * spoken));
}

StretchReply answerOf(StretchAligner& aligner, const StretchWish& wish)
{
    RunContext run;
    run.progress = [&wish, told = Clock::now()](double fraction) mutable {
        if (Clock::now() - told < kBetweenProgress)
            return;
        told = Clock::now();
        put({wish.id, fraction, {}, {}});
    };
    try {
        return aligner.answer(wish, run);
    } catch (const std::exception& error) { // also where memory runs out: the next wish may be smaller
        return {wish.id, std::nullopt, error.what(), {}};
    }
}

}

int serveStretches()
{
    confineExtraction({}, MayRun::Espeak);
    StretchAligner aligner(Installation::ofThisProgram());
    std::string line;
    while (std::getline(std::cin, line)) {
        if (line.empty())
            continue;
        try {
            const StretchWish wish = stretchWishIn(line);
            limitProcessorTime(secondsFor(wish));
            put(answerOf(aligner, wish));
        } catch (const FormatError& error) { // whoever writes such lines is no window of this version
            fmt::print(stderr, "{}: {}\n", error.code(), error.what());
            return 2;
        }
    }
    return 0;
}

}
