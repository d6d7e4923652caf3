// What a process of its own for each file costs: frames of a 1080p video one after the other and in leaps, by
// `polylogue-media` and by the program itself (media_here), in turn. Milliseconds that pass and that processors work,
// for each frame. Needs the program ffmpeg, which makes the clip once.
#include "engine/core/installation.h"
#include "engine/media_child/media_template.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "tests/bench/bench_row.h"
#include "tests/bench/media_frames.h"

namespace {

std::filesystem::path clip()
{
    const std::filesystem::path folder = "build/bench-data";
    const std::filesystem::path path = folder / "frames_1080p.mp4";
    if (!std::filesystem::exists(path)) {
        std::filesystem::create_directories(folder);
        const std::string command
            = "ffmpeg -v error -y -f lavfi -i testsrc2=size=1920x1080:rate=25:duration=12 -c:v libx264 -g 50 "
              "-sc_threshold 0 -pix_fmt yuv420p "
            + path.string();
        if (std::system(command.c_str()) != 0)
            std::filesystem::remove(path);
    }
    return path;
}

/// What the program beside this one prints.
bench::FrameCosts costsHere(const std::filesystem::path& media)
{
    const std::string command
        = (engine::Installation::ofThisProgram().folder() / "media_here").string() + " " + media.string();
    FILE* const pipe = ::popen(command.c_str(), "r");
    bench::FrameCosts costs;
    if (!pipe
        || std::fscanf(pipe, "%lf %lf %lf %lf", &costs.inOrder, &costs.inOrderWork, &costs.leaping,
                       &costs.leapingWork)
            != 4)
        std::fprintf(stderr, "media_here could not be run\n");
    if (pipe)
        ::pclose(pipe);
    return costs;
}

}

int main()
{
    const std::filesystem::path path = clip();
    if (!std::filesystem::exists(path)) {
        std::fprintf(stderr, "the clip could not be made; is the program ffmpeg installed?\n");
        return 1;
    }
    const engine::MediaTemplate original(PROGRAMS "/polylogue-media");
    bench::FrameCosts apart;
    bench::FrameCosts here;
    for (int round = 0; round < 5; ++round) {
        here.takeBest(costsHere(path));
        apart.takeBest(bench::costsOfFrames(path));
    }
    bench::printRow("frame 1080p, more time", apart.inOrder - here.inOrder, "ms", 1.0, 0.0);
    bench::printRow("frame 1080p, more work", 100.0 * (apart.inOrderWork / here.inOrderWork - 1.0), "%", 5.0, 0.0);
    bench::printRow("leap 1080p, more time", apart.leaping - here.leaping, "ms", 1.0, 0.0);
    bench::printRow("leap 1080p, in all", apart.leaping, "ms", 150, here.leaping);
    const bench::Stopwatch watch;
    constexpr int kOpened = 40;
    for (int i = 0; i < kOpened; ++i)
        (void)engine::VideoReader(path).info();
    bench::printRow("opened by a copy", watch.milliseconds() / kOpened, "ms", 40, 0.0);
}
