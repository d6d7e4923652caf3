#include "engine/models/blocks/cell_bank.h"
#include "engine/models/blocks/elementwise.h"
#include "engine/models/blocks/linear_steps.h"
#include "engine/models/blocks/lstm.h"

#include <QTest>

using namespace engine::blocks;
using torch::Tensor;

namespace {

using Tensors = std::vector<Tensor>;

/// Values and gradients of what `fast` and `plain` make of the same leaves are the same.
void compare(const Tensors& leaves, const std::function<Tensor()>& fast, const std::function<Tensor()>& plain)
{
    const auto gradientsOf = [&leaves](const std::function<Tensor()>& make, Tensor& value) {
        for (const Tensor& leaf : leaves)
            leaf.mutable_grad() = Tensor();
        value = make();
        (value * torch::linspace(-1.0, 1.0, value.numel()).view(value.sizes())).sum().backward();
        Tensors gradients;
        for (const Tensor& leaf : leaves)
            gradients.push_back(leaf.grad().clone());
        return gradients;
    };
    Tensor ours, theirs;
    const Tensors ourGradients = gradientsOf(fast, ours);
    const Tensors theirGradients = gradientsOf(plain, theirs);
    QVERIFY(torch::allclose(ours, theirs, 1e-5, 1e-6));
    for (std::size_t i = 0; i < leaves.size(); ++i)
        QVERIFY2(torch::allclose(ourGradients[i], theirGradients[i], 1e-4, 1e-5), std::to_string(i).c_str());
    const torch::NoGradGuard noGradient; // without a graph other code runs
    QVERIFY(torch::allclose(fast(), theirs, 1e-5, 1e-6));
}

Tensor leaf(at::IntArrayRef shape)
{
    return torch::randn(shape).requires_grad_();
}

Tensors parametersOf(const torch::nn::Module& module)
{
    return module.parameters();
}

}

class TestBlocks : public QObject {
    Q_OBJECT

private slots:
    void init() { torch::manual_seed(1); }

    void aLinearLayerAtManySteps()
    {
        const torch::nn::Linear layer(5, 3);
        const Tensor x = leaf({4, 5}), y = leaf({4, 5});
        Tensors leaves = parametersOf(*layer);
        leaves.insert(leaves.end(), {x, y});
        compare(
            leaves,
            [&] {
                const LinearSteps steps(layer);
                return steps(x) * torch::tanh(steps(y));
            },
            [&] {
                return torch::nn::Linear(layer)->forward(x)
                    * torch::tanh(torch::nn::Linear(layer)->forward(y));
            });
    }

    void aLinearLayerWhoseWeightsStandStillPassesTheGradientOn()
    {
        const torch::nn::Linear layer(5, 3);
        for (const Tensor& parameter : layer->parameters())
            parameter.set_requires_grad(false);
        const Tensor x = leaf({4, 5});
        compare(
            {x}, [&] { return LinearSteps(layer)(x); },
            [&] { return torch::linear(x, layer->weight, layer->bias); });
    }

    void twoLayersAtManySteps_data()
    {
        QTest::addColumn<bool>("rectified");
        QTest::newRow("relu between") << true;
        QTest::newRow("nothing between") << false;
    }

    void twoLayersAtManySteps()
    {
        QFETCH(const bool, rectified);
        torch::nn::Linear first(5, 7), second(7, 2);
        const Tensor x = leaf({4, 5});
        Tensors leaves{x};
        for (const auto& layer : {first, second})
            leaves.insert(leaves.end(), {layer->weight, layer->bias});
        compare(
            leaves,
            [&] {
                const TwoLayerSteps steps(first, second, 0.0, rectified ? Between::Relu : Between::Nothing);
                return steps(x) + steps(2 * x);
            },
            [&] {
                const auto once = [&](const Tensor& in) {
                    const Tensor hidden = first(in);
                    return second(rectified ? torch::relu(hidden) : hidden);
                };
                return once(x) + once(2 * x);
            });
    }

    void dropoutTakesItsShareAndScalesTheRest()
    {
        torch::nn::Linear first(8, 4000), second(4000, 1);
        const torch::NoGradGuard noGradient;
        for (const auto& layer : {first, second}) {
            layer->weight.zero_();
            layer->bias.zero_();
        }
        first->bias.fill_(1.0); // each hidden value is 1
        second->weight.fill_(1.0 / 4000);
        const double mean = TwoLayerSteps(first, second, 0.25)(torch::zeros({1, 8})).item<double>();
        QVERIFY2(mean > 0.95 && mean < 1.05 && mean != 1.0, std::to_string(mean).c_str());
    }

    void gradientsGoThroughTheSameDropoutAsTheValues()
    {
        torch::nn::Linear first(3, 50), second(50, 1);
        const Tensor x = leaf({2, 3});
        const auto make = [&] {
            torch::manual_seed(7);
            return TwoLayerSteps(first, second, 0.5)(x);
        };
        make().sum().backward();
        const torch::NoGradGuard noGradient;
        constexpr float step = 1e-2f;
        for (int i = 0; i < 3; ++i) {
            Tensor moved = x.detach().clone();
            moved[0][i] += step;
            torch::manual_seed(7);
            const double up = TwoLayerSteps(first, second, 0.5)(moved)[0].item<double>();
            moved[0][i] -= 2 * step;
            torch::manual_seed(7);
            const double down = TwoLayerSteps(first, second, 0.5)(moved)[0].item<double>();
            QVERIFY(std::abs((up - down) / (2.0 * static_cast<double>(step)) - x.grad()[0][i].item<double>())
                    < 0.05);
        }
    }

    void aBankOfCellsIsItsCellsSideBySide()
    {
        torch::nn::LSTMCell one(4, 3), two(2, 5);
        const Tensor x1 = leaf({6, 4}), x2 = leaf({6, 2});
        Tensors leaves{x1, x2};
        for (const auto& cell : {one, two})
            leaves.insert(leaves.end(), {cell->weight_ih, cell->weight_hh, cell->bias_ih, cell->bias_hh});
        const auto fast = [&] {
            const LinearSteps in1(one->weight_ih, one->bias_ih + one->bias_hh);
            const LinearSteps in2(two->weight_ih, two->bias_ih + two->bias_hh);
            const CellBank bank({one->weight_hh, two->weight_hh}, {}, GateOrder::InputForgetCellOutput);
            CellBank::Out out{torch::zeros({6, 8}), torch::zeros({6, 8})};
            for (int step = 0; step < 3; ++step)
                out = bank({in1(x1 * (step + 1)), in2(x2)}, out.state, out.cell);
            return torch::cat({out.state, out.cell}, 1);
        };
        const auto plain = [&] {
            std::tuple<Tensor, Tensor> first{torch::zeros({6, 3}), torch::zeros({6, 3})};
            std::tuple<Tensor, Tensor> second{torch::zeros({6, 5}), torch::zeros({6, 5})};
            for (int step = 0; step < 3; ++step) {
                first = one(x1 * (step + 1), first);
                second = two(x2, second);
            }
            return torch::cat(
                {std::get<0>(first), std::get<0>(second), std::get<1>(first), std::get<1>(second)}, 1);
        };
        compare(leaves, fast, plain);
    }

    void softAttentionOverEntries()
    {
        const Tensor x = torch::tensor({{4.0f, 8.0f}});
        const Tensor logits
            = torch::tensor({{{0.0f, std::log(3.0f)}, {2.0f, 2.0f}}}); // two over the same entries
        const Attended twice = attend(logits, x);
        QVERIFY(torch::allclose(twice.weights, torch::tensor({{{0.25f, 0.75f}, {0.5f, 0.5f}}})));
        QVERIFY(torch::allclose(twice.values, torch::tensor({{{1.0f, 6.0f}, {2.0f, 4.0f}}})));
        QVERIFY(torch::allclose(attend(logits[0].narrow(0, 0, 1), x).values, torch::tensor({{1.0f, 6.0f}})));
        QVERIFY(!attend(leaf({4, 9}), leaf({4, 9})).weights.requires_grad());
    }

    void aGatedMemory()
    {
        const Tensor retain = leaf({4, 9}), update = leaf({4, 9}), candidate = leaf({4, 9}),
                     memory = leaf({4, 9});
        compare(
            {retain, update, candidate, memory},
            [&] { return gatedMemory(retain * 20, update, candidate * 5, memory).memory; },
            [&] {
                return torch::sigmoid(retain * 20) * memory
                    + torch::sigmoid(update) * torch::tanh(candidate * 5);
            });
    }

    void sourcesWeightedPerRow()
    {
        const Tensor a = leaf({4, 2}), b = leaf({4, 3}), weights = leaf({4, 6});
        compare(
            {a, b, weights},
            [&] {
                return weightedConcat({a, b}, weights, 2);
            },
            [&] {
                return torch::cat({a * weights.narrow(1, 2, 1), b * weights.narrow(1, 3, 1)}, 1);
            });
    }

    void aWholeLstm_data()
    {
        QTest::addColumn<int>("layers");
        QTest::addColumn<bool>("bothWays");
        QTest::addColumn<bool>("padded");
        for (const int layers : {1, 2}) {
            for (const bool bothWays : {false, true}) {
                for (const bool padded : {false, true})
                    QTest::addRow("%d layers, both ways %d, padded %d", layers, bothWays, padded)
                        << layers << bothWays << padded;
            }
        }
    }

    void aWholeLstm()
    {
        QFETCH(const int, layers);
        QFETCH(const bool, bothWays);
        QFETCH(const bool, padded);
        namespace rnn = torch::nn::utils::rnn;
        torch::nn::LSTM lstm(
            torch::nn::LSTMOptions(4, 3).num_layers(layers).bidirectional(bothWays).batch_first(true));
        const Tensor x = leaf({3, 5, 4});
        const Tensor lengths = torch::tensor({5, 1, 3}, torch::kInt64);
        Tensors leaves = lstm->parameters();
        leaves.push_back(x);
        const auto both = [](const Tensor& sequence, const Tensor& last) {
            return torch::cat({sequence.reshape(-1), last.reshape(-1)});
        };
        compare(
            leaves,
            [&] {
                const LstmStates states = runLstm(lstm, x, padded ? lengths : Tensor());
                return both(states.sequence, states.last);
            },
            [&] {
                const auto top = [&](const Tensor& h) {
                    return bothWays ? torch::cat({h[-2], h[-1]}, 1) : h[-1];
                };
                if (!padded) {
                    const auto [sequence, state] = lstm->forward(x);
                    return both(sequence, top(std::get<0>(state)));
                }
                const auto [sequence, state]
                    = lstm->forward_with_packed_input(rnn::pack_padded_sequence(x, lengths, true, false));
                return both(std::get<0>(rnn::pad_packed_sequence(sequence, true, 0.0, 5)),
                            top(std::get<0>(state)));
            });
    }

    void largeInputsNeitherOverflowNorTurnIntoNothing()
    {
        const torch::NoGradGuard noGradient;
        const Tensor extremes = torch::tensor({{-1e30f, -200.0f, -1e-6f, 0.0f, 1e-6f, 200.0f, 1e30f}});
        const Tensor ones = torch::ones_like(extremes);
        const GatedMemory out = gatedMemory(extremes, torch::zeros_like(extremes), extremes, ones);
        QVERIFY(torch::allclose(out.retain, torch::sigmoid(extremes), 1e-5, 1e-7));
        QVERIFY(
            torch::allclose(out.memory, torch::sigmoid(extremes) + 0.5 * torch::tanh(extremes), 1e-5, 1e-7));
    }

    void nothingIsKeptAfterABackwardPass()
    {
        const torch::nn::Linear layer(3, 3);
        const LinearSteps steps(layer);
        std::weak_ptr<torch::autograd::Node> node;
        {
            const Tensor y = steps(steps(torch::randn({2, 3})));
            node = y.grad_fn();
            y.sum().backward();
        }
        QVERIFY(node.expired());
    }
};

QTEST_GUILESS_MAIN(TestBlocks)
#include "tst_blocks.moc"
