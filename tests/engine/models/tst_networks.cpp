#include "engine/core/error.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"
#include "engine/models/layers/momentum_queue.h"
#include "engine/models/networks/e2e.h"
#include "engine/models/networks/item_memory.h"
#include "engine/models/networks/network_registry.h"
#include "engine/models/networks/vat.h"
#include "engine/models/predict/predictor.h"
#include "engine/models/serving/fuse_model.h"
#include "engine/models/serving/model_file.h"
#include "engine/models/weights.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

#include "tests/support/failure.h"

using namespace engine;
using nlohmann::json;

namespace {

json smallFv2es()
{
    return {{"class", "E2E"},
            {"variant", "fv2es"},
            {"face", 32},
            {"ch", {4, 4, 6, 8}},
            {"hid", 8},
            {"d", 8},
            {"layers", 1},
            {"heads", 2},
            {"ff", 8},
            {"out_dim", 2},
            {"d_l", 3},
            {"modalities", {"acoustic", "visual"}},
            {"nest", {{"dims", {4, 8}}, {"heads", {2, 2}}, {"depths", {1, 1}}}}};
}

json smallMme2e()
{
    json config = smallFv2es();
    config.erase("nest");
    config["variant"] = "mme2e";
    return config;
}

json smallVat()
{
    return {{"class", "VAT"}, {"d", 8},    {"heads", 2}, {"d_v", 3},     {"d_a", 2},
            {"d_l", 1},       {"proj", 4}, {"queue", 5}, {"out_dim", 1}, {"max_len", 6}};
}

/// Batch norms as training leaves them.
void train(FusionModel& model)
{
    for (const auto& buffer : model.named_buffers()) {
        if (buffer.key().ends_with("running_mean"))
            torch::Tensor(buffer.value()).normal_(0.0, 0.3);
        else if (buffer.key().ends_with("running_var"))
            torch::Tensor(buffer.value()).uniform_(0.3, 2.0);
    }
}

TrainedModel networkOf(const json& architecture)
{
    ModelCard card;
    card.name = "small";
    card.architecture = architecture;
    card.normalisation
        = {FeatureScale{{0, 0, 0}, {1, 1, 1}}, FeatureScale{{0}, {1}}, FeatureScale{{0, 0}, {1, 1}}};
    card.labels = {{"happy", 0, 1, 0}, {"sad", 0, 1, 1}};
    card.task = "binary";
    card.input.options.media = MediaOptions();
    torch::manual_seed(3);
    TrainedModel trained{createModel(architecture), card};
    train(*trained.model);
    trained.model->eval();
    return trained;
}

NamedTensors facesOf(const E2e& network, std::int64_t segments)
{
    NamedTensors inputs = network.emptyInputs(segments);
    const std::int64_t side = network.options().faceSide;
    inputs["faces"] = torch::randn({2 * segments, 3, side, side});
    inputs["v_lens"] = torch::full({segments}, 2, torch::kInt64);
    return inputs;
}

ModalityBatch vatBatch(std::int64_t segments)
{
    return {torch::zeros({segments, 6, 1}),
            torch::randn({segments, 6, 2}),
            torch::randn({segments, 6, 3}),
            torch::full({segments}, 6, torch::kInt64),
            {}};
}

}

class TestNetworks : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_model = m_folder.filePath(QStringLiteral("model.safetensors")).toStdString();
    std::string m_fused = m_folder.filePath(QStringLiteral("fused.safetensors")).toStdString();

private slots:
    void aFusedModelGivesTheSameScores()
    {
        const TrainedModel trained = networkOf(smallFv2es());
        writeModel(m_model, trained);
        QVERIFY(fuseModel(m_model, m_fused) <= 1e-4);
        const TrainedModel fused = readModel(m_fused);
        QCOMPARE(fused.card.architecture.at("form").get<std::string>(), std::string("single"));
        QVERIFY(stateOf(*fused.model).contains("V.0.reparam.weight"));
        QVERIFY(!stateOf(*fused.model).contains("V.1.weight"));
        const torch::NoGradGuard noGradient;
        const NamedTensors inputs = facesOf(dynamic_cast<const E2e&>(*trained.model), 3);
        QVERIFY(torch::allclose(fused.model->run(inputs, Displays::No).prediction,
                                trained.model->run(inputs, Displays::No).prediction, 0.0, 1e-4));
    }

    void itemsThatCameBeforeAreNotComputedAgain()
    {
        ItemMemory memory(3);
        std::vector<std::int64_t> computed;
        const auto doubled = [&computed](const torch::Tensor& items) {
            computed.push_back(items.size(0));
            return items.flatten(1) * 2.0;
        };
        const torch::Tensor items = torch::arange(20, torch::kFloat32).view({5, 2, 2});
        const auto of = [&](const std::vector<std::int64_t>& places) {
            const torch::Tensor some = items.index_select(0, torch::tensor(places, torch::kInt64));
            return torch::equal(memory.of(some, doubled), some.flatten(1) * 2.0);
        };
        QVERIFY(of({0, 1, 0})); // twice in one batch: once
        QVERIFY(of({1, 2}));
        QVERIFY(of({0, 2, 1}));
        QCOMPARE(computed, (std::vector<std::int64_t>{2, 1}));
        QVERIFY(of({3, 4, 3, 0, 1})); // more than are kept
        QVERIFY(of({4, 3}));
        QCOMPARE(computed, (std::vector<std::int64_t>{2, 1, 2, 1})); // 3 was looked for earlier than 0 and 1
        memory.of(-torch::zeros({1, 2, 2}), doubled); // other bits
        memory.of(torch::zeros({1, 2, 2}), doubled);
        QCOMPARE(computed.size(), std::size_t(6));
        const auto failing = [](const torch::Tensor&) -> torch::Tensor { throw std::bad_alloc(); };
        QVERIFY_EXCEPTION_THROWN(memory.of(items, failing), std::bad_alloc);
        QVERIFY(of({0, 1}));
    }

    void aNetworkThatRemembersGivesTheSameScores()
    {
        const TrainedModel trained = networkOf(smallFv2es());
        const torch::NoGradGuard noGradient;
        NamedTensors inputs = facesOf(dynamic_cast<const E2e&>(*trained.model), 3);
        const auto scores = [&] { return trained.model->run(inputs, Displays::No).prediction.clone(); };
        const torch::Tensor expected = scores();
        QVERIFY(trained.model->rememberItems(8));
        QVERIFY(torch::allclose(scores(), expected, 0.0, 1e-6));
        QVERIFY(torch::allclose(scores(), expected, 0.0, 1e-6));
        trained.model->parameters().front().zero_(); // it is not looked at again
        QVERIFY(torch::allclose(scores(), expected, 0.0, 1e-6));
        inputs["faces"] = inputs["faces"] + 1.0;
        QVERIFY(!torch::allclose(scores(), expected, 0.0, 1e-6));
    }

    void whatIsKeptOfAFaceIsADisplay()
    {
        json sparse = smallMme2e();
        sparse["sparse"] = 0.8;
        sparse["modalities"] = {"text", "acoustic", "visual"};
        const TrainedModel trained = networkOf(sparse);
        const std::vector<DisplayCard> cards = trained.model->displays();
        const auto card = std::ranges::find(cards, std::string(kKeptPositions) + '0', &DisplayCard::output);
        QVERIFY(card != cards.end());
        QCOMPARE(card->axes, (std::vector<std::string>{"frame", "row", "column"}));
        const torch::NoGradGuard noGradient;
        const NamedTensors inputs = facesOf(dynamic_cast<const E2e&>(*trained.model), 1);
        const FusionOutput output = trained.model->run(inputs, Displays::Yes);
        const torch::Tensor& kept = output.outputs.at(card->output);
        QCOMPARE(kept.dim(), 3);
        QCOMPARE(kept.size(0), inputs.at("faces").size(0));
        QVERIFY((kept.eq(0.0F) | kept.eq(1.0F)).all().item<bool>());
        QVERIFY(!trained.model->rememberItems(8)); // it depends on the words
        QCOMPARE(networkOf(smallMme2e()).model->displays().size(), std::size_t(1));
    }

    void fusingTwiceIsAnError()
    {
        writeModel(m_model, networkOf(smallFv2es()));
        fuseModel(m_model, m_fused);
        const std::string failure = test::failureOf([&] { fuseModel(m_fused, m_model); });
        QVERIFY2(failure.starts_with("not_fusible: ") && failure.find("already") != std::string::npos,
                 failure.c_str());
    }

    void onlyBranchesCanBeFused()
    {
        writeModel(m_model, networkOf(smallMme2e()));
        QVERIFY(test::failureOf([&] { fuseModel(m_model, m_fused); }).starts_with("not_fusible: "));
        json soundAlone = smallFv2es();
        soundAlone["modalities"] = {"acoustic"};
        writeModel(m_model, networkOf(soundAlone));
        QVERIFY(test::failureOf([&] { fuseModel(m_model, m_fused); }).starts_with("not_fusible: "));
    }

    void aFusedModelIsNotTrained()
    {
        json architecture = smallFv2es();
        architecture["form"] = "single";
        const auto model = createModel(architecture);
        const ModalityBatch batch{torch::zeros({2, 1, 3}), {}, {}, torch::ones({2}, torch::kInt64), {}};
        const TaskLoss task = [](const torch::Tensor& p, const torch::Tensor&) { return p.sum(); };
        const torch::Tensor truths = torch::zeros({2, 2}), rows = torch::arange(2);
        QVERIFY(test::failureOf([&] {
                    model->objective({batch, truths, rows, 2, 0, task});
                }).starts_with("bad_config: model.form"));
    }

    void optionsThatDoNotFitAreNamed_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<json>("value");
        QTest::newRow("unknown") << QByteArray("fusion") << json("early");
        QTest::newRow("variant") << QByteArray("variant") << json("mme3e");
        QTest::newRow("heads that do not divide") << QByteArray("d") << json(7);
        QTest::newRow("three channels") << QByteArray("ch") << json{4, 4, 4};
        QTest::newRow("sparse FV2ES") << QByteArray("sparse") << json(0.8);
        QTest::newRow("no modality") << QByteArray("modalities") << json::array();
        QTest::newRow("unknown modality") << QByteArray("modalities") << json{"smell"};
        QTest::newRow("levels") << QByteArray("nest")
                                << json{{"dims", {4}}, {"heads", {2, 2}}, {"depths", {1}}};
        QTest::newRow("text") << QByteArray("kind") << json();
    }

    void optionsThatDoNotFitAreNamed()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const json, value);
        json config = smallFv2es();
        if (name == "kind")
            config["text"] = {{"kind", "large"}};
        else
            config[name.toStdString()] = value;
        const std::string failure = test::failureOf([&] { createModel(config); });
        QVERIFY2(failure.starts_with("bad_hyper_parameter: ")
                     && failure.find('"' + name.toStdString() + '"') != std::string::npos,
                 failure.c_str());
    }

    void namesOfNetworksAreUnderstood()
    {
        QCOMPARE(modelDefaults(modelClass("fv2es")).at("model").at("class").get<std::string>(),
                 std::string("E2E"));
        for (const std::string& name : networkNames()) {
            json config = modelDefaults(name).at("model");
            config.update({{"d_l", 1}, {"d_a", 1}, {"d_v", 1}, {"out_dim", 2}});
            if (name != "VAT")
                config["nest"]
                    = name == "FV2ES" ? json{{"dims", {4}}, {"heads", {1}}, {"depths", {1}}} : json();
            if (config["nest"].is_null())
                config.erase("nest");
            QVERIFY(createModel(config) != nullptr);
        }
    }

    void segmentsWithoutPicturesHaveScores()
    {
        const auto model = createModel(smallFv2es());
        model->eval();
        const torch::NoGradGuard noGradient;
        const auto& network = dynamic_cast<const E2e&>(*model);
        NamedTensors inputs = facesOf(network, 2);
        const torch::Tensor both = model->run(inputs, Displays::No).prediction;
        inputs["v_lens"] = torch::tensor({4, 0}, torch::kInt64);
        const torch::Tensor one = model->run(inputs, Displays::No).prediction;
        QVERIFY(both.isfinite().all().item<bool>() && one.isfinite().all().item<bool>());
        inputs["v_lens"] = torch::tensor({4, 1}, torch::kInt64);
        QVERIFY(test::failureOf([&] { model->run(inputs, Displays::No); }).starts_with("bad_inputs: "));
    }

    void aPredictorSaysWhatItNeeds()
    {
        const Predictor predictor(networkOf(smallFv2es()));
        PredictRequest request;
        request.input = {FeatureMatrix(1, 3), FeatureMatrix(1, 1), FeatureMatrix(1, 2)};
        QVERIFY(test::failureOf([&] { predictor.predict(request); }).starts_with("needs_media: "));
    }

    /// A sentence, never a crash, and no model whose numbers are not numbers.
    void damagedModelsAreRefused()
    {
        writeModel(m_model, networkOf(smallFv2es()));
        QFile file(QString::fromStdString(m_model));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        std::mt19937 random(7);
        const QString place = m_folder.filePath(QStringLiteral("damaged.safetensors"));
        int refused = 0;
        for (int mutant = 0; mutant < 200; ++mutant) {
            QByteArray bytes = whole;
            const bool inHeader = mutant % 4 != 0;
            for (int i = 0; i < 1 + mutant % 3; ++i)
                bytes[static_cast<qsizetype>(random()
                                             % static_cast<unsigned>(inHeader ? 4000 : bytes.size()))]
                    = static_cast<char>(inHeader ? "0129\"{}[],:a"[random() % 12] : random() % 256);
            if (mutant % 7 == 0)
                bytes.truncate(static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size())));
            QFile damaged(place);
            QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
            damaged.write(bytes);
            damaged.close();
            refused += test::failureOf([&] { readModel(place.toStdString()); }).empty() ? 0 : 1;
        }
        QVERIFY(refused > 50);
    }

    void sizesThatTheFileDoesNotBearOutAreRefused_data()
    {
        QTest::addColumn<QString>("pointer");
        for (const char* const pointer : {"/nest/depths", "/nest/dims", "/hid", "/layers", "/ch"})
            QTest::newRow(pointer) << QString::fromUtf8(pointer);
    }

    void sizesThatTheFileDoesNotBearOutAreRefused()
    {
        QFETCH(const QString, pointer);
        TrainedModel trained = networkOf(smallFv2es());
        json& value = trained.card.architecture[json::json_pointer(pointer.toStdString())];
        (value.is_array() ? value[0] : value) = 900'000;
        writeModel(m_model, trained);
        QVERIFY(test::failureOf([&] { readModel(m_model); }).starts_with("bad_model_card: "));
    }

    void theHeaviestPositionsAreKeptAndEqualOnesByTheirPlace()
    {
        const torch::Tensor weights
            = torch::tensor({{{0.25f, 0.25f}, {0.25f, 0.25f}}, {{0.1f, 0.6f}, {0.0f, 0.3f}}});
        const torch::Tensor kept = heaviestPositions(weights, 0.7);
        QVERIFY(torch::equal(kept[0].to(torch::kInt64), torch::tensor({{1, 1}, {1, 0}})));
        QVERIFY(torch::equal(kept[1].to(torch::kInt64), torch::tensor({{0, 1}, {0, 1}})));
        QVERIFY(torch::equal(heaviestPositions(weights, 1.0)[1].to(torch::kInt64),
                             torch::tensor({{1, 1}, {0, 1}})));
    }

    void aQueueTakesWhatFitsAndBeginsAgain()
    {
        torch::Tensor queue = torch::zeros({1, 5});
        std::int64_t place = enqueue(queue, torch::tensor({{1.0f}, {2.0f}, {3.0f}}), 0);
        QCOMPARE(place, std::int64_t(3));
        place = enqueue(queue, torch::tensor({{4.0f}, {5.0f}, {6.0f}}), place);
        QCOMPARE(place, std::int64_t(0));
        QVERIFY(torch::equal(queue, torch::tensor({{1.0f, 2.0f, 3.0f, 4.0f, 5.0f}})));
    }

    void aTwinFollowsSlowlyAndTakesNoGradient()
    {
        const auto model = std::dynamic_pointer_cast<Vat>(createModel(smallVat()));
        model->train();
        const torch::Tensor truths, rows = torch::arange(4);
        const TaskLoss task;
        const ModalityBatch batch = vatBatch(4);
        const torch::Tensor before = stateOf(*model).at("video_queue").clone();
        model->stageLoss("pretrain", {batch, truths, rows, 4, 0, task}).backward();
        const NamedTensors state = stateOf(*model);
        QVERIFY(!torch::equal(state.at("video_queue"), before)); // four of five
        QVERIFY(torch::equal(state.at("video_queue").select(1, 4), before.select(1, 4)));
        for (const auto& parameter : model->named_parameters()) {
            const bool isTwin = parameter.key().find("_m.") != std::string::npos;
            if (isTwin)
                QVERIFY2(!parameter.value().grad().defined(), parameter.key().c_str());
        }
        QVERIFY(model->named_parameters()["video_proj.weight"].grad().defined());
        QCOMPARE(model->trainingState().at("place").item<double>(), 4.0);
    }

    void aVatWithoutOthersHasNoWrongPairs()
    {
        const auto model = std::dynamic_pointer_cast<Vat>(createModel(smallVat()));
        model->eval();
        const torch::NoGradGuard noGradient;
        NamedTensors inputs = model->inputsFrom(vatBatch(1));
        inputs["alpha"] = torch::zeros({});
        QCOMPARE(model->run(inputs, Displays::No).outputs.at("vam").item<float>(), 0.0f);
        inputs = model->inputsFrom(vatBatch(3));
        inputs["alpha"] = torch::zeros({});
        inputs["group"] = torch::tensor({7, 7, 7}, torch::kInt64);
        QCOMPARE(model->run(inputs, Displays::No).outputs.at("vam").item<float>(), 0.0f);
    }
};

QTEST_GUILESS_MAIN(TestNetworks)
#include "tst_networks.moc"
