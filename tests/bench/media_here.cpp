// Prints what frames of a video cost where the program itself decodes (bench_media_child).
#include "tests/bench/media_frames.h"

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    const bench::FrameCosts costs = bench::costsOfFrames(argv[1]);
    std::printf("%f %f %f %f\n", costs.inOrder, costs.inOrderWork, costs.leaping, costs.leapingWork);
}
