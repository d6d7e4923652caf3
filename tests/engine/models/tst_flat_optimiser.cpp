#include "engine/core/error.h"
#include "engine/models/flat_optimiser.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace engine;

namespace {

std::shared_ptr<FusionModel> smallModel()
{
    torch::manual_seed(4);
    return createModel({{"class", "EFLSTM"}, {"d_l", 2}, {"d_a", 1}, {"d_v", 1}, {"h", 3}});
}

torch::Tensor lossOf(FusionModel& model)
{
    torch::manual_seed(9);
    const NamedTensors inputs{
        {"x_l", torch::randn({4, 3, 2})}, {"x_a", torch::randn({4, 3, 1})}, {"x_v", torch::randn({4, 3, 1})}};
    return model.run(inputs, Displays::No).prediction.square().mean();
}

void compare(const FusionModel& model, const FusionModel& expected)
{
    for (const auto& parameter : model.named_parameters())
        QVERIFY2(torch::allclose(parameter.value(), expected.named_parameters()[parameter.key()], 1e-5, 1e-6),
                 parameter.key().c_str());
}

}

/// Against LibTorch's own optimisers.
class TestFlatOptimiser : public QObject {
    Q_OBJECT

private slots:
    void sgdIsLibTorchs_data()
    {
        QTest::addColumn<double>("momentum");
        QTest::newRow("without momentum") << 0.0;
        QTest::newRow("with momentum") << 0.9;
    }

    void sgdIsLibTorchs()
    {
        QFETCH(const double, momentum);
        const auto ours = smallModel(), theirs = smallModel();
        OptimiserSettings settings{0.1, 0.1, 0.01, 0.0, OptimiserKind::Sgd, momentum};
        FlatOptimiser optimiser(*ours, settings);
        torch::optim::SGD reference(theirs->parameters(),
                                    torch::optim::SGDOptions(0.1).momentum(momentum).weight_decay(0.01));
        for (int step = 0; step < 5; ++step) {
            lossOf(*ours).backward();
            optimiser.step();
            reference.zero_grad();
            lossOf(*theirs).backward();
            reference.step();
        }
        compare(*ours, *theirs);
    }

    /// What LibTorch would shrink as well are biases; ours stay, so they are a group without decay there.
    void adamWIsLibTorchs()
    {
        const auto ours = smallModel(), theirs = smallModel();
        FlatOptimiser optimiser(*ours, {0.05, 0.05, 0.1, 0.0, OptimiserKind::AdamW});
        std::vector<torch::Tensor> matrices, biases;
        for (const torch::Tensor& parameter : theirs->parameters())
            (parameter.dim() > 1 ? matrices : biases).push_back(parameter);
        torch::optim::AdamW shrinks(matrices, torch::optim::AdamWOptions(0.05).weight_decay(0.1));
        torch::optim::AdamW stays(biases, torch::optim::AdamWOptions(0.05).weight_decay(0.0));
        for (int step = 0; step < 5; ++step) {
            lossOf(*ours).backward();
            optimiser.step();
            shrinks.zero_grad();
            stays.zero_grad();
            lossOf(*theirs).backward();
            shrinks.step();
            stays.step();
        }
        compare(*ours, *theirs);
    }

    void theLongestBeginningOfANameDecidesTheRate()
    {
        const auto model = smallModel(), before = smallModel();
        OptimiserSettings settings{0.1, 0.1, 0.0, 0.0};
        settings.rates = {{"fc", 0.0}, {"fc2.bias", 0.01}};
        FlatOptimiser optimiser(*model, settings);
        lossOf(*model).backward();
        optimiser.step();
        const auto moved = [&](const char* name) {
            return (model->named_parameters()[name] - before->named_parameters()[name]).abs().max();
        };
        QCOMPARE(moved("fc1.weight").item<float>(), 0.0f);
        QVERIFY(std::abs(moved("fc2.bias").item<float>() - 0.01f) < 1e-4f); // Adam's first step is its rate
        QVERIFY(std::abs(moved("lstm.bias_ih_l0").item<float>() - 0.1f) < 1e-3f);
        settings.rates = {{"nothing", 0.1}};
        QVERIFY_THROWS_EXCEPTION(FormatError, FlatOptimiser(*model, settings));
    }

    void afterARestorationAllGoesOn()
    {
        const auto whole = smallModel(), stopped = smallModel(), resumed = smallModel();
        const OptimiserSettings settings{0.1, 0.1, 0.0, 0.0, OptimiserKind::Sgd, 0.9};
        FlatOptimiser one(*whole, settings);
        FlatOptimiser two(*resumed, settings);
        lossOf(*whole).backward();
        one.step();
        two.restore(one.state());
        const torch::NoGradGuard noGradient;
        for (const auto& parameter : resumed->named_parameters())
            parameter.value().copy_(whole->named_parameters()[parameter.key()]);
        one.step(); // without a gradient, by momentum alone
        two.step();
        compare(*resumed, *whole);
    }
};

QTEST_GUILESS_MAIN(TestFlatOptimiser)
#include "tst_flat_optimiser.moc"
