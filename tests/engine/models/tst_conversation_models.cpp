#include "engine/core/error.h"
#include "engine/models/conversation/conversation_model.h"
#include "engine/models/conversation/turn_loss.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/predict/predictor.h"
#include "engine/models/serving/model_file.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "tests/support/failure.h"

using namespace engine;
using nlohmann::json;

namespace {

constexpr std::int64_t kConversations = 3, kTurns = 6, kPeople = 3, kLabels = 2;

/// A model's smallest configuration, and the values that its options can have.
struct OptionSets {
    json base;
    std::vector<std::pair<std::string, json>> options;
};

const json kFlags{false, true};

std::map<std::string, OptionSets> allOptionSets()
{
    return {{"BCLSTM",
             {{{"h", 4}, {"fc", 5}},
              {{"layers", {1, 2}},
               {"bidirectional", kFlags},
               {"fusion", {"early", "hierarchical"}},
               {"attention", kFlags},
               {"drop", {0.0, 0.2}}}}},
            {"DialogueRNN",
             {{{"d_g", 4}, {"d_p", 5}, {"d_e", 3}, {"d_h", 4}, {"d_att", 4}, {"d_n", 3}, {"parties", 3}},
              {{"attention", {"general", "general2", "simple", "concat"}},
               {"bidirectional", kFlags},
               {"global_attention", kFlags},
               {"listener", {"none", "state", "vision"}},
               {"predict", {"speaker", "all"}},
               {"reverse_speakers", kFlags}}}}};
}

std::vector<json> combinations(const std::string& name, const OptionSets& sets)
{
    std::vector<json> all{sets.base};
    for (const auto& [option, values] : sets.options) {
        std::vector<json> more;
        for (const json& config : all) {
            for (const json& value : values) {
                more.push_back(config);
                more.back()[option] = value;
            }
        }
        all = std::move(more);
    }
    for (json& config : all)
        config.update({{"class", name}, {"d_l", 4}, {"d_a", 2}, {"d_v", 3}, {"out_dim", kLabels}});
    return all;
}

/// Conversations of 6, 3 and 1 turns, with three, two and one participants.
NamedTensors someConversations()
{
    torch::manual_seed(3);
    NamedTensors inputs{
        {"x_l", torch::randn({kConversations, kTurns, 4})},
        {"x_a", torch::randn({kConversations, kTurns, 2})},
        {"x_v", torch::randn({kConversations, kTurns, 3})},
        {"x_n", torch::randn({kConversations, kTurns, kPeople, 3})},
        {"lengths", torch::tensor({6, 3, 1}, torch::kInt64)},
        {"present", torch::tensor({3, 2, 1}, torch::kInt64)},
        {"speaker",
         torch::tensor({{0, 1, 0, 2, 2, 1}, {0, 1, 1, 0, 0, 0}, {0, 0, 0, 0, 0, 0}}, torch::kInt64)}};
    return inputs;
}

/// A conversation without the others, and without padding.
NamedTensors aloneOf(const NamedTensors& inputs, std::int64_t row)
{
    const auto length = inputs.at("lengths")[row].item<std::int64_t>();
    NamedTensors alone;
    for (const auto& [name, tensor] : inputs) {
        const torch::Tensor own = tensor.narrow(0, row, 1);
        alone.emplace(name, own.dim() > 1 ? own.narrow(1, 0, length) : own);
    }
    return alone;
}

std::string firstTrouble(const json& config)
{
    torch::manual_seed(5);
    const std::shared_ptr<FusionModel> model = createModel(config);
    model->eval();
    const NamedTensors inputs = someConversations();
    const FusionOutput together = model->run(inputs, Displays::Yes);
    const bool everyone = asConversationModel(*model)->predictsEveryone();
    if (together.prediction.dim() != (everyone ? 4 : 3) || together.prediction.size(1) != kTurns)
        return "its prediction has other axes";
    for (std::int64_t row = 0; row < kConversations; ++row) {
        const auto length = inputs.at("lengths")[row].item<std::int64_t>();
        const torch::Tensor alone = model->run(aloneOf(inputs, row), Displays::No).prediction[0];
        if (!torch::allclose(together.prediction[row].narrow(0, 0, length), alone, 0.0, 1e-5))
            return "a conversation is not what it is alone";
        if (together.prediction[row].narrow(0, length, kTurns - length).abs().sum().item<float>() > 0.0F)
            return "its padding is not 0";
    }
    for (const DisplayCard& card : model->displays()) {
        const auto found = together.outputs.find(card.output);
        if (found == together.outputs.end()
            || found->second.dim() != static_cast<std::int64_t>(card.axes.size()) + 1)
            return "no display as its card says: " + card.output;
    }
    together.prediction.square().sum().backward();
    const bool looksAhead = asConversationModel(*model)->readsBackwards();
    const std::unique_ptr<LiveRun> live = model->live();
    if ((live == nullptr) != looksAhead)
        return "it runs live, or does not, as it should not";
    for (std::int64_t turn = 0; live && turn < kTurns; ++turn) {
        NamedTensors word, sofar;
        for (const auto& [name, tensor] : inputs) {
            if (name == "lengths")
                continue;
            word.emplace(name, tensor.dim() > 1 ? tensor.select(1, turn) : tensor);
            sofar.emplace(name, tensor.dim() > 1 ? tensor.narrow(1, 0, turn + 1) : tensor);
        }
        const torch::Tensor now = live->next(word, Displays::Yes).prediction;
        if (!torch::allclose(now, model->run(sofar, Displays::No).prediction.select(1, turn), 0.0, 1e-5))
            return "its live prediction is another one";
    }
    return {};
}

}

class TestConversationModels : public QObject {
    Q_OBJECT

private slots:
    void noModelIsLeftOut()
    {
        std::vector<std::string> names;
        for (const auto& [name, sets] : allOptionSets())
            names.push_back(name);
        QCOMPARE(names, conversationModelNames());
        for (const std::string& name : names) {
            QVERIFY(isOfConversations(name));
            const std::vector<std::string> ofSegments = modelNames();
            QVERIFY(std::ranges::find(ofSegments, name) == ofSegments.end());
        }
        QCOMPARE(modelClass("bc_lstm"), std::string("BCLSTM"));
        QCOMPARE(modelClass("dialogue_rnn"), std::string("DialogueRNN"));
    }

    void aConversationIsWhatItIsAlone_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string& name : conversationModelNames())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    /// With every combination of options; and live, turn by turn, where it does not look ahead.
    void aConversationIsWhatItIsAlone()
    {
        QFETCH(const QString, name);
        const std::string model = name.toStdString();
        for (const json& config : combinations(model, allOptionSets().at(model))) {
            const std::string trouble = firstTrouble(config);
            QVERIFY2(trouble.empty(), (config.dump() + ": " + trouble).c_str());
        }
    }

    void modalitiesWithoutFeaturesAreNotRead()
    {
        for (const json& own :
             {json{{"class", "BCLSTM"}, {"h", 4}, {"fc", 3}, {"fusion", "hierarchical"}},
              json{{"class", "DialogueRNN"}, {"d_g", 4}, {"d_p", 4}, {"d_e", 4}, {"d_h", 4}}}) {
            json config = own;
            config.update({{"d_l", 4}, {"d_a", 0}, {"d_v", 0}, {"out_dim", 2}});
            const std::shared_ptr<FusionModel> model = createModel(config);
            NamedTensors inputs = someConversations();
            inputs.erase("x_a");
            inputs.erase("x_v");
            QCOMPARE(model->run(inputs, Displays::No).prediction.size(2), kLabels);
            config["d_l"] = 0;
            QVERIFY(test::failureOf([&] { createModel(config); }).starts_with("bad_hyper_parameter: "));
        }
    }

    void aSlotThatIsNoneIsRefused()
    {
        const auto model = createModel({{"class", "DialogueRNN"},
                                        {"d_l", 4},
                                        {"d_a", 2},
                                        {"d_v", 3},
                                        {"d_g", 4},
                                        {"d_p", 4},
                                        {"d_e", 4},
                                        {"d_h", 4},
                                        {"out_dim", 2}});
        NamedTensors inputs = someConversations();
        inputs["speaker"] = inputs["speaker"] - 1;
        QVERIFY(test::failureOf([&] { model->run(inputs, Displays::No); }).starts_with("bad_inputs: "));
        inputs.erase("speaker");
        QVERIFY(test::failureOf([&] { model->run(inputs, Displays::No); }).starts_with("missing_input: "));
    }

    /// By hand: −(2 ln .5 + 1 ln .25) / 3 over the two labelled turns, with weights 2 and 1.
    void onlyLabelledTurnsAreLearnt()
    {
        const torch::Tensor shares = torch::tensor({{{0.5F, 0.5F}, {0.75F, 0.25F}, {0.1F, 0.9F}}});
        const torch::Tensor classes = torch::tensor({{0, 1, 0}}, torch::kInt64);
        const torch::Tensor mask = torch::tensor({{1.0F, 1.0F, 0.0F}});
        const torch::Tensor loss
            = crossEntropyOfTurns(shares.log(), classes, mask, torch::tensor({2.0F, 1.0F}));
        const double expected = -(2.0 * std::log(0.5) + std::log(0.25)) / 3.0;
        QVERIFY(std::abs(loss.item<double>() - expected) < 1e-6);
        const torch::Tensor truths = torch::tensor({{{1.0F, 0.0F}, {0.0F, 0.0F}, {9.0F, 9.0F}}});
        QVERIFY(std::abs(absoluteErrorOfTurns(shares, truths, mask).item<double>() - 2.0 / 4.0) < 1e-6);
        QCOMPARE(absoluteErrorOfTurns(shares, truths, mask * 0).item<double>(), 0.0);
    }

    void aTasksLossIsOfLabelledTurns()
    {
        constexpr float nobody = std::numeric_limits<float>::quiet_NaN();
        const torch::Tensor prediction = torch::zeros({1, 2, 1}, torch::requires_grad());
        const torch::Tensor truths = torch::tensor({3.0F, nobody, 7.0F}).reshape({1, 3, 1});
        const TaskLoss loss
            = lossOfLabelledTurns([](const torch::Tensor& given, const torch::Tensor& wanted) {
                  return (given - wanted).abs().mean();
              });
        const torch::Tensor value
            = loss(prediction, truths); // the third turn is cut away, as it is in the batch
        QCOMPARE(value.item<double>(), 3.0);
        const torch::Tensor none = loss(prediction, torch::full({1, 2, 1}, nobody));
        none.backward();
        QCOMPARE(none.item<double>(), 0.0);
    }

    /// The window asks about one segment after another.
    void singleSegmentsAreNotItsInput()
    {
        TrainedModel trained;
        trained.model
            = createModel({{"class", "BCLSTM"}, {"d_l", 1}, {"d_a", 1}, {"d_v", 1}, {"h", 2}, {"fc", 2}});
        trained.card.name = "turns";
        QVERIFY(test::failureOf([&] { Predictor predictor(trained); }).starts_with("whole_conversations: "));
    }
};

QTEST_GUILESS_MAIN(TestConversationModels)
#include "tst_conversation_models.moc"
