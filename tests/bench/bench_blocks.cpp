// The hand-written pieces of models (engine/models/blocks, FlatOptimiser) beside what LibTorch has for the
// same, at the sizes and in the batches of 32 in which models train, on one thread: our time as a share of
// LibTorch's. Both sides take turns, and the fastest of their runs count, so that other work changes little.
#include "engine/models/batch.h"
#include "engine/models/blocks/cell_bank.h"
#include "engine/models/blocks/elementwise.h"
#include "engine/models/blocks/head_products.h"
#include "engine/models/blocks/linear_rows.h"
#include "engine/models/blocks/linear_steps.h"
#include "engine/models/blocks/packed_layers.h"
#include "engine/models/flat_optimiser.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/threads.h"
#include "engine/worker/math_environment.h"

#include <cmath>
#include <cstdlib>
#include <functional>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "tests/bench/bench_row.h"

namespace {

using namespace engine;
using torch::Tensor;

constexpr std::int64_t kRows = 32, kSteps = 20;

/// A piece and what it stands for. @param reference  our share of the time on a Xeon with AVX-512
void compare(const std::string& name, const std::function<void()>& ours, const std::function<void()>& theirs,
             double reference)
{
    constexpr int kRounds = 60;
    double least = HUGE_VAL, leastOfTheirs = HUGE_VAL;
    const auto timeOf = [](const std::function<void()>& work) {
        const bench::Stopwatch watch;
        work();
        return watch.milliseconds();
    };
    for (int round = 0; round < kRounds; ++round) {
        least = std::min(least, timeOf(ours));
        leastOfTheirs = std::min(leastOfTheirs, timeOf(theirs));
    }
    constexpr double budget = 1.05; // no slower, but for what a busy machine adds
    bench::printRow("blocks: " + name, least / leastOfTheirs, "x", budget, reference);
}

/// As training does it: forwards and backwards. And as an answer does: forwards, without a graph.
void compareBoth(const std::string& name, const std::function<Tensor()>& ours,
                 const std::function<Tensor()>& theirs, double training, double answer)
{
    const auto trained = [](const std::function<Tensor()>& work) { return [&] { work().sum().backward(); }; };
    const auto answered = [](const std::function<Tensor()>& work) {
        return [&] {
            const torch::NoGradGuard noGradient;
            work();
        };
    };
    compare(name + ", trained", trained(ours), trained(theirs), training);
    compare(name + ", answer", answered(ours), answered(theirs), answer);
}

Tensor random(at::IntArrayRef shape)
{
    return torch::randn(shape).set_requires_grad(true);
}

/// References: shares while a model learns and for an answer, of 32 sequences and of one.
struct LstmCase {
    std::int64_t width, hidden, layers;
    std::array<double, 4> references;
};

void measureLstm()
{
    for (const LstmCase& each : {LstmCase{300, 128, 1, {0.49, 0.74, 0.21, 0.36}},
                                 {74, 32, 1, {0.22, 0.32, 0.074, 0.12}},
                                 {300, 64, 2, {0.37, 0.63, 0.13, 0.22}}}) {
        torch::nn::LSTM lstm(torch::nn::LSTMOptions(each.width, each.hidden)
                                 .num_layers(each.layers)
                                 .bidirectional(each.layers > 1)
                                 .batch_first(true));
        const Tensor x = random({kRows, kSteps, each.width});
        const Tensor lengths = torch::randint(5, kSteps + 1, {kRows}, torch::kInt64);
        const std::string name = "LSTM " + std::to_string(each.width) + " to " + std::to_string(each.hidden)
            + (each.layers > 1 ? ", both ways, 2 layers" : "");
        compareBoth(
            name, [&] { return blocks::runLstm(lstm, x, lengths).last; },
            [&] { return blocks::runPacked(lstm, x, lengths).last; }, each.references[0], each.references[1]);
        const Tensor one = torch::randn({1, kSteps, each.width});
        compareBoth(
            name + ", one segment", [&] { return blocks::runLstm(lstm, one, {}).last; },
            [&] { return blocks::runPacked(lstm, one, {}).last; }, each.references[2], each.references[3]);
    }
}

void measureLinear()
{
    torch::nn::Linear first(304, 128), second(128, 64);
    std::vector<Tensor> steps;
    for (std::int64_t i = 0; i < kSteps; ++i)
        steps.push_back(random({kRows, 304}));
    const auto sumOf = [&](const auto& layer) {
        Tensor sum = torch::zeros({kRows, 1});
        for (const Tensor& step : steps)
            sum = sum + layer(step).sum(1, true);
        return sum;
    };
    compareBoth(
        "linear, 20 steps of 304 to 128", [&] { return sumOf(blocks::LinearSteps(first)); },
        [&] { return sumOf([&](const Tensor& x) { return first(x); }); }, 0.67, 0.64);
    compareBoth(
        "two linear, 20 steps", [&] { return sumOf(blocks::TwoLayerSteps(first, second, 0.1)); },
        [&] {
            return sumOf(
                [&](const Tensor& x) { return second(torch::dropout(torch::relu(first(x)), 0.1, true)); });
        },
        0.67, 0.78);
    torch::nn::Linear up(30, 120), down(120, 30);
    const Tensor rows = random({kRows, kSteps, 30});
    compareBoth(
        "linear, rows of 30 to 120", [&] { return blocks::linearRows(rows, up); }, [&] { return up(rows); },
        0.7, 0.77);
    compareBoth(
        "two linear, rows of 30 to 120 to 30", [&] { return blocks::twoLayerRows(rows, up, down, 0.1); },
        [&] { return down(torch::dropout(torch::relu(up(rows)), 0.1, true)); }, 0.84, 0.93);
    torch::nn::Linear wide(312, 1248);
    const Tensor tokens = random({8, 40, 312});
    compareBoth(
        "linear, rows of 312 to 1248", [&] { return blocks::linearRows(tokens, wide); },
        [&] { return wide(tokens); }, 0.95, 0.89);
}

/// These cells as one piece of ours.
blocks::CellBank bankOf(const std::vector<torch::nn::LSTMCell>& cells)
{
    std::vector<Tensor> recurrent;
    for (const torch::nn::LSTMCell& cell : cells)
        recurrent.push_back(cell->weight_hh);
    return {recurrent, {}, blocks::GateOrder::InputForgetCellOutput};
}

void measureCells()
{
    const std::array<std::int64_t, 3> hidden{88, 48, 16};
    std::vector<torch::nn::LSTMCell> cells;
    std::vector<std::vector<Tensor>> projected, inputs;
    for (const std::int64_t h : hidden)
        cells.emplace_back(torch::nn::LSTMCellOptions(40, h));
    for (std::int64_t step = 0; step < kSteps; ++step) {
        projected.emplace_back();
        inputs.emplace_back();
        for (const std::int64_t h : hidden) {
            projected.back().push_back(random({kRows, 4 * h}));
            inputs.back().push_back(random({kRows, 40}));
        }
    }
    compareBoth(
        "three LSTM cells, 20 steps, without the input's product",
        [&] {
            const blocks::CellBank bank = bankOf(cells);
            auto now = bank.start(kRows, torch::TensorOptions());
            for (const std::vector<Tensor>& step : projected)
                now = bank(step, now.state, now.cell);
            return now.state;
        },
        [&] {
            std::vector<Tensor> last;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                Tensor state = torch::zeros({kRows, hidden[i]}), cell = torch::zeros({kRows, hidden[i]});
                for (const std::vector<Tensor>& step :
                     projected) { // as CellBank for other processors and types
                    const std::vector<Tensor> gates
                        = (step[i] + torch::linear(state, cells[i]->weight_hh)).chunk(4, 1);
                    cell = torch::sigmoid(gates[1]) * cell + torch::sigmoid(gates[0]) * torch::tanh(gates[2]);
                    state = torch::sigmoid(gates[3]) * torch::tanh(cell);
                }
                last.push_back(state);
            }
            return torch::cat(last, 1);
        },
        0.4, 0.39);
    compareBoth(
        "three LSTM cells, 20 steps, beside at::lstm_cell",
        [&] {
            const blocks::CellBank bank = bankOf(cells);
            auto now = bank.start(kRows, torch::TensorOptions());
            for (const std::vector<Tensor>& step : inputs) {
                std::vector<Tensor> own;
                for (std::size_t i = 0; i < cells.size(); ++i)
                    own.push_back(
                        torch::linear(step[i], cells[i]->weight_ih, cells[i]->bias_ih + cells[i]->bias_hh));
                now = bank(own, now.state, now.cell);
            }
            return now.state;
        },
        [&] {
            std::vector<Tensor> last;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                std::tuple<Tensor, Tensor> state{torch::zeros({kRows, hidden[i]}),
                                                 torch::zeros({kRows, hidden[i]})};
                for (const std::vector<Tensor>& step : inputs)
                    state = cells[i](step[i], state);
                last.push_back(std::get<0>(state));
            }
            return torch::cat(last, 1);
        },
        0.58, 0.55);
}

void measureHeads()
{
    for (const auto& [name, rows, steps, width, heads, training, answer] :
         {std::tuple("5 heads of 6, 20 steps", kRows, kSteps, 30, 5, 0.41, 0.62),
          {"12 heads of 26, 40 steps", 8L, 40L, 312, 12, 0.9, 0.99}}) {
        const Tensor q = random({rows, steps, width}), k = random({rows, steps, width}),
                     v = random({rows, steps, width});
        const auto split = [&, heads = heads, rows = rows, steps = steps](const Tensor& x) {
            return x.view({rows, steps, heads, -1}).transpose(1, 2);
        };
        compareBoth(
            std::string("attention, ") + name,
            [&, heads = heads] {
                return blocks::headValues(torch::softmax(blocks::headScores(q, k, heads, 0.4), -1), v);
            },
            [&] {
                const Tensor weights
                    = torch::softmax(0.4 * torch::matmul(split(q), split(k).transpose(2, 3)), -1);
                return torch::matmul(weights, split(v)).transpose(1, 2).flatten(2);
            },
            training, answer);
    }
}

void measureElements()
{
    const Tensor a = random({kRows, 128}), b = random({kRows, 128}), c = random({kRows, 128}),
                 m = random({kRows, 128});
    compareBoth(
        "gated memory of 128", [&] { return blocks::gatedMemory(a, b, c, m).memory; },
        [&] { return torch::sigmoid(a) * m + torch::sigmoid(b) * torch::tanh(c); }, 0.61, 0.48);
    const std::vector<Tensor> sources{random({kRows, 88}), random({kRows, 48}), random({kRows, 16})};
    const Tensor weights = random({kRows, 9});
    compareBoth(
        "weighted concat of 3", [&] { return blocks::weightedConcat(sources, weights, 2); },
        [&] {
            std::vector<Tensor> weighted;
            for (std::size_t i = 0; i < sources.size(); ++i)
                weighted.push_back(sources[i] * weights.narrow(1, 2 + static_cast<std::int64_t>(i), 1));
            return torch::cat(weighted, 1);
        },
        0.65, 0.7);
}

void measureOptimiser()
{
    const auto model = [] {
        nlohmann::json architecture = modelDefaults("MFN").at("model");
        architecture.update({{"d_l", 300}, {"d_a", 74}, {"d_v", 47}, {"out_dim", 1}});
        std::shared_ptr<FusionModel> made = createModel(architecture);
        for (const Tensor& parameter : made->parameters())
            (parameter * parameter).sum().backward();
        return made;
    };
    for (const auto& [name, kind] :
         {std::pair("Adam", OptimiserKind::Adam), {"AdamW", OptimiserKind::AdamW}}) {
        const std::shared_ptr<FusionModel> own = model(), other = model();
        OptimiserSettings settings;
        settings.kind = kind;
        FlatOptimiser flat(*own, settings);
        std::unique_ptr<torch::optim::Optimizer> adam;
        if (kind == OptimiserKind::Adam)
            adam = std::make_unique<torch::optim::Adam>(other->parameters(), torch::optim::AdamOptions(1e-3));
        else
            adam = std::make_unique<torch::optim::AdamW>(other->parameters(),
                                                         torch::optim::AdamWOptions(1e-3));
        compare(
            std::string("a step of ") + name + " with clipping, MFN", [&] { flat.step(); },
            [&] {
                torch::nn::utils::clip_grad_norm_(other->parameters(), 1.0);
                adam->step();
                adam->zero_grad();
            },
            0.09);
    }
}

}

int main(int /*count*/, char** arguments)
{
    bool isComplete
        = true; // the environment in which polylogue-models computes; LibTorch reads it as it starts
    for (const auto& [name, value] : engine::mathEnvironment())
        isComplete = std::getenv(name.c_str()) && isComplete;
    for (const auto& [name, value] : engine::mathEnvironment())
        setenv(name.c_str(), value.c_str(), 0);
    if (!isComplete)
        execv(arguments[0], arguments);
    const TorchThreads threads(1);
    torch::manual_seed(1);
    measureLstm();
    measureLinear();
    measureCells();
    measureHeads();
    measureElements();
    measureOptimiser();
}
