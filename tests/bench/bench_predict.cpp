// `polylogue-models predict` on 20 000 segments of 20 steps with the widths of CMU-MOSI (300 + 74 + 35
// features, 624 MiB): the file is read part by part. Memory is the most that the program reached.
#include "engine/sequences/hdf5/growing_dataset.h"
#include "engine/worker/child_process.h"

#include <cstdio>
#include <filesystem>
#include <sys/resource.h>

#include "tests/bench/bench_row.h"

namespace {

namespace fs = std::filesystem;
using engine::ElementType;

constexpr std::size_t kSteps = 20;

/// @param count  segments, written a thousand at a time
void writeFold(engine::hdf5::Writer& file, const std::string& fold, std::size_t count)
{
    constexpr std::size_t piece = 1000;
    for (const auto& [name, width] :
         {std::pair<const char*, std::size_t>{"text", 300}, {"audio", 74}, {"vision", 35}}) {
        const std::string path = "/" + fold + "/" + name;
        engine::hdf5::GrowingDataset dataset = file.growing(path, ElementType::Float32, {kSteps, width});
        std::vector<float> values;
        for (std::size_t first = 0; first < count; first += piece) {
            const std::size_t rows = std::min(piece, count - first);
            values.resize(rows * kSteps * width);
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] = static_cast<float>((i + first) % 17) - 8.0f;
            dataset.append({ElementType::Float32, {rows, kSteps, width}, values});
        }
    }
    std::vector<float> labels(count);
    for (std::size_t i = 0; i < count; ++i)
        labels[i] = static_cast<float>(i % 7) - 3.0f;
    file.write("/" + fold + "/labels", {ElementType::Float32, {count}, labels});
}

bool succeeds(const std::vector<std::string>& command)
{
    const engine::ChildResult child = engine::runChild(command);
    std::fputs(child.succeeded() ? "" : child.errors.c_str(), stderr);
    return child.succeeded();
}

}

int main(int argc, char** argv)
{
    const std::string program = PROGRAMS "/polylogue-models";
    const fs::path folder = fs::temp_directory_path() / "bench_predict";
    const std::string small = folder / "small.h5", large = folder / "large.h5",
                      model = folder / "model.safetensors";
    if (argc == 2
        && std::string(argv[1]) == "measure") { // in a process of its own: a child starts with our memory
        const bench::Stopwatch watch;
        if (!succeeds({program, "predict", model, "--data", large, "--out", folder / "scores.csv"}))
            return 1;
        bench::printRow("predict 20 000 segments", watch.milliseconds() / 1000.0, "s", 60, 5.6);
        rusage children{};
        getrusage(RUSAGE_CHILDREN, &children);
        bench::printRow("predict memory", static_cast<double>(children.ru_maxrss) / 1024.0, "MiB", 400, 282);
        return 0;
    }
    fs::create_directories(folder);
    {
        engine::hdf5::Writer file(small);
        for (const char* const fold : {"train", "valid", "test"})
            writeFold(file, fold, 40);
        file.close();
    }
    {
        engine::hdf5::Writer file(large);
        writeFold(file, "test", 20'000);
        file.close();
    }
    bool measured = succeeds(
        {program, "train", "--model", "LMF", "--data", small, "--out", model, "--set", "training.epochs=1"});
    const engine::ChildResult child = engine::runChild({"/proc/self/exe", "measure"});
    std::fputs(child.output.c_str(), stdout);
    std::fputs(child.errors.c_str(), stderr);
    measured = measured && child.succeeded();
    fs::remove_all(folder);
    return measured ? 0 : 1;
}
