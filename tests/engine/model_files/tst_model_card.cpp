#include "engine/core/error.h"
#include "engine/model_files/model_card_file.h"
#include "engine/model_files/safetensors.h"

#include <QTest>

#include "tests/support/failure.h"

using namespace engine;
using nlohmann::json;

namespace {

json smallCard()
{
    const json scale{{"mean", {0.0}}, {"deviation", {1.0}}, {"clip", 5.0}};
    return {{"version", 2},
            {"name", "small"},
            {"architecture", {{"class", "LMF"}}},
            {"inputs", {{"text", scale}, {"acoustic", scale}, {"visual", scale}}},
            {"modalities", {true, true, true}},
            {"labels", {{{"name", "sentiment"}, {"range", {-3, 3}}, {"column", 0}}}},
            {"training_data_sha256", ""},
            {"command", ""}};
}

MediaOptions mediaOf(const json& media)
{
    return mediaOptionsFrom({media, {"bad_config", "", "media"}});
}

}

class TestModelCard : public QObject {
    Q_OBJECT

private slots:
    void aCardIsWrittenAsItWasRead_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* const folder : {DEMO "/model", DEMO "/models"}) {
            for (const auto& entry : std::filesystem::directory_iterator(folder)) {
                if (entry.path().extension() == ".safetensors")
                    QTest::newRow(entry.path().stem().c_str())
                        << QString::fromStdString(entry.path().string());
            }
        }
    }

    void aCardIsWrittenAsItWasRead()
    {
        QFETCH(const QString, file);
        const auto metadata = readSafetensorsMetadata(file.toStdString());
        const ModelCard card = cardOf(metadata, "file");
        QVERIFY(modelCardFromJson(toJson(card), "file") == card);
        for (const auto& [key, written] : metadataOf(card)) {
            if (json::parse(metadata.at(key)).at("version") == ModelCard::currentVersion)
                QCOMPARE(written, metadata.at(key));
        }
    }

    void aCardWithoutRecordsHasNone()
    {
        const ModelCard card = modelCardFromJson(smallCard(), "file");
        QVERIFY(card.input == ModelInput());
        QVERIFY(card.folds.empty());
        QVERIFY(!card.segments);
        QCOMPARE(classOf(card.architecture), std::string("LMF"));
        QCOMPARE(classOf(json("LMF")), std::string());
        QCOMPARE(classOf({{"class", 3}}), std::string());
    }

    void inputFoldsAndHashesAreValues()
    {
        json object = smallCard();
        object["input"] = {{"window", 8},
                           {"nan", "zero"},
                           {"unaligned", true},
                           {"presence_threshold", 0.25},
                           {"thresholds", {{"sentiment", 0.5}}},
                           {"media", {{"interval_ms", 250}}},
                           {"split", {{"train", {"a", "test[0:2]"}}}}};
        object["folds"] = {{"train", {"a", "b"}}, {"test", json::array()}};
        object["segments"] = {{"train", "0123456789abcdef"}};
        const ModelCard card = modelCardFromJson(object, "file");
        QCOMPARE(card.input.options.window, std::size_t(8));
        QVERIFY(card.input.options.nanIsZero && card.input.isUnaligned);
        QCOMPARE(card.input.presenceThreshold.value(), 0.25);
        QCOMPARE(card.input.thresholds.at("sentiment"), 0.5);
        QCOMPARE(card.input.options.media.value().every, 0.25);
        QVERIFY((card.input.options.split.value() == FoldLists{{"train", {"a", "test[0:2]"}}}));
        QVERIFY((card.folds == FoldLists{{"train", {"a", "b"}}, {"test", {}}}));
        QCOMPARE(card.segments.value().at("train"), std::string("0123456789abcdef"));
        QVERIFY(modelCardFromJson(toJson(card), "file") == card);
    }

    void whomAModelLearntFromIsAValue()
    {
        json object = smallCard();
        QVERIFY(!modelCardFromJson(object, "file").learntFrom);
        QVERIFY(!toJson(modelCardFromJson(object, "file")).contains("learnt_from"));
        object["learnt_from"] = {{"who", "acted"}, {"languages", {"de"}}};
        const ModelCard card = modelCardFromJson(object, "file");
        QVERIFY((card.learntFrom == LearntFrom{Who::Acted, {"de"}}));
        QVERIFY(modelCardFromJson(toJson(card), "file") == card);
    }

    void mediaThatWereChangedAreWrittenInFull()
    {
        const json given{{"interval_ms", 250}, {"augment", false}};
        MediaOptions media = mediaOf(given);
        QVERIFY(toJson(media) == given);
        media.side = 64;
        media.frames = MediaOptions::Frames::Whole;
        media.patches = {2, 8, 16};
        MediaOptions again = mediaOf(toJson(media));
        again.written = media.written;
        QVERIFY(again == media);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<std::string>("named");
        QTest::newRow("media") << QByteArray("input") << QByteArray(R"({"media": {"side": 4}})")
                               << std::string("input.media.side is 4");
        QTest::newRow("threshold") << QByteArray("input") << QByteArray(R"({"thresholds": {"joy": "no"}})")
                                   << std::string("input.thresholds.joy is \"no\"");
        QTest::newRow("folds") << QByteArray("folds") << QByteArray(R"({"train": [7]})")
                               << std::string("folds.train[0] is 7");
        QTest::newRow("whom it learnt from") << QByteArray("learnt_from") << QByteArray(R"({"who": "me"})")
                                             << std::string("learnt_from.who is \"me\"");
        QTest::newRow("hashes") << QByteArray("segments") << QByteArray(R"({"train": []})")
                                << std::string("segments.train is []");
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const QByteArray, value);
        QFETCH(const std::string, named);
        json object = smallCard();
        object[field.toStdString()] = json::parse(value.toStdString());
        const std::string failure = test::failureOf([&] { modelCardFromJson(object, "file"); });
        QVERIFY2(failure.starts_with("bad_model_card: file"), failure.c_str());
        QVERIFY2(failure.find(named) != std::string::npos, failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestModelCard)
#include "tst_model_card.moc"
