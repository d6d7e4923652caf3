#include "engine/cli/polylogue_models/models_commands.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/threads.h"
#include "engine/numbers/quantiles.h"
#include "engine/training/run/benchmark.h"
#include "engine/training/run/config_json.h"
#include "engine/training/run/network_benchmark.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <numeric>

namespace engine {

namespace {

struct BenchmarkOptions {
    std::string model;
    std::vector<std::string> fields;
    std::vector<std::int64_t> batches{32};
    std::vector<int> threads{1};
    BenchmarkSettings settings;
    std::int64_t repeats = 3;
    std::int64_t latencies = 200;
    std::int64_t predictions = 0;
    std::vector<std::string> forms; ///< of a network's trunk
    bool json = true; ///< there is nothing else, but scripts say it
};

/// A configuration's model and settings, or those that a class was published with.
void readModel(BenchmarkOptions& options)
{
    nlohmann::json config = std::filesystem::exists(options.model)
        ? readConfig(options.model, options.fields)
        : publishedConfig(options.model, {}, options.fields);
    fillModel(config);
    options.settings.model = config.at("model");
    options.settings.training = config.value("training", nlohmann::json::object());
}

void print(nlohmann::json line, const BenchmarkOptions& options, int threads)
{
    line["model"] = options.settings.model.at("class");
    line["threads"] = threads;
    fmt::print("{}\n", jsonText(line));
    std::fflush(stdout);
}

/// A network that sees faces: what its picture's trunk takes.
void measureTrunk(const BenchmarkOptions& options, int threads)
{
    constexpr std::int64_t fewest = 20; // whose median is told
    nlohmann::json model = options.settings.model;
    model["out_dim"] = options.settings.outputs;
    model["d_l"] = options.settings.textWidth;
    for (const std::int64_t batch : options.batches) {
        for (const TrunkTimes& times :
             trunkTimes(model, options.forms, batch, std::max(fewest, options.repeats)))
            print({{"measure", "trunk"},
                   {"variant", model.at("variant")},
                   {"form", times.form},
                   {"batch", batch},
                   {"parameters", times.parameters},
                   {"difference", times.difference},
                   {"p50_ms", quantile(times.milliseconds, 0.5)},
                   {"least_ms", quantile(times.milliseconds, 0.0)}},
                  options, threads);
    }
}

void measure(const BenchmarkOptions& options, int threads)
{
    const TorchThreads torchThreads(threads);
    if (options.settings.model.at("class") == "E2E")
        return measureTrunk(options, threads);
    if (!options.forms.empty())
        throw FormatError("bad_config", "--form", "is for FV2ES, which has several");
    Benchmark benchmark(options.settings);
    for (const std::int64_t batch : options.batches) {
        if (options.repeats == 0)
            break;
        const std::vector<double> seconds = benchmark.epochs(batch, options.repeats);
        print({{"measure", "epoch"},
               {"batch", batch},
               {"segments", options.settings.segments},
               {"steps", options.settings.steps},
               {"parameters", benchmark.parameters()},
               {"median_s", quantile(seconds, 0.5)},
               {"least_s", quantile(seconds, 0.0)}},
              options, threads);
    }
    for (const bool displays : {false, true}) {
        if (options.latencies == 0)
            break;
        const std::vector<double> milliseconds = benchmark.predictions(options.latencies, displays);
        print({{"measure", displays ? "latency_with_displays" : "latency"},
               {"steps", options.settings.steps},
               {"p50_ms", quantile(milliseconds, 0.5)},
               {"p99_ms", quantile(milliseconds, 0.99)}},
              options, threads);
    }
    const std::vector<double> live
        = options.latencies > 0 ? benchmark.liveSteps(options.latencies) : std::vector<double>();
    if (!live.empty())
        print({{"measure", "live_step"}, {"p50_ms", quantile(live, 0.5)}, {"p99_ms", quantile(live, 0.99)}},
              options, threads);
    if (options.predictions > 0) {
        benchmark.predictions(std::min<std::int64_t>(options.predictions, 1000), true);
        const std::int64_t before = residentKib();
        benchmark.predictions(options.predictions, true);
        print({{"measure", "memory"},
               {"predictions", options.predictions},
               {"before_kib", before},
               {"growth_kib", residentKib() - before}},
              options, threads);
    }
}

}

void addBenchmarkCommand(CLI::App& program)
{
    auto options = std::make_shared<BenchmarkOptions>();
    CLI::App* const command = program.add_subcommand(
        "benchmark",
        "Measure a model on random numbers: seconds per epoch, milliseconds per segment, memory.");
    command->add_option("model", options->model, "A model's name, or a configuration (JSON)")->required();
    command->add_option("--batch", options->batches, "Segments per step: 32,64")
        ->delimiter(',')
        ->check(CLI::Range(1, 10'000'000));
    command
        ->add_option("--form", options->forms,
                     "Of FV2ES: multi,single; the median of 20 passes of faces through the picture's trunk")
        ->delimiter(',');
    command->add_option("--threads", options->threads, "1,2")->delimiter(',')->check(CLI::Range(1, 256));
    command->add_option("--set", options->fields, "Fields of the configuration: model.h_l=88")
        ->allow_extra_args(false);
    command->add_option("--text", options->settings.textWidth, "Width of the text features; 300")
        ->check(CLI::Range(1, 100'000));
    command->add_option("--acoustic", options->settings.acousticWidth, "Of the acoustic ones; 74")
        ->check(CLI::Range(1, 100'000));
    command->add_option("--visual", options->settings.visualWidth, "Of the visual ones; 35")
        ->check(CLI::Range(1, 100'000));
    command->add_option("--outputs", options->settings.outputs, "Labels; 1")->check(CLI::Range(1, 1000));
    command->add_option("--segments", options->settings.segments, "Of an epoch; 1284")
        ->check(CLI::Range(2, 10'000'000));
    command->add_option("--steps", options->settings.steps, "Of each segment; 20")
        ->check(CLI::Range(1, 100'000));
    command->add_option("--epochs", options->repeats, "That are measured, after one that is not; 3; 0: none")
        ->check(CLI::Range(0, 10'000'000));
    command
        ->add_option("--latencies", options->latencies, "Single predictions that are measured; 200; 0: none")
        ->check(CLI::Range(0, 10'000'000));
    command
        ->add_option("--predictions", options->predictions,
                     "Over how many the growth of memory is measured; 0: not")
        ->check(CLI::Range(0, 10'000'000));
    command->add_flag("--json", options->json, "Lines of JSON, which is what there is anyway");
    command->callback([options] {
        readModel(*options);
        for (const int threads : options->threads)
            measure(*options, threads);
    });
}

}
