#pragma once

#include "engine/media/video_reader.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <unistd.h>

namespace bench {

/// Milliseconds of a frame: that pass, and that processors work in this process and in those below it.
struct FrameCosts {
    double inOrder = 1e9;
    double inOrderWork = 1e9;
    double leaping = 1e9;
    double leapingWork = 1e9;

    void takeBest(const FrameCosts& other)
    {
        inOrder = std::min(inOrder, other.inOrder);
        inOrderWork = std::min(inOrderWork, other.inOrderWork);
        leaping = std::min(leaping, other.leaping);
        leapingWork = std::min(leapingWork, other.leapingWork);
    }
};

/// Milliseconds that processors have worked for this process and every `polylogue-media` of this session.
inline double workDone()
{
    double ticks = 0.0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        std::ifstream file(entry.path() / "stat");
        std::string text;
        if (!std::isdigit(static_cast<unsigned char>(entry.path().filename().string().front()))
            || !std::getline(file, text))
            continue;
        const std::size_t nameEnd = text.rfind(')');
        const bool isOurs = entry.path().filename() == std::to_string(::getpid())
            || text.find("(polylogue-media)") != std::string::npos;
        unsigned long user = 0;
        unsigned long system = 0;
        if (isOurs
            && std::sscanf(text.c_str() + nameEnd + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user,
                           &system)
                == 2)
            ticks += static_cast<double>(user + system);
    }
    return ticks * 1000.0 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

inline FrameCosts costsOfFrames(const std::filesystem::path& media)
{
    using Clock = std::chrono::steady_clock;
    const auto since = [](Clock::time_point begun) {
        return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
    };
    engine::VideoReader reader(media);
    const std::size_t count = reader.index().size();
    std::uint8_t seen = 0; // as painting reads the picture
    const auto look = [&](std::size_t k) {
        const auto frame = reader.frame(k, 1920, 1080);
        for (std::size_t i = 0; i < frame->bgra.size(); i += 4096)
            seen = static_cast<std::uint8_t>(seen ^ frame->bgra[i]);
    };
    FrameCosts costs;
    double work = workDone();
    auto begun = Clock::now();
    for (std::size_t k = 0; k < count; ++k)
        look(k);
    costs.inOrder = since(begun) / static_cast<double>(count);
    costs.inOrderWork = (workDone() - work) / static_cast<double>(count);
    constexpr std::size_t kLeaps = 60;
    std::mt19937 random(7);
    work = workDone();
    begun = Clock::now();
    for (std::size_t i = 0; i < kLeaps; ++i)
        look(random() % count);
    costs.leaping = since(begun) / kLeaps;
    costs.leapingWork = (workDone() - work) / kLeaps;
    if (seen == 1) // never left out
        std::fprintf(stderr, "\n");
    return costs;
}

}
