#include "engine/models/fusion/registry.h"
#include "engine/training/run/config_json.h"
#include "engine/training/run/recipe_json.h"
#include "engine/training/run/train_config.h"

#include <QTest>

#include "tests/support/failure.h"

using namespace engine;
using nlohmann::json;

namespace {

TrainConfig configWith(const std::vector<std::string>& fields)
{
    json config = readConfig(DEMO "/model/fv2es.json", fields);
    if (config.at("dataset").is_null())
        config.erase("dataset");
    return trainConfigFromJson(config, "fv2es.json");
}

/// What a run will go by, under the names of the configuration.
json describedBy(const TrainConfig& config)
{
    return {{"training", toJson(config.training)},
            {"model", config.model},
            {"input", toJson(config.input)},
            {"modalities", config.modalities},
            {"begin_with", config.beginWith ? json(config.beginWith->names) : json()},
            {"data", config.source.data.filename().string()},
            {"recipe", toJson(config.source.recipe)}};
}

}

/// The options of the program that MME2E and FV2ES were published with, one row each.
class TestPublishedOptions : public QObject {
    Q_OBJECT

private slots:
    void eachOptionHasAField_data()
    {
        QTest::addColumn<QByteArrayList>("fields");
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QByteArray>("value");
        const auto row
            = [](const char* flag, const QByteArrayList& fields, const char* place, const char* value) {
                  QTest::newRow(flag) << fields << QByteArray(place) << QByteArray(value);
              };
        row("--batch-size", {"training.batch=2"}, "/training/batch", "2");
        row("--learning-rate", {"training.lr=4.5e-6"}, "/training/lr", "4.5e-6");
        row("--weight-decay", {"training.weight_decay=0.01"}, "/training/weight_decay", "0.01");
        row("--epochs", {"training.epochs=30"}, "/training/epochs", "30");
        row("--early-stop", {"training.patience=6"}, "/training/patience", "6");
        row("--clip", {"training.clip=0"}, "/training/clip", "0.0");
        row("--scheduler", {"training.schedule=cosine"}, "/training/schedule/kind", "\"cosine\"");
        row("--seed", {"training.seed=0"}, "/training/seed", "0");
        row("--loss", {"training.loss=bce"}, "/training/loss", "\"bce\"");
        row("--optim", {"training.optimiser=sgd"}, "/training/optimiser", "\"sgd\"");
        row("--text-lr-factor", {R"(training.rates={"T":1e-4})"}, "/training/rates/T", "1e-4");
        row("--model mme2e", {"model=mme2e"}, "/model/variant", "\"mme2e\"");
        row("--model mme2e_sparse", {"model=mme2e", "model.sparse=0.8"}, "/model/sparse", "0.8");
        row("--model lf_rnn", {"model=lf_rnn", "media=null"}, "/model/class", "\"LFRNN\"");
        row("--model lf_transformer", {"model=lf_transformer", "media=null"}, "/model/class",
            "\"LFTransformer\"");
        row("--text-model-size", {R"(model.text={"kind":"albert","size":"large"})"}, "/model/text/size",
            "\"large\"");
        row("--text-max-len", {R"(model.text={"kind":"small","max_len":100})"}, "/model/text/max_len", "100");
        row("--trans-dim", {"model.d=64"}, "/model/d", "64");
        row("--trans-nlayers", {"model.layers=4"}, "/model/layers", "4");
        row("--trans-nheads", {"model.heads=4"}, "/model/heads", "4");
        row("--img-interval", {"media.interval_ms=500"}, "/input/media/interval_ms", "500");
        row("--hand-crafted", {"model=lf_rnn", "dataset=null", "media=null", "data=f.h5"}, "/data",
            "\"f.h5\"");
        row("--audio-feature-type", {"model=lf_rnn", "media=null", R"(recipe.acoustic_columns=["mfcc_*"])"},
            "/recipe/acoustic_columns", R"(["mfcc_*"])");
        row("--modalities", {R"(modalities=["text","visual"])"}, "/modalities", "[true,false,true]");
        row("--ckpt", {R"(begin_with={"file":"a.safetensors","map":{"V.":"V."}})"}, "/begin_with/V.",
            "\"V.\"");
        row("-dr", {"model=lf_rnn", "media=null", "model.dropout=0.1"}, "/model/dropout", "0.1");
        row("-nl", {"model=lf_rnn", "media=null", "model.layers=2"}, "/model/layers", "2");
        row("-hs", {"model=lf_rnn", "media=null", "model.hidden=300"}, "/model/hidden", "300");
        row("-bi", {"model=lf_rnn", "media=null", "model.bidirectional=true"}, "/model/bidirectional",
            "true");
        row("--gru", {"model=lf_rnn", "media=null", "model.cell=gru"}, "/model/cell", "\"gru\"");
    }

    void eachOptionHasAField()
    {
        QFETCH(const QByteArrayList, fields);
        QFETCH(const QByteArray, place);
        QFETCH(const QByteArray, value);
        std::vector<std::string> assignments;
        for (const QByteArray& field : fields)
            assignments.push_back(field.toStdString());
        const TrainConfig config = configWith(assignments);
        const json described = describedBy(config);
        const json::json_pointer pointer(place.toStdString());
        QVERIFY2(described.contains(pointer), described.dump().c_str());
        QCOMPARE(described.at(pointer).dump(), json::parse(value.toStdString()).dump());
        json architecture = config.model; // the model takes it
        architecture.update({{"d_l", 6}, {"d_a", 4}, {"d_v", 4}, {"out_dim", 2}});
        if (place != "/model/text/size") // hundreds of megabytes
            QVERIFY(createModel(architecture) != nullptr);
    }

    void anUnknownFieldIsNamed_data()
    {
        QTest::addColumn<QByteArray>("field");
        for (const char* const field : {"training.speed=1", "model.colour=1", "media.zoom=2", "early_stop=3",
                                        R"(model.text={"kind":"small","tongue":1})"})
            QTest::newRow(field) << QByteArray(field);
    }

    void anUnknownFieldIsNamed()
    {
        QFETCH(const QByteArray, field);
        const std::string failure = test::failureOf([&] {
            json architecture = configWith({field.toStdString(), R"(modalities=["text","visual"])"}).model;
            architecture.update({{"d_l", 6}, {"d_a", 4}, {"d_v", 4}, {"out_dim", 2}});
            createModel(architecture);
        });
        const QByteArray name
            = field.contains("tongue") ? QByteArray("tongue") : field.split('=').first().split('.').last();
        QVERIFY2(failure.find(name.toStdString()) != std::string::npos, failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestPublishedOptions)
#include "tst_published_options.moc"
