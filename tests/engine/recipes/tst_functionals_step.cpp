#include "engine/functionals/egemaps_functionals.h"
#include "engine/sequences/csd_file.h"

#include <QTest>

#include <cmath>

#include "tests/support/failure.h"
#include "tests/support/recipe_folder.h"

using namespace engine;

namespace {

constexpr std::size_t kRows = 300;

/// Three seconds of rows, 100 a second, of made-up values that differ from row to row.
Entry madeRows(std::size_t columns, double phase)
{
    std::vector<Interval> intervals;
    std::vector<float> values;
    for (std::size_t row = 0; row < kRows; ++row) {
        const auto time = static_cast<double>(row);
        intervals.push_back({time / 100, (time + 1) / 100});
        for (std::size_t column = 0; column < columns; ++column) {
            const bool isPause = column >= 10 && row % 60 < 20; // no voice, and nothing measured of it
            values.push_back(
                isPause ? 0.0F
                        : static_cast<float>(2.0 + std::sin(time / 7 + phase * static_cast<double>(column))));
        }
    }
    return {{ElementType::Float64, intervals}, test::floats(columns, values)};
}

FeatureRows asRows(const Entry& entry)
{
    return {{}, entry.intervals.values, entry.features.toMatrix()};
}

Entry words()
{
    return {{ElementType::Float64, {{0.1, 0.52}, {0.52, 0.9}, {1.5, 2.25}}}, test::floats(1, {1, 2, 3})};
}

std::vector<float> values(const Entry& entry)
{
    return std::get<std::vector<float>>(entry.features.values);
}

}

class FunctionalsStepTest : public QObject {
    Q_OBJECT

    const Entry m_descriptors = madeRows(26, 0.3);
    const Entry m_level = madeRows(11, 0.7);

    test::RecipeFolder folder() const
    {
        test::RecipeFolder folder;
        folder.write("egemaps25", {{"v", m_descriptors}, {"w", m_descriptors}});
        folder.write("spectral", {{"v", m_level}});
        folder.write("words", {{"v", words()}, {"w", words()}});
        return folder;
    }

private slots:
    void aRowForEachWord()
    {
        const test::RecipeFolder files = folder();
        files.run(files.recipe({"egemaps25", "spectral", "words"},
                               R"("steps": [{"op": "functionals", "per": "words"}])"),
                  "out");
        const CsdFile made = files.result("out", "egemaps88");
        QCOMPARE(made.ids(), std::vector<std::string>{"v"}); // w has no level
        const Entry entry = made.entry("v");
        QVERIFY(entry.intervals.values == words().intervals.values);
        const FeatureRows expected
            = egemaps88(asRows(m_descriptors), asRows(m_level), words().intervals.values);
        QCOMPARE(values(entry), expected.values.values);
        QCOMPARE(made.metadata().at("dimension names").size(), std::size_t(89));
        QCOMPARE(files.result("out", "words").ids().size(), std::size_t(2));
    }

    void aRowForEachWindowUntilTheEnd()
    {
        const test::RecipeFolder files = folder();
        files.run(files.recipe({"egemaps25", "spectral"},
                               R"("steps": [{"op": "functionals", "per": {"window_s": 1, "hop_s": 0.8},
                                             "into": "voice"}])"),
                  "out");
        const Entry entry = files.result("out", "voice").entry("v");
        const std::vector<Interval> windows{{0, 1}, {0.8, 1.8}, {1.6, 2.6}, {0.8 * 3, 0.8 * 3 + 1}};
        QVERIFY(entry.intervals.values == windows);
        QCOMPARE(values(entry), egemaps88(asRows(m_descriptors), asRows(m_level), windows).values.values);
    }

    /// The step works on what was aligned before, and aligning works on what it made.
    void otherStepsGoTogetherWithIt()
    {
        const test::RecipeFolder files = folder();
        files.run(files.recipe({"egemaps25", "spectral", "words"},
                               R"("steps": [{"op": "functionals", "per": "words"}, {"op": "unify"},
                                            {"op": "align", "reference": "words", "collapse": ["mean"]}])"),
                  "after");
        const FeatureRows expected
            = egemaps88(asRows(m_descriptors), asRows(m_level), words().intervals.values);
        const Entry second = files.result("after", "egemaps88").entry("v[1]");
        QVERIFY(std::ranges::equal(values(second), expected.values.row(1)));

        files.run(
            files.recipe(
                {"egemaps25", "spectral", "words"},
                R"("steps": [{"op": "align", "reference": "words"}, {"op": "functionals", "per": "words"},
                                            {"op": "hard_unify"}])"),
            "before");
        const CsdFile before = files.result("before", "egemaps88");
        QCOMPARE(before.ids(), (std::vector<std::string>{"v[0]", "v[1]", "v[2]"}));
        QVERIFY(std::ranges::equal(values(before.entry("v[1]")), expected.values.row(1)));
    }

    void shardsMergeToTheSameBytes()
    {
        const test::RecipeFolder files = folder();
        files.write("spectral", {{"v", m_level}, {"w", m_level}});
        const Recipe recipe = files.recipe({"egemaps25", "spectral", "words"},
                                           R"("steps": [{"op": "functionals", "per": "words"}])");
        files.run(recipe, "whole", 0, 1, 1);
        files.run(recipe, "again", 0, 1, 2);
        QVERIFY(files.bytes("whole/egemaps88.csd") == files.bytes("again/egemaps88.csd"));
    }

    void whatCannotBeSummedUpIsNamed_data()
    {
        QTest::addColumn<std::string>("step");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* step, const char* expected) {
            QTest::newRow(name) << std::string(step) << QString::fromLatin1(expected);
        };
        row("unknown sequence", R"({"op": "functionals", "of": "x", "per": "words"})", "x");
        row("unknown words", R"({"op": "functionals", "per": "segments"})", "segments");
        row("no place", R"({"op": "functionals"})", "per is missing");
        row("a window without an end", R"({"op": "functionals", "per": {"window_s": 0, "hop_s": 1}})",
            "per.window_s is 0, expected a number above 0");
        row("frames", R"({"op": "functionals", "per": {"frames_of": "v.mp4"}})", "window_s");
        row("the name is taken", R"({"op": "functionals", "per": "words", "into": "words"})", "already");
        row("other columns", R"({"op": "functionals", "of": "spectral", "per": "words"})", "11 columns");
        row("other rows", R"({"op": "functionals", "level": "words", "per": "words"})", "3 rows");
        row("unknown field", R"({"op": "functionals", "per": "words", "pro": 1})", "pro");
    }

    void whatCannotBeSummedUpIsNamed()
    {
        QFETCH(std::string, step);
        QFETCH(QString, expected);
        const test::RecipeFolder files = folder();
        const QString failure = QString::fromStdString(test::failureOf([&] {
            files.run(files.recipe({"egemaps25", "spectral", "words"}, R"("steps": [)" + step + "]"), "out");
        }));
        QVERIFY2(failure.contains(expected), qPrintable(failure));
    }
};

QTEST_APPLESS_MAIN(FunctionalsStepTest)
#include "tst_functionals_step.moc"
