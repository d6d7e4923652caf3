#include "engine/features/face/track_faces.h"

#include <ctime>
#include <fstream>

#include "tests/bench/bench_row.h"

using namespace engine;

namespace {

/// What the process has computed so far, on all cores: other programs on the machine do not count.
double secondsComputed()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// The most memory that the process had, in MiB.
double peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024.0;
    }
    return 0.0;
}

}

int main()
{
    const LandmarkModel model;
    bool ok = true;
    std::size_t faces = 0;
    double seconds = 0.0;
    for (const char* name : {"ada_1", "bert_1", "cleo_1", "dan_1", "grid_talk_a"}) {
        const double begun = secondsComputed();
        const FaceTracks tracks = trackFaces(std::string(DEMO "/media/") + name + ".mp4", model);
        seconds += secondsComputed() - begun;
        for (const FacePerson& person : tracks.people)
            faces += person.sights.size();
    }
    std::fprintf(stderr, "%.0f faces a second, decoding included\n", static_cast<double>(faces) / seconds);
    ok = bench::printRow("face_ms_a_face", 1000.0 * seconds / static_cast<double>(faces), "ms",
                         1000.0 / 300.0, 2.0)
        && ok;
    const double threeHours
        = 3.0 * 3600.0 * 25.0 * static_cast<double>(sizeof(StoredSight) + sizeof(Interval)) / 1048576.0;
    ok = bench::printRow("face_mib_for_3_h", peakMemory() + threeHours, "MiB", 300.0, 250.0) && ok;
    return ok ? 0 : 1;
}
