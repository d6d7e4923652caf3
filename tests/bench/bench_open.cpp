// Opening a csd of 25 000 videos: the ids, and the ids with all shapes; each in a process of its own, best of
// three, since memory is what a fresh process reaches.
#include "engine/sequences/csd_writer.h"
#include "engine/worker/child_process.h"

#include <cstdlib>
#include <fstream>
#include <unistd.h>

#include "tests/bench/bench_row.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kVideos = 25'000;

void writeFile(const fs::path& path)
{
    engine::Entry entry{{engine::ElementType::Float64, {{0.0, 0.5}, {0.5, 1.0}}},
                        {engine::ElementType::Float32, {2, 4}, std::vector<float>(8, 1.0F)}};
    engine::ComputationalSequence sequence;
    sequence.setMetadata({{"root name", "acoustic"}});
    for (std::size_t i = 0; i < kVideos; ++i)
        sequence.put("video_" + std::to_string(i), entry);
    engine::writeCsd(sequence, path);
}

double peakMiB()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024.0;
    }
    return 0.0;
}

/// The child: opens, walks, says `SECONDS MIB`.
int open(const fs::path& path, bool shapes)
{
    const bench::Stopwatch watch;
    const engine::CsdFile file(path);
    std::size_t rows = 0;
    for (const std::string& id : file.ids())
        rows += shapes ? file.shape(id).features.front() : 0;
    std::printf("%g %g\n", watch.milliseconds() / 1000.0, peakMiB());
    return file.ids().size() == kVideos && rows == (shapes ? 2 * kVideos : 0) ? 0 : 1;
}

bool measure(const fs::path& path, const std::string& what, double referenceSeconds, double referenceMiB)
{
    double seconds = 1e9;
    double memory = 0.0;
    for (int i = 0; i < 3; ++i) {
        const engine::ChildResult child = engine::runChild({"/proc/self/exe", what, path.string()});
        if (!child.succeeded()) {
            std::fprintf(stderr, "bench_open %s failed: %s\n", what.c_str(), child.errors.c_str());
            return false;
        }
        std::size_t end = 0;
        seconds = std::min(seconds, std::stod(child.output, &end));
        memory = std::max(memory, std::stod(child.output.substr(end)));
    }
    bench::printRow("open 25000 " + what, seconds, "s", 1.0, referenceSeconds);
    bench::printRow("open 25000 " + what + " memory", memory, "MiB", 80, referenceMiB);
    return true;
}

}

int main(int argc, char** argv)
{
    if (argc == 3)
        return open(argv[2], std::string(argv[1]) == "shapes");
    const fs::path path = fs::temp_directory_path() / ("bench_open_" + std::to_string(getpid()) + ".csd");
    writeFile(path);
    const bool measured = measure(path, "ids", 0.015, 20) && measure(path, "shapes", 0.65, 29);
    fs::remove(path);
    return measured ? 0 : 1;
}
