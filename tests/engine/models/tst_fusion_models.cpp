#include "engine/core/error.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion/translation_model.h"
#include "engine/models/fusion_model.h"
#include "engine/models/weights.h"

#include <QTest>

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace engine;

// What every model of the registry must do, at the sizes that it is trained with when nothing else is asked
// for.

namespace {

constexpr std::int64_t textWidth = 6, acousticWidth = 4, visualWidth = 5, labels = 2, segments = 3;

std::shared_ptr<FusionModel> randomModel(const QString& name)
{
    nlohmann::json config = modelDefaults(name.toStdString()).at("model");
    config.update({{"d_l", textWidth}, {"d_a", acousticWidth}, {"d_v", visualWidth}, {"out_dim", labels}});
    torch::manual_seed(7);
    const std::shared_ptr<FusionModel> model = createModel(config);
    model->eval();
    return model;
}

/// Three segments of 4, 1 and 2 words, with noise where the padding is.
ModalityBatch randomBatch()
{
    return {torch::randn({segments, 4, textWidth}),
            torch::randn({segments, 4, acousticWidth}),
            torch::randn({segments, 4, visualWidth}),
            torch::tensor({4, 1, 2}, torch::kInt64),
            {}};
}

ModalityBatch rowAlone(const ModalityBatch& batch, std::int64_t row)
{
    const auto length = batch.lengths[row].item<std::int64_t>();
    const auto cut = [&](const torch::Tensor& x) { return x.narrow(0, row, 1).narrow(1, 0, length); };
    return {
        cut(batch.text), cut(batch.acoustic), cut(batch.visual), torch::tensor({length}, torch::kInt64), {}};
}

/// Three segments whose modalities have steps of their own, more and fewer than the words.
ModalityBatch unalignedBatch()
{
    return {torch::randn({segments, 4, textWidth}),
            torch::randn({segments, 7, acousticWidth}),
            torch::randn({segments, 6, visualWidth}),
            torch::tensor({4, 1, 2}, torch::kInt64),
            {},
            torch::tensor({3, 7, 2}, torch::kInt64),
            torch::tensor({2, 6, 1}, torch::kInt64)};
}

ModalityBatch unalignedRowAlone(const ModalityBatch& batch, std::int64_t row)
{
    const auto length
        = [&](Modality modality) { return batch.lengthsOf(modality)[row].item<std::int64_t>(); };
    const auto cut = [&](const torch::Tensor& x, Modality modality) {
        return x.narrow(0, row, 1).narrow(1, 0, length(modality));
    };
    const auto lengths = [&](Modality modality) { return torch::tensor({length(modality)}, torch::kInt64); };
    return {cut(batch.text, Modality::Text),
            cut(batch.acoustic, Modality::Acoustic),
            cut(batch.visual, Modality::Visual),
            lengths(Modality::Text),
            {},
            lengths(Modality::Acoustic),
            lengths(Modality::Visual)};
}

torch::Tensor absoluteError(const torch::Tensor& prediction, const torch::Tensor& truths)
{
    return (prediction - truths).abs().mean();
}

torch::Tensor objectiveOf(FusionModel& model, const ModalityBatch& batch, std::int64_t epoch)
{
    const torch::Tensor truths = torch::tensor({{1.0f, -2.0f}, {-1.0f, 0.5f}, {0.5f, 1.0f}});
    const torch::Tensor rows = torch::arange(segments);
    const TaskLoss task = absoluteError;
    return model.objective({batch, truths, rows, segments, epoch, task});
}

}

class TestFusionModels : public QObject {
    Q_OBJECT

    void eachModel()
    {
        QTest::addColumn<QString>("name");
        for (const std::string& name : modelNames())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void eachModelOfUnaligned()
    {
        QTest::addColumn<QString>("name");
        for (const std::string& name : unalignedModelNames())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

private slots:
    void paddingChangesNoPrediction_data() { eachModel(); }

    void paddingChangesNoPrediction()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name);
        const torch::NoGradGuard noGradient;
        const ModalityBatch batch = randomBatch();
        const torch::Tensor together = model->forward(batch).prediction;
        for (std::int64_t row = 0; row < segments; ++row)
            QVERIFY(torch::allclose(together[row], model->forward(rowAlone(batch, row)).prediction[0], 0.0,
                                    1e-5));
    }

    void paddingOfNoModalityChangesAPrediction_data() { eachModelOfUnaligned(); }

    void paddingOfNoModalityChangesAPrediction()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name);
        const torch::NoGradGuard noGradient;
        const ModalityBatch batch = unalignedBatch();
        const torch::Tensor together = model->forward(batch).prediction;
        for (std::int64_t row = 0; row < segments; ++row)
            QVERIFY(torch::allclose(together[row],
                                    model->forward(unalignedRowAlone(batch, row)).prediction[0], 0.0, 1e-5));
    }

    void everyStepOfEveryModalityCounts_data() { eachModelOfUnaligned(); }

    /// Up to the last one that is no padding; models of translation read their source alone, here the text.
    void everyStepOfEveryModalityCounts()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name);
        const torch::NoGradGuard noGradient;
        const ModalityBatch batch = unalignedBatch();
        const torch::Tensor before = model->forward(batch).prediction;
        ModalityBatch acoustic = batch, visual = batch;
        acoustic.acoustic = batch.acoustic.clone();
        acoustic.acoustic[1][6] += 3.0;
        visual.visual = batch.visual.clone();
        visual.visual[0][1] += 3.0;
        const bool readsAll = !dynamic_cast<const TranslationModel*>(model.get());
        QCOMPARE(!torch::allclose(model->forward(acoustic).prediction[1], before[1], 0.0, 1e-6), readsAll);
        QCOMPARE(!torch::allclose(model->forward(visual).prediction[0], before[0], 0.0, 1e-6), readsAll);
    }

    void alignedIsASpecialCaseOfUnaligned_data() { eachModelOfUnaligned(); }

    void alignedIsASpecialCaseOfUnaligned()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name);
        const torch::NoGradGuard noGradient;
        const ModalityBatch aligned = randomBatch();
        ModalityBatch unaligned = aligned;
        unaligned.acousticLengths = unaligned.visualLengths = aligned.lengths;
        QVERIFY(torch::allclose(model->forward(unaligned).prediction, model->forward(aligned).prediction, 0.0,
                                1e-5));
    }

    void modelsOfWordsRefuseUnalignedSegments_data()
    {
        QTest::addColumn<QString>("name");
        const std::vector<std::string> unaligned = unalignedModelNames();
        for (const std::string& name : modelNames()) {
            if (std::ranges::find(unaligned, name) == unaligned.end())
                QTest::newRow(name.c_str()) << QString::fromStdString(name);
        }
    }

    void modelsOfWordsRefuseUnalignedSegments()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name);
        QVERIFY_THROWS_EXCEPTION(ShapeError, model->forward(unalignedBatch()));
    }

    void displaysDoNotChangeThePrediction_data() { eachModel(); }

    void displaysDoNotChangeThePrediction()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name);
        const torch::NoGradGuard noGradient;
        const ModalityBatch batch = randomBatch();
        QVERIFY(torch::allclose(model->forward(batch, Displays::Yes).prediction,
                                model->forward(batch, Displays::No).prediction, 0.0, 1e-6));
    }

    void aSegmentOfOneWordKeepsItsAxes_data() { eachModel(); }

    void aSegmentOfOneWordKeepsItsAxes()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name);
        const torch::NoGradGuard noGradient;
        const FusionOutput output = model->forward(rowAlone(randomBatch(), 1), Displays::Yes);
        QVERIFY((output.prediction.sizes() == torch::IntArrayRef{1, labels}));
        QVERIFY(output.prediction.isfinite().all().item<bool>());
    }

    void itsCardsDescribeItsOutputs_data() { eachModel(); }

    void itsCardsDescribeItsOutputs()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name);
        const torch::NoGradGuard noGradient;
        const FusionOutput output = model->forward(randomBatch(), Displays::Yes);
        for (const DisplayCard& card : model->displays()) {
            QVERIFY2(output.outputs.contains(card.output), card.output.c_str());
            const torch::Tensor& shown = output.outputs.at(card.output);
            QCOMPARE(shown.dim(), static_cast<std::int64_t>(card.axes.size()) + 1);
            QCOMPARE(card.labels.size(), card.axes.size());
            QCOMPARE(shown.size(0), segments);
            for (std::size_t axis = 0; axis < card.labels.size(); ++axis) {
                if (!card.labels[axis].empty())
                    QCOMPARE(shown.size(static_cast<std::int64_t>(axis) + 1),
                             static_cast<std::int64_t>(card.labels[axis].size()));
            }
        }
    }

    void aMissingModalityIsItsMean_data() { eachModel(); }

    void aMissingModalityIsItsMean()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name);
        const torch::NoGradGuard noGradient;
        ModalityBatch batch = randomBatch();
        ModalityBatch zeroed = batch;
        zeroed.acoustic = batch.acoustic.clone();
        zeroed.acoustic[0].zero_();
        batch.present = torch::ones({segments, 3}, torch::kBool);
        batch.present[0][1] = false;
        QVERIFY(torch::equal(model->forward(batch).prediction, model->forward(zeroed).prediction));
    }

    void aMissingModalityOfUnalignedSegmentsIsItsMean_data() { eachModelOfUnaligned(); }

    void aMissingModalityOfUnalignedSegmentsIsItsMean()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name);
        const torch::NoGradGuard noGradient;
        ModalityBatch batch = unalignedBatch();
        ModalityBatch zeroed = batch;
        zeroed.acoustic = batch.acoustic.clone();
        zeroed.acoustic[1].zero_();
        batch.present = torch::ones({segments, 3}, torch::kBool);
        batch.present[1][1] = false;
        QVERIFY(torch::equal(model->forward(batch).prediction, model->forward(zeroed).prediction));
    }

    void everyParameterLearns_data() { eachModel(); }

    void everyParameterLearns()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name);
        model->train();
        // Some objectives train one part at a time, some change from the second epoch on.
        for (std::int64_t epoch = 0; epoch < 4; ++epoch) {
            const torch::Tensor loss = objectiveOf(*model, randomBatch(), epoch);
            QVERIFY(loss.isfinite().item<bool>());
            loss.backward();
        }
        for (const auto& parameter : model->named_parameters()) {
            const torch::Tensor& gradient = parameter.value().grad();
            QVERIFY2(gradient.defined(), parameter.key().c_str());
            QVERIFY2(gradient.isfinite().all().item<bool>(), parameter.key().c_str());
            // RAVEN's words have one frame here, so that the state before it is always 0.
            const bool isUnused = name == QStringLiteral("RAVEN") && parameter.key().starts_with("lstm_")
                && parameter.key().ends_with("weight_hh_l0");
            QVERIFY2(isUnused || (gradient != 0).any().item<bool>(), parameter.key().c_str());
        }
    }

    void otherNumbersThanFloat32GoLibTorchsOwnWay_data() { eachModel(); }

    /// As tensors on other devices do.
    void otherNumbersThanFloat32GoLibTorchsOwnWay()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name);
        model->eval();
        const torch::NoGradGuard noGradient;
        const ModalityBatch batch = randomBatch();
        const torch::Tensor expected = model->forward(batch).prediction;
        model->to(torch::kFloat64);
        const ModalityBatch exact{batch.text.to(torch::kFloat64),
                                  batch.acoustic.to(torch::kFloat64),
                                  batch.visual.to(torch::kFloat64),
                                  batch.lengths,
                                  {}};
        const torch::Tensor actual = model->forward(exact, Displays::Yes).prediction;
        QVERIFY(torch::allclose(actual, expected.to(torch::kFloat64), 1e-4, 1e-5));
    }

    void anObjectiveGoesOnFromItsState_data() { eachModel(); }

    void anObjectiveGoesOnFromItsState()
    {
        QFETCH(const QString, name);
        const auto model = randomModel(name), resumed = randomModel(name);
        const ModalityBatch batch = randomBatch();
        for (std::int64_t epoch = 0; epoch < 3; ++epoch)
            objectiveOf(*model, batch, epoch);
        NamedTensors state;
        for (const auto& [key, tensor] : model->trainingState())
            state.emplace(key, tensor.clone());
        resumed->setTrainingState(state);
        torch::manual_seed(1);
        const torch::Tensor expected = objectiveOf(*model, batch, 3);
        torch::manual_seed(1);
        QVERIFY(torch::equal(objectiveOf(*resumed, batch, 3), expected));
    }
};

QTEST_GUILESS_MAIN(TestFusionModels)
#include "tst_fusion_models.moc"
