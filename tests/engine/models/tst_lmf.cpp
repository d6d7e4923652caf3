#include "engine/models/fusion/lmf.h"
#include "engine/models/layers/padding.h"

#include <QTest>

using namespace engine;

namespace {

constexpr std::int64_t textWidth = 6, acousticWidth = 4, visualWidth = 5;

std::shared_ptr<Lmf> randomLmf()
{
    torch::manual_seed(7);
    auto model = std::make_shared<Lmf>(
        LmfOptions{{textWidth, acousticWidth, visualWidth}, {6, 3, 4}, 5, 2, 3, 0.3, 0.3, 0.3});
    model->eval();
    return model;
}

/// Three segments of 4, 1 and 2 words, with noise where the padding is.
ModalityBatch randomBatch()
{
    return {torch::randn({3, 4, textWidth}),
            torch::randn({3, 4, acousticWidth}),
            torch::randn({3, 4, visualWidth}),
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

}

class TestLmf : public QObject {
    Q_OBJECT

private slots:
    void paddingChangesNothing()
    {
        const auto model = randomLmf();
        const ModalityBatch batch = randomBatch();
        const FusionOutput together = model->forward(batch);
        for (std::int64_t row = 0; row < 3; ++row) {
            const FusionOutput alone = model->forward(rowAlone(batch, row));
            QVERIFY(torch::allclose(together.prediction[row], alone.prediction[0], 0.0, 1e-6));
            QVERIFY(torch::allclose(together.outputs.at("rank_contribution")[row],
                                    alone.outputs.at("rank_contribution")[0], 0.0, 1e-6));
        }
    }

    void notEvenBrokenPaddingChangesAnything()
    {
        const auto model = randomLmf();
        ModalityBatch batch = randomBatch();
        const torch::Tensor before = model->forward(batch).prediction;
        for (torch::Tensor* const x : {&batch.text, &batch.acoustic, &batch.visual})
            (*x)[1].slice(0, 1).fill_(std::numeric_limits<float>::quiet_NaN());
        QVERIFY(torch::equal(model->forward(batch).prediction, before));
    }

    void theAverageIsOverTheValidSteps()
    {
        // Two steps of three count: (1 + 3) / 2 and (2 + 6) / 2.
        const torch::Tensor x = torch::tensor({1.0f, 2.0f, 3.0f, 6.0f, 100.0f, 100.0f}).view({1, 3, 2});
        const torch::Tensor average = timeAverage(x, torch::tensor({2}, torch::kInt64));
        QVERIFY(torch::equal(average, torch::tensor({{2.0f, 4.0f}})));
    }

    void ranksAndBiasAddUpToThePrediction()
    {
        const auto model = randomLmf();
        const FusionOutput output = model->forward(randomBatch());
        const torch::Tensor bias = model->named_parameters()["fusion_bias"];
        QVERIFY(torch::allclose(output.outputs.at("rank_contribution").sum(1) + bias, output.prediction));
    }

    void onlyTheFactorsLearnAtTheirOwnRate()
    {
        const auto model = randomLmf();
        std::vector<std::string> factors;
        for (const auto& parameter : model->named_parameters()) {
            if (model->isFactor(parameter.key()))
                factors.push_back(parameter.key());
        }
        QVERIFY((factors == std::vector<std::string>{"audio_factor", "video_factor", "text_factor"}));
    }

    void trainingDropsOut()
    {
        const auto model = randomLmf();
        const ModalityBatch batch = randomBatch();
        model->train();
        QVERIFY(!torch::equal(model->forward(batch).prediction, model->forward(batch).prediction));
    }
};

QTEST_GUILESS_MAIN(TestLmf)
#include "tst_lmf.moc"
