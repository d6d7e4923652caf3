#include "engine/cli/polylogue_extract/extract_serve.h"

#include "engine/confinement/confinement.h"
#include "engine/core/error.h"
#include "engine/extraction/stretch_aligner.h"

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
    Confinement confinement;
    confinement.writable = {"/dev/null"};
    confinement.runsPrograms = true; // espeak-ng
    confine(confinement);
    StretchAligner aligner(Installation::ofThisProgram());
    std::string line;
    while (std::getline(std::cin, line)) {
        if (line.empty())
            continue;
        try {
            put(answerOf(aligner, stretchWishIn(line)));
        } catch (const FormatError& error) { // whoever writes such lines is no window of this version
            fmt::print(stderr, "{}: {}\n", error.code(), error.what());
            return 2;
        }
    }
    return 0;
}

}
