#include "engine/core/error.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"
#include "engine/models/threads.h"
#include "engine/models/torch_seed.h"
#include "engine/models/weights.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/data/statistics.h"
#include "engine/training/run/losses.h"
#include "engine/training/run/trainer.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/engine/training/synthetic_segments.h"
#include "tests/support/failure.h"

using namespace engine;

namespace {

using Bounds = std::vector<std::pair<std::size_t, std::size_t>>;

/// Normalised, with the first `outputs` labels as what is to be learnt.
SegmentTensors prepared(const FoldData& fold, const Normalisation& normalisation, std::size_t outputs = 1)
{
    ModelCard card;
    card.normalisation = normalisation;
    for (std::size_t i = 0; i < outputs; ++i)
        card.labels.push_back({"label", -3, 3, i});
    return prepare(fold, card, {true, true, true});
}

TrainingTask errorTask(const TrainingSettings& settings, const SegmentTensors& training)
{
    return {taskLoss(settings, Task::Regression, training.targets), {}};
}

/// A second label that is always 5.
SegmentTensors withSecondLabel(SegmentTensors segments)
{
    segments.targets = torch::cat({segments.targets, torch::full_like(segments.targets, 5.0)}, 1);
    return segments;
}

nlohmann::json smallArchitecture()
{
    return {{"class", "LMF"}, {"d_l", 2}, {"d_a", 1},      {"d_v", 1},     {"h_l", 8},
            {"h_a", 4},       {"h_v", 4}, {"text_out", 4}, {"out_dim", 1}, {"rank", 3}};
}

std::shared_ptr<FusionModel> freshModel()
{
    torch::manual_seed(1);
    return createModel(smallArchitecture());
}

TrainingSettings quickSettings()
{
    TrainingSettings settings;
    settings.epochs = 30;
    settings.batch = 16;
    settings.learningRate = settings.factorLearningRate = 1e-2;
    return settings;
}

/// One segment after the other: what stands beside a segment must not matter.
double loss(FusionModel& model, const SegmentTensors& segments)
{
    double sum = 0.0;
    const torch::NoGradGuard noGradient;
    for (std::int64_t i = 0; i < segments.size(); ++i) {
        const torch::Tensor prediction = model.forward(segments.range(i, i + 1)).prediction;
        sum += (prediction - segments.targets[i]).abs().mean().item<double>();
    }
    return sum / static_cast<double>(segments.size());
}

}

class TestTrainer : public QObject {
    Q_OBJECT

    FoldData m_segments = foldOf("train", test::syntheticSegments(120, 1));
    Normalisation m_normalisation = measureNormalisation(m_segments);
    SegmentTensors m_training = prepared(m_segments, m_normalisation);
    SegmentTensors m_validation = prepared(foldOf("valid", test::syntheticSegments(40, 2)), m_normalisation);

    TrainingHistory learn(FusionModel& model, const TrainingSettings& settings,
                          const TrainingHooks& hooks = {}, const RunContext& run = {})
    {
        return train(model, m_training, m_validation, errorTask(settings, m_training), settings, hooks, run);
    }

private slots:
    void initTestCase() { torch::set_num_threads(1); }

    void aLastBatchOfOneJoinsTheOneBeforeIt_data()
    {
        QTest::addColumn<std::size_t>("count");
        QTest::addColumn<Bounds>("expected");
        QTest::newRow("even") << std::size_t(4) << Bounds{{0, 2}, {2, 4}};
        QTest::newRow("one left over") << std::size_t(5) << Bounds{{0, 2}, {2, 5}};
        QTest::newRow("only one") << std::size_t(1) << Bounds{{0, 1}};
        QTest::newRow("none") << std::size_t(0) << Bounds{};
    }

    void aLastBatchOfOneJoinsTheOneBeforeIt()
    {
        QFETCH(const std::size_t, count);
        QFETCH(const Bounds, expected);
        QVERIFY(batchBounds(count, 2) == expected);
    }

    void itLearnsWhatTwoModalitiesSayTogether()
    {
        const auto model = freshModel();
        const double before = loss((model->eval(), *model), m_validation);
        const TrainingHistory history = learn(*model, quickSettings());
        const double after = loss(*model, m_validation);
        QVERIFY2(before > 1.0, qPrintable(QString::number(before)));
        QVERIFY2(after < 0.4, qPrintable(QString::number(after)));
        QVERIFY(!model->is_training());
        QVERIFY(std::abs(history.validationLoss[history.bestEpoch] - after) < 1e-5);
    }

    void theBestStateComesBack()
    {
        TrainingSettings wild = quickSettings();
        wild.learningRate = wild.factorLearningRate = 0.3; // the loss jumps up and down
        wild.minDelta = 0.0;
        const auto model = freshModel();
        const TrainingHistory history = learn(*model, wild);
        const double best = *std::ranges::min_element(history.validationLoss);
        QVERIFY(history.bestEpoch + 1 < history.validationLoss.size());
        QVERIFY(history.validationLoss.back() > best + 1e-3);
        QVERIFY(std::abs(loss(*model, m_validation) - best) < 1e-5);
    }

    void itStopsWhenNothingGetsBetter()
    {
        TrainingSettings settings = quickSettings();
        settings.epochs = 1000;
        settings.patience = 3;
        settings.learningRate = settings.factorLearningRate = 0.3;
        const auto model = freshModel();
        const TrainingHistory history = learn(*model, settings);
        QCOMPARE(history.validationLoss.size(), history.bestEpoch + 1 + 3);
    }

    void theSameSeedGivesTheSameModel()
    {
        TrainingSettings settings = quickSettings();
        settings.epochs = 3;
        const auto first = freshModel();
        const auto second = freshModel();
        const auto other = freshModel();
        learn(*first, settings);
        learn(*second, settings);
        settings.seed = 2;
        learn(*other, settings);
        const NamedTensors expected = stateOf(*first);
        const NamedTensors different = stateOf(*other);
        for (const auto& [name, tensor] : stateOf(*second))
            QVERIFY2(torch::equal(tensor, expected.at(name)), name.c_str());
        QVERIFY(!torch::equal(expected.at("text_factor"), different.at("text_factor")));
    }

    void theFactorsLearnAtTheirOwnRate()
    {
        TrainingSettings settings = quickSettings();
        settings.epochs = 1;
        settings.factorLearningRate = 1e-12;
        const auto model = freshModel();
        const torch::Tensor factor = stateOf(*model).at("text_factor").detach().clone();
        const torch::Tensor bias = stateOf(*model).at("fusion_bias").detach().clone();
        learn(*model, settings);
        QVERIFY(torch::allclose(stateOf(*model).at("text_factor"), factor, 0.0, 1e-8));
        QVERIFY(!torch::allclose(stateOf(*model).at("fusion_bias"), bias, 0.0, 1e-4));
    }

    void aLabelOfWeightZeroIsNotLearnt()
    {
        TrainingSettings settings = quickSettings();
        settings.labelWeights = {1.0, 0.0};
        nlohmann::json architecture = smallArchitecture();
        architecture["out_dim"] = 2;
        torch::manual_seed(1);
        const auto model = createModel(architecture);
        const torch::Tensor bias = stateOf(*model).at("fusion_bias").detach().clone();
        const SegmentTensors training = withSecondLabel(m_training);
        train(*model, training, withSecondLabel(m_validation), errorTask(settings, training), settings);
        const torch::Tensor learnt = stateOf(*model).at("fusion_bias");
        QVERIFY(learnt[0][0].item<float>() != bias[0][0].item<float>());
        QCOMPARE(learnt[0][1].item<float>(), bias[0][1].item<float>());
    }

    void theWeightOfAnOnlyLabelChangesNothing()
    {
        TrainingSettings settings = quickSettings();
        settings.epochs = 2;
        settings.labelWeights = {3.0}; // one label: its weight changes nothing
        const auto weighted = freshModel();
        const auto plain = freshModel();
        const TrainingHistory history = learn(*weighted, settings);
        settings.labelWeights.clear();
        QVERIFY(history.validationLoss == learn(*plain, settings).validationLoss);
    }

    void asManyWeightsAsLabelsAreNeeded()
    {
        TrainingSettings settings = quickSettings();
        settings.labelWeights = {1.0, 1.0};
        const auto model = freshModel();
        QVERIFY_THROWS_EXCEPTION(FormatError, learn(*model, settings));
    }

    void itSaysWhenTheLossIsNoNumber()
    {
        SegmentTensors broken = m_training;
        broken.targets = torch::full_like(broken.targets, std::nan(""));
        const auto model = freshModel();
        try {
            train(*model, broken, m_validation, errorTask(quickSettings(), broken), quickSettings());
            QFAIL("a loss that is no number was accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code(), std::string("diverged"));
        }
    }

    void whatIsWatchedDecidesWhichEpochIsBest()
    {
        TrainingTask task = errorTask(quickSettings(), m_training);
        int epoch = 0;
        task.watched = [&epoch](const torch::Tensor&) { return std::abs(++epoch - 4); };
        const auto model = freshModel();
        const TrainingHistory history = train(*model, m_training, m_validation, task, quickSettings());
        QCOMPARE(history.bestEpoch, std::size_t(3));
    }

    void itReportsProgressAndStops()
    {
        std::stop_source source;
        std::vector<double> told;
        const RunContext run{source.get_token(), [&](double fraction) {
                                 told.push_back(fraction);
                                 if (fraction >= 0.1 - 1e-9)
                                     source.request_stop();
                             }};
        const auto model = freshModel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, learn(*model, quickSettings(), {}, run));
        QVERIFY(std::ranges::is_sorted(told));
        for (const double epochs : {0.0, 1.0, 2.0, 3.0}) // of 30
            QVERIFY(std::ranges::any_of(told,
                                        [&](double done) { return std::abs(done - epochs / 30.0) < 1e-9; }));
        QVERIFY(told.size() > 4); // and between them
    }

    void whatWasLearntIsKeptWhenItIsStoppedBetweenEpochs()
    {
        QTemporaryDir folder;
        TrainingHooks hooks;
        hooks.checkpoint = folder.filePath(QStringLiteral("c.safetensors")).toStdString();
        hooks.checkpointEvery = 1000;
        std::stop_source source;
        const RunContext run{source.get_token(), [&](double fraction) {
                                 if (fraction >= 0.1)
                                     source.request_stop();
                             }};
        const auto stopped = freshModel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, learn(*stopped, quickSettings(), hooks, run));
        hooks.resume = true;
        std::vector<std::size_t> told;
        hooks.epochDone = [&told](const EpochReport& epoch) { told.push_back(epoch.epoch); };
        const auto resumed = freshModel();
        const auto whole = freshModel();
        const TrainingHistory history = learn(*resumed, quickSettings(), hooks);
        QCOMPARE(told.front(), std::size_t(4));
        QVERIFY(history == learn(*whole, quickSettings()));
    }

    void aBatchOfClassesThatDoNotCountTeachesNothing()
    {
        TrainingSettings settings;
        settings.classWeights = {0.0, 1.0};
        const torch::Tensor targets = torch::tensor({{1.0f, 0.0f}, {1.0f, 0.0f}});
        const torch::Tensor prediction = torch::ones({2, 2}).requires_grad_();
        const torch::Tensor loss = taskLoss(settings, Task::Classes, targets)(prediction, targets);
        loss.backward();
        QCOMPARE(loss.item<float>(), 0.0f);
        QCOMPARE(prediction.grad().abs().max().item<float>(), 0.0f);
    }

    void weightsThatALossDoesNotKnowAreRefused_data()
    {
        QTest::addColumn<Task>("task");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("classes of scores") << Task::Regression << QByteArray("class_weights");
        QTest::newRow("classes of yes and no") << Task::Binary << QByteArray("class_weights");
        QTest::newRow("yes of classes") << Task::Classes << QByteArray("pos_weight");
        QTest::newRow("labels of classes") << Task::Classes << QByteArray("label_weights");
    }

    void weightsThatALossDoesNotKnowAreRefused()
    {
        QFETCH(const Task, task);
        QFETCH(const QByteArray, field);
        const TrainingSettings settings = trainingSettingsFromJson({{field.toStdString(), {1.0, 2.0}}});
        try {
            taskLoss(settings, task, torch::ones({2, 2}));
            QFAIL("weights that say nothing were accepted");
        } catch (const FormatError& error) {
            QVERIFY2(QByteArray(error.what()).contains(field), error.what());
        }
    }

    void everyOutputHasItsWeight_data()
    {
        QTest::addColumn<Task>("task");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("scores") << Task::Regression
                                << QByteArray("training.label_weights: has 2 weights for 3 labels");
        QTest::newRow("yes and no") << Task::Binary
                                    << QByteArray("training.pos_weight: has 2 weights for 3 labels");
        QTest::newRow("classes") << Task::Classes
                                 << QByteArray("training.class_weights: has 2 weights for 3 classes");
    }

    void everyOutputHasItsWeight()
    {
        QFETCH(const Task, task);
        QFETCH(const QByteArray, told);
        const QByteArray field = told.split(':').first().mid(9);
        const TrainingSettings settings = trainingSettingsFromJson({{field.toStdString(), {1.0, 2.0}}});
        const std::string failure = test::failureOf([&] { taskLoss(settings, task, torch::ones({2, 3})); });
        QVERIFY2(failure.starts_with("bad_config: " + told.toStdString()), failure.c_str());
    }

    void tooFewSegmentsAreRefused()
    {
        const auto model = freshModel();
        const SegmentTensors none = prepared(foldOf("valid", {}), m_normalisation);
        const SegmentTensors one = prepared(foldOf("train", test::syntheticSegments(1, 1)), m_normalisation);
        const TrainingTask task = errorTask(quickSettings(), m_training);
        QVERIFY_THROWS_EXCEPTION(ShapeError, train(*model, m_training, none, task, quickSettings()));
        QVERIFY_THROWS_EXCEPTION(ShapeError, train(*model, one, m_validation, task, quickSettings()));
    }

    void theProcessIsAsBeforeWhenAScopeEnds()
    {
        torch::manual_seed(5);
        const torch::Tensor expected = torch::rand({4});
        torch::manual_seed(5);
        const int before = at::get_num_threads();
        {
            const TorchThreads threads(before + 1);
            const TorchSeed seed(7);
            QCOMPARE(at::get_num_threads(), before + 1);
            const torch::Tensor drawn = torch::rand({9});
            const TorchSeed again(7);
            QVERIFY(torch::equal(torch::rand({9}), drawn));
        }
        QCOMPARE(at::get_num_threads(), before);
        QVERIFY(torch::equal(torch::rand({4}), expected));
    }
};

QTEST_GUILESS_MAIN(TestTrainer)
#include "tst_trainer.moc"
