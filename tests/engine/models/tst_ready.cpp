#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/explain/interaction_map.h"
#include "engine/models/networks/ready.h"
#include "engine/models/serving/model_file.h"

#include <QTest>

#include <cmath>

#include "tests/support/failure.h"

using namespace engine;

namespace {

/// A segment with `frames` pictures of a face, a voice, and rated words.
NamedTensors segment(std::int64_t frames, bool hasVoice, bool hasWords)
{
    torch::manual_seed(frames + 7);
    torch::Tensor looks = torch::zeros({frames, 9});
    for (std::int64_t frame = 0; frame < frames; ++frame) {
        looks[frame][0] = 1.0;
        looks[frame].narrow(0, 1, 7) = torch::softmax(2.0 * torch::randn({7}), 0);
        looks[frame][8] = torch::rand({1})[0] - 0.3;
    }
    return {{"looks", looks},
            {"v_lens", torch::full({1}, frames, torch::kInt64)},
            {"voice", hasVoice ? torch::tensor({{0.4F, 1.5F, 0.0F}}) : torch::zeros({1, 3})},
            {"words", hasWords ? torch::tensor({{-1.8F, 2.0F, 1.0F}}) : torch::tensor({{0.0F, 0.0F, 1.0F}})},
            {"on", torch::ones({1, 3})}};
}

std::vector<double> answer(FusionModel& model, NamedTensors inputs, Coalition on)
{
    for (std::size_t i = 0; i < allModalities.size(); ++i)
        inputs["on"][0][static_cast<std::int64_t>(i)] = contains(on, allModalities[i]) ? 1.0 : 0.0;
    const torch::NoGradGuard noGradient;
    const torch::Tensor values = model.run(inputs, Displays::No).prediction[0].to(torch::kFloat64);
    return {values.data_ptr<double>(), values.data_ptr<double>() + values.numel()};
}

}

/// `Ready`: the answers of parts, put together.
class TestReady : public QObject {
    Q_OBJECT

    TrainedModel m_ready;

private slots:
    void initTestCase() { m_ready = readModel("ready"); }

    void theModelThatShipsSaysWhomItLearntFrom()
    {
        QCOMPARE(m_ready.card.labels.size(), Ready::kOutputs);
        QCOMPARE(m_ready.card.labels.front().name, std::string("sentiment"));
        QVERIFY(m_ready.card.learntFrom && m_ready.card.learntFrom->who == Who::Real);
        QCOMPARE(m_ready.card.training.at("fitted_on").get<std::string>(), std::string("nothing"));
    }

    void modalitiesTogetherAddNothingToWhatEachDoes()
    {
        const NamedTensors inputs = segment(5, true, true);
        std::array<std::vector<double>, kCoalitions> values;
        for (Coalition coalition = 0; coalition < kCoalitions; ++coalition)
            values[coalition] = answer(*m_ready.model, inputs, coalition);
        for (std::size_t output = 0; output < Ready::kOutputs; ++output) {
            std::array<double, kCoalitions> of{};
            for (Coalition coalition = 0; coalition < kCoalitions; ++coalition)
                of[coalition] = values[coalition][output];
            const InteractionMap map(of);
            for (const Coalition together : {3U, 5U, 6U, 7U})
                QVERIFY(std::abs(map.term(together)) < 1e-6);
            QVERIFY(std::abs(map.total()) > 1e-4 || output == 3); // nobody could vote for surprise
        }
    }

    void whatASegmentLacksLeavesTheAnswerToTheRest()
    {
        const NamedTensors seen = segment(4, false, false);
        const double face = seen.at("looks").select(1, 8).mean().item<double>();
        QVERIFY(std::abs(answer(*m_ready.model, seen, kEverything)[0] - 3.0 * face) < 1e-5);
        const auto heard = answer(*m_ready.model, segment(0, true, false), kEverything);
        QVERIFY(std::abs(heard[1] - 0.4) < 1e-6);
        QCOMPARE(heard[0], 0.0);
        const auto said = answer(*m_ready.model, segment(0, false, true), kEverything);
        QVERIFY(std::abs(said[0] + 1.8) < 1e-6);
        QCOMPARE(answer(*m_ready.model, segment(0, false, false), kEverything), std::vector<double>(8, 0.0));
    }

    void aFaceThatIsOffSaysNeutralAndKeepsItsWeight()
    {
        const NamedTensors inputs = segment(3, true, true);
        const double withoutFace
            = answer(*m_ready.model, inputs, kEverything & ~coalitionOf(Modality::Visual))[0];
        QVERIFY(std::abs(withoutFace + 0.9) < 1e-6); // half of the words' −1.8
    }

    void emotionsAreShares()
    {
        for (const std::int64_t frames : {0, 1, 6}) {
            const auto values = answer(*m_ready.model, segment(frames, true, true), kEverything);
            double sum = 0.0;
            for (std::size_t i = 2; i < values.size(); ++i) {
                QVERIFY(values[i] >= 0.0 && values[i] <= 1.0);
                sum += values[i];
            }
            QVERIFY(sum <= 1.0 + 1e-6);
        }
    }

    void textsAreRatedWhereTheyAreEnglish()
    {
        const auto& staged = dynamic_cast<const StagedModel&>(*m_ready.model);
        const torch::Tensor words
            = staged
                  .extrasOf({"This is a wonderful day", "I hated every minute of it", "",
                             "Das ist wirklich eine sehr schlechte Idee, die ich nicht mag"})
                  .at("words");
        QVERIFY(words[0][0].item<double>() > 0.5 && words[1][0].item<double>() < -0.5);
        QVERIFY(words[0][1].item<double>() >= 1.0);
        QCOMPARE(words[2][2].item<double>(), 0.0);
        QCOMPARE(words[3][2].item<double>(), 0.0);
        QVERIFY(staged.extrasOf({}).empty());
    }

    void itIsNotTrained()
    {
        const ModalityBatch batch{};
        const torch::Tensor nothing = torch::zeros({1});
        const auto train = [&] {
            m_ready.model->objective(
                {batch, nothing, nothing, 1, 0, [](const auto& said, const auto&) { return said; }});
        };
        QVERIFY(test::failureOf(train).starts_with("bad_config"));
    }
};

QTEST_GUILESS_MAIN(TestReady)
#include "tst_ready.moc"
