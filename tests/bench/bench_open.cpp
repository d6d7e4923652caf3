// Opening a csd of 25 000 videos: the ids, the ids with all shapes, the same out of the index that was
// remembered; each in a process of its own, best of three, since memory is what a fresh process reaches. And
// `polylogue-cli info` on it when nothing is known of it.
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_index.h"
#include "engine/sequences/csd_writer.h"
#include "engine/worker/child_process.h"

#include <cstdlib>
#include <fstream>
#include <unistd.h>

#include "tests/bench/bench_row.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kVideos = 25'000;

void writeFile(const fs::path& path, engine::hdf5::Compression compression)
{
    engine::Entry entry{{engine::ElementType::Float64, {{0.0, 0.5}, {0.5, 1.0}}},
                        {engine::ElementType::Float32, {2, 4}, std::vector<float>(8, 1.0F)}};
    engine::ComputationalSequence sequence;
    sequence.setMetadata({{"root name", "acoustic"}});
    for (std::size_t i = 0; i < kVideos; ++i)
        sequence.put("video_" + std::to_string(i), entry);
    engine::writeCsd(sequence, path, compression);
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

fs::path cacheOf(const fs::path& csd)
{
    return csd.string() + ".cache";
}

/// Rows of all features, by opening each entry.
std::size_t rows(const engine::CsdFile& file)
{
    std::size_t sum = 0;
    for (const std::string& id : file.ids())
        sum += file.shape(id).features.front();
    return sum;
}

std::size_t rows(const engine::CsdIndex& index)
{
    std::size_t sum = 0;
    for (const auto& [shape, count] : index.items.shapes())
        sum += count * shape.features.front();
    return sum;
}

/// The child: opens, walks, says `SECONDS MIB`.
int open(const fs::path& path, const std::string& what)
{
    const bench::Stopwatch watch;
    const bool complete = what == "ids" ? engine::CsdFile(path).ids().size() == kVideos
        : what == "shapes"              ? rows(engine::CsdFile(path)) == 2 * kVideos
                                        : rows(engine::cachedIndex(path, cacheOf(path))) == 2 * kVideos;
    std::printf("%g %g\n", watch.milliseconds() / 1000.0, peakMiB());
    return complete ? 0 : 1;
}

struct Expectation {
    double seconds; ///< budget
    double referenceSeconds;
    double referenceMiB;
};

bool measure(const fs::path& path, const std::string& what, const std::string& kind, Expectation expected)
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
    const std::string name = "open 25000 " + kind + what;
    bench::printRow(name, seconds, "s", expected.seconds, expected.referenceSeconds);
    bench::printRow(name + " memory", memory, "MiB", 80, expected.referenceMiB);
    return true;
}

/// `info` with an empty cache: start-up of two processes, the probe, the answer.
bool measureFirstInfo(const fs::path& path, const std::string& kind)
{
    const fs::path cache = cacheOf(path);
    setenv("XDG_CACHE_HOME", cache.c_str(), 1);
    double seconds = 1e9;
    for (int i = 0; i < 3; ++i) {
        fs::remove_all(cache);
        const bench::Stopwatch watch;
        const engine::ChildResult child
            = engine::runChild({PROGRAMS "/polylogue-cli", "info", path.string()});
        seconds = std::min(seconds, watch.milliseconds() / 1000.0);
        if (!child.succeeded()) {
            std::fprintf(stderr, "polylogue-cli info failed: %s\n", child.errors.c_str());
            return false;
        }
    }
    bench::printRow("open 25000 " + kind + "first info", seconds, "s", 1.0, 0.65);
    return true;
}

}

int main(int argc, char** argv)
{
    if (argc == 3)
        return open(argv[2], argv[1]);
    bool measured = true;
    for (const int gzipLevel : {0, 4}) {
        const fs::path path = fs::temp_directory_path() / ("bench_open_" + std::to_string(getpid()) + ".csd");
        writeFile(path, {gzipLevel});
        const std::string kind = gzipLevel > 0 ? "gzip " : "";
        engine::cachedIndex(path, cacheOf(path));
        measured = measured && measure(path, "ids", kind, {1.0, 0.015, 20})
            && measure(path, "shapes", kind, {1.0, 0.65, 29})
            && measure(path, "again", kind, {0.05, 0.003, 20}) && measureFirstInfo(path, kind);
        fs::remove(path);
        fs::remove_all(cacheOf(path));
    }
    return measured ? 0 : 1;
}
