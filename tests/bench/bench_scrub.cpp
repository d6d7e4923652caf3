// Scrubbing a 720p video whose key frames lie 250 frames apart: the mouse wishes for another time 60 times a
// second, forwards and backwards through a minute in six seconds; only the newest wish counts. Milliseconds
// between exact frames that arrive (25 a second: 40 ms). Needs the program ffmpeg, which makes the clip once.
#include "engine/media/frame_server.h"
#include "engine/media/video_frame.h"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "tests/bench/bench_row.h"

namespace {

constexpr double kDuration = 60.0; // of the clip
constexpr double kSweep = 6.0; // seconds from one end to the other
constexpr auto kTick = std::chrono::microseconds(16'667);

std::filesystem::path clip()
{
    const std::filesystem::path folder = "build/bench-data";
    const std::filesystem::path path = folder / "scrub.mp4";
    if (!std::filesystem::exists(path)) {
        std::filesystem::create_directories(folder);
        const std::string command
            = "ffmpeg -v error -y -f lavfi -i testsrc2=size=1280x720:rate=25:duration=60 -c:v libx264 -g 250 "
              "-keyint_min 250 -sc_threshold 0 -pix_fmt yuv420p "
            + path.string();
        if (std::system(command.c_str()) != 0)
            std::filesystem::remove(path);
    }
    return path;
}

/// Milliseconds per frame of one sweep.
double sweep(engine::FrameServer& server, std::atomic<int>& frames, bool isForward)
{
    server.show(isForward ? 0.0 : kDuration - 0.04);
    std::this_thread::sleep_for(std::chrono::seconds(1));
    frames = 0;
    const bench::Stopwatch watch;
    while (watch.milliseconds() < kSweep * 1000) {
        const double part = watch.milliseconds() / (kSweep * 1000);
        server.show((isForward ? part : 1.0 - part) * (kDuration - 0.04));
        std::this_thread::sleep_for(kTick);
    }
    return watch.milliseconds() / std::max(1, frames.load());
}

}

int main()
{
    const std::filesystem::path path = clip();
    if (!std::filesystem::exists(path)) {
        std::fprintf(stderr, "the clip could not be made; is the program ffmpeg installed?\n");
        return 1;
    }
    std::atomic<int> frames = 0;
    std::atomic<bool> isOpen = false;
    engine::FrameServer server(path, 1280, 720,
                               {[&](const engine::MediaInfo&) { isOpen = true; },
                                [&](const std::shared_ptr<const engine::VideoFrame>&) { ++frames; },
                                [](const std::string& text) { std::fprintf(stderr, "%s\n", text.c_str()); }});
    for (int i = 0; i < 500 && !(isOpen && server.frameCount()); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    bench::printRow("scrub forward, per frame", sweep(server, frames, true), "ms", 40, 20);
    bench::printRow("scrub backward, per frame", sweep(server, frames, false), "ms", 40, 20);
}
