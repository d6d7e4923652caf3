#include "engine/training/run/benchmark.h"

#include "engine/core/stopwatch.h"
#include "engine/models/conversation/conversation_model.h"
#include "engine/models/flat_optimiser.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"
#include "engine/models/torch_seed.h"
#include "engine/training/run/losses.h"
#include "engine/training/run/segment_tensors.h"
#include "engine/training/run/trainer.h"

#include <algorithm>
#include <fstream>
#include <unistd.h>

namespace engine {

namespace {

SegmentTensors randomSegments(const BenchmarkSettings& settings, std::int64_t count)
{
    SegmentTensors segments;
    segments.inputs.text = torch::randn({count, settings.steps, settings.textWidth});
    segments.inputs.acoustic = torch::randn({count, settings.steps, settings.acousticWidth});
    segments.inputs.visual = torch::randn({count, settings.steps, settings.visualWidth});
    segments.inputs.lengths = torch::full({count}, settings.steps, torch::kInt64);
    segments.targets = torch::randn({count, settings.outputs});
    return segments;
}

nlohmann::json architectureOf(const BenchmarkSettings& settings)
{
    nlohmann::json architecture = settings.model;
    architecture["d_l"] = settings.textWidth;
    architecture["d_a"] = settings.acousticWidth;
    architecture["d_v"] = settings.visualWidth;
    architecture["out_dim"] = settings.outputs;
    return architecture;
}

}

struct Benchmark::State {
    TrainingSettings settings;
    std::shared_ptr<FusionModel> model;
    SegmentTensors segments;
    SegmentTensors one;
};

Benchmark::Benchmark(const BenchmarkSettings& settings) : m_state(std::make_unique<State>())
{
    m_state->settings = trainingSettingsFromJson(settings.training);
    const TorchSeed seed(m_state->settings.seed);
    m_state->model = createModel(architectureOf(settings));
    refuseConversations(*m_state->model, settings.model.value("class", ""));
    m_state->segments = randomSegments(settings, settings.segments);
    m_state->one = randomSegments(settings, 1);
}

Benchmark::~Benchmark() = default;

std::vector<double> Benchmark::epochs(std::int64_t batch, std::int64_t repeats)
{
    FusionModel& model = *m_state->model;
    const TrainingSettings& settings = m_state->settings;
    FlatOptimiser optimiser(model, optimiserSettings(settings));
    const TaskLoss loss = taskLoss(settings, Task::Regression, m_state->segments.targets);
    model.train();
    std::vector<double> seconds;
    for (std::int64_t epoch = 0; epoch <= repeats; ++epoch) {
        const Stopwatch watch;
        const torch::Tensor order = torch::randperm(m_state->segments.size(), torch::kInt64);
        for (const auto& [first, last] : batchBounds(static_cast<std::size_t>(m_state->segments.size()),
                                                     static_cast<std::size_t>(batch))) {
            const torch::Tensor rows
                = order.slice(0, static_cast<std::int64_t>(first), static_cast<std::int64_t>(last));
            const ModalityBatch inputs = m_state->segments.batch(rows);
            const torch::Tensor targets = m_state->segments.targets.index_select(0, rows);
            model.objective({inputs, targets, rows, m_state->segments.size(), epoch, loss}).backward();
            optimiser.step();
        }
        if (epoch > 0)
            seconds.push_back(1e-3 * watch.milliseconds());
    }
    return seconds;
}

std::vector<double> Benchmark::predictions(std::int64_t count, bool displays)
{
    constexpr std::int64_t uncounted = 10;
    m_state->model->eval();
    const torch::InferenceMode inference;
    const ModalityBatch batch = m_state->one.range(0, 1);
    std::vector<double> milliseconds;
    for (std::int64_t i = 0; i < uncounted + count; ++i) {
        const Stopwatch watch;
        m_state->model->forward(batch, displays ? Displays::Yes : Displays::No);
        if (i >= uncounted)
            milliseconds.push_back(watch.milliseconds());
    }
    return milliseconds;
}

std::vector<double> Benchmark::liveSteps(std::int64_t count)
{
    m_state->model->eval();
    const torch::InferenceMode inference;
    const ModalityBatch batch = m_state->one.range(0, 1);
    const std::int64_t words = batch.text.size(1);
    std::vector<double> milliseconds;
    std::unique_ptr<LiveRun> live;
    for (std::int64_t i = 0; i < words + count; ++i) { // the first segment is not counted
        if (i % words == 0)
            live = m_state->model->live();
        if (!live)
            return {};
        const std::int64_t word = i % words;
        const NamedTensors inputs{{"x_l", batch.text.select(1, word)},
                                  {"x_a", batch.acoustic.select(1, word)},
                                  {"x_v", batch.visual.select(1, word)}};
        const Stopwatch watch;
        live->next(inputs, Displays::Yes);
        if (i >= words)
            milliseconds.push_back(watch.milliseconds());
    }
    return milliseconds;
}

std::int64_t Benchmark::parameters() const
{
    std::int64_t count = 0;
    for (const torch::Tensor& parameter : m_state->model->parameters())
        count += parameter.numel();
    return count;
}

std::int64_t residentKib()
{
    std::int64_t pages = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> pages >> resident;
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

}
