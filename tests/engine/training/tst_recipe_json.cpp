#include "engine/training/run/recipe_json.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/failure.h"

using namespace engine;
using nlohmann::json;

class TestRecipeJson : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("words") << QByteArray(R"({})");
        QTest::newRow("own rows") << QByteArray(R"({"rows": "own"})");
        QTest::newRow("a rate") << QByteArray(R"({"rows": {"rate_hz": 25.0}})");
        QTest::newRow("windows") << QByteArray(R"({"segments": {"window_s": 2.0, "hop_s": 0.5}})");
        QTest::newRow("gaps by the mean") << QByteArray(R"({"impute": "mean"})");
        QTest::newRow("no gaps") << QByteArray(R"({"impute": "none"})");
    }

    void whatIsWrittenIsRead()
    {
        QFETCH(const QByteArray, fields);
        const json written = json::parse(fields.toStdString());
        const json again = toJson(segmentRecipeFromJson(written));
        for (const auto& [key, value] : written.items())
            QVERIFY2(again.at(key) == value, again.dump().c_str());
        QCOMPARE(again.size(), written.size() + 6);
        QVERIFY(segmentRecipeFromJson(again) == segmentRecipeFromJson(written));
    }

    void windowsWithoutAHopDoNotOverlap()
    {
        const SegmentRecipe recipe = segmentRecipeFromJson({{"segments", {{"window_s", 3}}}});
        QCOMPARE(recipe.windows->hop, 3.0);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("rows") << QByteArray(R"({"rows": "frames"})") << QByteArray("recipe.rows");
        QTest::newRow("rate") << QByteArray(R"({"rows": {"rate_hz": 0}})")
                              << QByteArray("recipe.rows.rate_hz");
        QTest::newRow("another field") << QByteArray(R"({"rows": {"rate_hz": 5, "hop": 1}})")
                                       << QByteArray("recipe.rows.hop: is unknown");
        QTest::newRow("window") << QByteArray(R"({"segments": {"window_s": -2}})")
                                << QByteArray("recipe.segments.window_s");
        QTest::newRow("no window") << QByteArray(R"({"segments": {"hop_s": 2}})")
                                   << QByteArray("recipe.segments");
        QTest::newRow("scale of words") << QByteArray(R"({"scale": "video"})") << QByteArray("recipe.scale");
        QTest::newRow("scale") << QByteArray(R"({"scale": 1, "rows": "own"})") << QByteArray("recipe.scale");
        QTest::newRow("an unknown fill") << QByteArray(R"({"impute": "guess"})") << QByteArray("no fill");
        QTest::newRow("a fill that is no text")
            << QByteArray(R"({"impute": 0})") << QByteArray("recipe.impute");
        QTest::newRow("a fill of own rows")
            << QByteArray(R"({"impute": "mean", "rows": "own"})") << QByteArray("recipe.impute");
        QTest::newRow("hop") << QByteArray(R"({"segments": {"window_s": 2, "hop_s": "1"}})")
                             << QByteArray("recipe.segments.hop_s");
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(const QByteArray, recipe);
        QFETCH(const QByteArray, sentence);
        const std::string failure
            = test::failureOf([&] { segmentRecipeFromJson(json::parse(recipe.toStdString())); });
        QVERIFY2(failure.find(sentence.toStdString()) != std::string::npos, failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestRecipeJson)
#include "tst_recipe_json.moc"
