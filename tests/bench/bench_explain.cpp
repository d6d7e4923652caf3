// Explanations of models with random weights over segments of MOSI's size: 2 199 of 20 words, 300, 74 and 47
// columns. What a model learnt changes nothing in the time.
#include "engine/models/batch.h"
#include "engine/models/explain/attributions.h"
#include "engine/models/explain/faithfulness_meter.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/threads.h"

#include <functional>
#include <nlohmann/json.hpp>

#include "tests/bench/bench_row.h"

namespace {

using namespace engine;

constexpr std::int64_t kSegments = 2199, kWords = 20;
constexpr std::array<std::int64_t, 3> kWidths{300, 74, 47};

TrainedModel modelOf(nlohmann::json architecture)
{
    TrainedModel trained;
    trained.card.architecture = std::move(architecture);
    trained.card.labels = {{"sentiment", -3, 3, 0}};
    for (std::size_t i = 0; i < kWidths.size(); ++i) {
        const auto width = static_cast<std::size_t>(kWidths[i]);
        trained.card.normalisation[i].mean.assign(width, 0.0F);
        trained.card.normalisation[i].deviation.assign(width, 1.0F);
    }
    torch::manual_seed(1);
    trained.model = createModel(trained.card.architecture);
    trained.model->eval();
    return trained;
}

ModalityBatch segments(std::int64_t count)
{
    const auto features = [&](std::size_t i) { return torch::randn({count, kWords, kWidths[i]}); };
    return {features(0), features(1), features(2), torch::full({count}, kWords, torch::kInt64), {}};
}

double median(const std::function<void()>& work)
{
    std::vector<double> times;
    for (int i = 0; i < 7; ++i) {
        const bench::Stopwatch watch;
        work();
        times.push_back(watch.milliseconds());
    }
    return bench::percentile(times, 0.5);
}

void measure(const std::string& name, const TrainedModel& trained, double allSeconds, double pairMilliseconds)
{
    const ModalityBatch one = segments(1);
    const auto baselinesOf
        = [&](const ModalityBatch& batch) { return baselinesFor(trained, batch, AbsentKind::Mean); };
    const Baselines baselines = baselinesOf(one);
    bench::printRow("explain: map, " + name,
                    median([&] { interactionMaps(coalitionScores(trained, one, baselines)); }), "ms", 100,
                    100);
    bench::printRow(
        "explain: IG, " + name, median([&] {
            attribute(trained, one, baselines, AttributionMethod::Integrated, {6.0}, {32, 32, 0.02});
        }),
        "ms", 100, 100);
    bench::printRow("explain: pairs, " + name, median([&] {
                        for (const Modality modality : {Modality::Acoustic, Modality::Visual})
                            pairEffects(trained, one, baselines, spansOf(one, Modality::Text, 20),
                                        spansOf(one, modality, 20));
                    }),
                    "ms", pairMilliseconds, pairMilliseconds);
    const ModalityBatch all = segments(kSegments);
    const bench::Stopwatch watch;
    constexpr std::int64_t together = 64;
    for (std::int64_t first = 0; first < kSegments; first += together) {
        const ModalityBatch batch
            = rowsOf(all, torch::arange(first, std::min(kSegments, first + together), torch::kInt64));
        interactionMaps(coalitionScores(trained, batch, baselinesOf(batch)));
    }
    bench::printRow("explain: 2199 maps, " + name, watch.milliseconds() / 1000.0, "s", allSeconds,
                    allSeconds);
}

nlohmann::json withWidths(nlohmann::json architecture)
{
    architecture.update({{"d_l", kWidths[0]}, {"d_a", kWidths[1]}, {"d_v", kWidths[2]}, {"out_dim", 1}});
    return architecture;
}

}

int main()
{
    const engine::TorchThreads torchThreads(2);
    const auto usual = [](const char* name) {
        nlohmann::json architecture = modelDefaults(modelClass(name)).at("model");
        return modelOf(withWidths(architecture));
    };
    for (const char* const name : {"MFN", "LMF", "TFN", "EF-LSTM"})
        measure(name, usual(name), 10, 500);
    measure("MulT", usual("MulT"), 60, 5000);
}
