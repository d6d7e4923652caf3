#include "engine/core/error.h"
#include "engine/models/fusion/lmf.h"
#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"
#include "engine/models/hyper_parameters.h"

#include <QTest>

using namespace engine;
using nlohmann::json;

namespace {

json lmf()
{
    return {{"class", "LMF"},
            {"d_l", 6},
            {"d_a", 4},
            {"d_v", 5},
            {"h_l", 6},
            {"h_a", 3},
            {"h_v", 4},
            {"text_out", 5},
            {"out_dim", 2},
            {"rank", 3},
            {"drop", {0.1, 0.2, 0.3}}};
}

json with(const char* key, const json& value)
{
    json config = lmf();
    config[key] = value;
    return config;
}

}

class TestHyperParameters : public QObject {
    Q_OBJECT

private slots:
    void eachIsReadByItsName()
    {
        const LmfOptions options = LmfOptions::fromJson(lmf());
        QCOMPARE(options.widths.text, std::int64_t(6));
        QCOMPARE(options.widths.acoustic, std::int64_t(4));
        QCOMPARE(options.widths.visual, std::int64_t(5));
        QCOMPARE(options.hidden.text, std::int64_t(6));
        QCOMPARE(options.hidden.acoustic, std::int64_t(3));
        QCOMPARE(options.hidden.visual, std::int64_t(4));
        QCOMPARE(options.textOut, std::int64_t(5));
        QCOMPARE(options.outputs, std::int64_t(2));
        QCOMPARE(options.rank, std::int64_t(3));
        QCOMPARE(options.acousticDropout, 0.1);
        QCOMPARE(options.visualDropout, 0.2);
        QCOMPARE(options.textDropout, 0.3);
    }

    void dropoutsMayBeLeftOut()
    {
        json config = lmf();
        config.erase("drop");
        QCOMPARE(LmfOptions::fromJson(config).textDropout, 0.0);
    }

    void aWrongOneIsNamed_data()
    {
        QTest::addColumn<json>("config");
        QTest::addColumn<QByteArray>("name");
        json config = lmf();
        config.erase("rank");
        QTest::newRow("missing") << config << QByteArray("rank");
        QTest::newRow("zero") << with("h_a", 0) << QByteArray("h_a");
        QTest::newRow("negative") << with("h_a", -3) << QByteArray("h_a");
        QTest::newRow("huge") << with("h_a", 1ll << 40) << QByteArray("h_a");
        QTest::newRow("fraction") << with("h_a", 2.5) << QByteArray("h_a");
        QTest::newRow("text") << with("h_a", "3") << QByteArray("h_a");
        QTest::newRow("unknown") << with("depth", 3) << QByteArray("depth");
        QTest::newRow("two dropouts") << with("drop", {0.1, 0.2}) << QByteArray("drop");
        QTest::newRow("dropout of all") << with("drop", {0.1, 0.2, 1.0}) << QByteArray("drop");
    }

    void aWrongOneIsNamed()
    {
        QFETCH(const json, config);
        QFETCH(const QByteArray, name);
        try {
            LmfOptions::fromJson(config);
            QFAIL("wrong hyper-parameters were accepted");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), std::string("bad_hyper_parameter"));
            QVERIFY2(QByteArray(error.what()).contains('"' + name + '"'), error.what());
        }
    }

    void sizesThatDoNotFitEachOtherAreNamed_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<json>("change");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("MulT's heads") << QStringLiteral("MulT") << json{{"heads", 7}} << QByteArray("\"d\"");
        QTest::newRow("MISA's heads")
            << QStringLiteral("MISA") << json{{"heads", 7}} << QByteArray("\"hid\"");
        QTest::newRow("more than any memory")
            << QStringLiteral("TFN") << json{{"h_l", 1000000}, {"h_a", 1000000}, {"h_v", 1000000}}
            << QByteArray("is too large for the memory with d_a ");
        QTest::newRow("four layers") << QStringLiteral("WilliamsEF") << json{{"layers", 4}}
                                     << QByteArray("\"layers\"");
        QTest::newRow("no such gate")
            << QStringLiteral("RAVEN") << json{{"gate", "wide"}} << QByteArray("\"gate\"");
    }

    void sizesThatDoNotFitEachOtherAreNamed()
    {
        QFETCH(const QString, model);
        QFETCH(const json, change);
        QFETCH(const QByteArray, named);
        json config = modelDefaults(model.toStdString()).at("model");
        config.update({{"d_l", 6}, {"d_a", 4}, {"d_v", 5}, {"out_dim", 1}});
        config.update(change);
        try {
            createModel(config);
            QFAIL("wrong hyper-parameters were accepted");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), std::string("bad_hyper_parameter"));
            QVERIFY2(QByteArray(error.what()).contains(named), error.what());
        }
    }
};

QTEST_GUILESS_MAIN(TestHyperParameters)
#include "tst_hyper_parameters.moc"
