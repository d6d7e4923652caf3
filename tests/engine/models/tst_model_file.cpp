#include "engine/core/error.h"
#include "engine/model_files/safetensors.h"
#include "engine/models/serving/model_file.h"
#include "engine/models/weights.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/engine/models/random_model.h"
#include "tests/support/failure.h"

using namespace engine;

class TestModelFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_path = m_folder.filePath(QStringLiteral("model.safetensors")).toStdString();

private slots:
    void weightsAndCardComeBack()
    {
        const TrainedModel trained = test::randomModel();
        writeModel(m_path, trained);
        const TrainedModel read = readModel(m_path);
        QVERIFY(read.card == trained.card);
        QVERIFY(!read.model->is_training());
        const NamedTensors expected = stateOf(*trained.model);
        const NamedTensors state = stateOf(*read.model);
        QCOMPARE(state.size(), expected.size());
        for (const auto& [name, tensor] : expected)
            QVERIFY2(torch::equal(state.at(name), tensor), name.c_str());
    }

    void aFileWithoutCardIsRefused()
    {
        writeSafetensors(m_path, {{{"x", {{1}, {1.0f}}}}, {}});
        QVERIFY_THROWS_EXCEPTION(FormatError, readModel(m_path));
    }

    void aWrongCardIsRefused_data()
    {
        using nlohmann::json;
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<json>("value");
        QTest::addColumn<QByteArray>("code");
        const QByteArray card = "bad_model_card";
        QTest::newRow("newer version") << QStringLiteral("/version") << json(99) << card;
        QTest::newRow("no labels") << QStringLiteral("/labels") << json::array() << card;
        QTest::newRow("label too many")
            << QStringLiteral("/labels/2") << json{{"name", "sad"}, {"range", {0, 3}}, {"column", 2}} << card;
        QTest::newRow("mean of another width") << QStringLiteral("/inputs/text/mean") << json{1, 2} << card;
        QTest::newRow("other width than the architecture")
            << QStringLiteral("/inputs/text") << json{{"mean", {1, 2}}, {"deviation", {1, 1}}} << card;
        QTest::newRow("deviation 0") << QStringLiteral("/inputs/visual/deviation") << json{0.0} << card;
        QTest::newRow("text for a number") << QStringLiteral("/inputs/visual/mean") << json{"one"} << card;
        QTest::newRow("unknown class")
            << QStringLiteral("/architecture/class") << json("Oracle") << QByteArray("unknown_model");
        QTest::newRow("other sizes than the weights")
            << QStringLiteral("/architecture/rank") << json(3) << QByteArray("parameter_shape");
        QTest::newRow("label without range") << QStringLiteral("/labels/0") << json{{"name", "x"}} << card;
        QTest::newRow("no class") << QStringLiteral("/architecture") << json{{"rank", 3}} << card;
        QTest::newRow("sizes out of range") << QStringLiteral("/architecture/h_l") << json(2'000'000) << card;
        QTest::newRow("version before the first") << QStringLiteral("/version") << json(-1) << card;
        QTest::newRow("version beyond an int") << QStringLiteral("/version") << json(1ull << 63) << card;
        QTest::newRow("range upside down") << QStringLiteral("/labels/0/range") << json{3, -3} << card;
        QTest::newRow("range of nothing") << QStringLiteral("/labels/0/range") << json{0, 0} << card;
        QTest::newRow("range without end") << QStringLiteral("/labels/0/range") << json{0, 1e39} << card;
        QTest::newRow("negative column") << QStringLiteral("/labels/0/column") << json(-1) << card;
        QTest::newRow("fractional column") << QStringLiteral("/labels/0/column") << json(1.5) << card;
        QTest::newRow("neutral without end") << QStringLiteral("/labels/0/neutral") << json(1e39) << card;
        QTest::newRow("negative clip") << QStringLiteral("/inputs/text/clip") << json(-1) << card;
        QTest::newRow("no modality") << QStringLiteral("/modalities") << json{false, false, false} << card;
        QTest::newRow("four modalities")
            << QStringLiteral("/modalities") << json{true, true, true, true} << card;
        QTest::newRow("input that is a number") << QStringLiteral("/input") << json(5) << card;
        QTest::newRow("training that is a list") << QStringLiteral("/training") << json::array() << card;
        QTest::newRow("recipe that is a text") << QStringLiteral("/recipe") << json("words") << card;
        QTest::newRow("threshold that is a text")
            << QStringLiteral("/input") << json{{"presence_threshold", "a"}} << card;
        QTest::newRow("sizes that no tensor bears out")
            << QStringLiteral("/architecture/h_l") << json(35'000) << card;
    }

    void aWrongCardIsRefused()
    {
        QFETCH(const QString, pointer);
        QFETCH(const nlohmann::json, value);
        QFETCH(const QByteArray, code);
        writeModel(m_path, test::randomModel());
        Safetensors file = readSafetensors(m_path);
        std::string& text = file.metadata.at("polylogue_model_card");
        nlohmann::json card = nlohmann::json::parse(text);
        card[nlohmann::json::json_pointer(pointer.toStdString())] = value;
        text = card.dump();
        writeSafetensors(m_path, file);
        try {
            readModel(m_path);
            QFAIL("a wrong card was accepted");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), code.toStdString());
            const QByteArray told = error.what();
            QVERIFY2(told.startsWith(QByteArray::fromStdString(m_path)), told.constData());
            QVERIFY2(!told.contains("json.exception"), told.constData());
        }
    }

    void aDamagedCardIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("cut off") << QByteArray() << QByteArray()
                                 << QByteArray("the model card is no JSON: it is cut off after byte 30");
        QTest::newRow("field missing") << QByteArray("\"command\"") << QByteArray("\"comment\"")
                                       << QByteArray("the model card: command is missing");
        QTest::newRow("another kind")
            << QByteArray("\"version\":") << QByteArray("\"version\":\"a\",\"v\":")
            << QByteArray("the model card: version is \"a\", expected a whole number from 1");
        QTest::newRow("range upside down")
            << QByteArray("[-3.0,3.0]") << QByteArray("[3.0,-3.0]")
            << QByteArray("the model card: labels[0].range is [3.0,-3.0], expected [lowest, highest]");
        QTest::newRow("unknown class")
            << QByteArray("\"LMF\"") << QByteArray("\"Oracle\"")
            << QByteArray("model class \"Oracle\": not in this build, which has: EFLSTM, ");
    }

    void aDamagedCardIsNamedWithItsPlace()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QByteArray, named);
        writeModel(m_path, test::randomModel());
        Safetensors file = readSafetensors(m_path);
        std::string& text = file.metadata.at("polylogue_model_card");
        text = from.isEmpty() ? text.substr(0, 30)
                              : QByteArray::fromStdString(text).replace(from, to).toStdString();
        writeSafetensors(m_path, file);
        const std::string failure = test::failureOf([&] { readModel(m_path); });
        QVERIFY2(failure.find(m_path + ": " + named.toStdString()) != std::string::npos, failure.c_str());
        QVERIFY2(failure.find("json.exception") == std::string::npos, failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestModelFile)
#include "tst_model_file.moc"
