#include "engine/recipes/tensor_output.h"

#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/recipe_folder.h"

using namespace engine;

namespace {

Entry twoWide(const std::vector<float>& values)
{
    const std::vector<Interval> intervals(values.size() / 2, Interval{0, 1});
    return {{ElementType::Float64, intervals}, test::floats(2, values)};
}

FeatureArray read(const std::filesystem::path& file, const std::string& group, const std::string& name)
{
    const hdf5::Dataset dataset = hdf5::File(file).root().group(group).dataset(name);
    return {dataset.shape().type, dataset.shape().extents, dataset.read()};
}

}

class TestTensors : public QObject {
    Q_OBJECT

private slots:
    void zerosStandInFrontOrBehind_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("padBehind");
        QTest::addColumn<std::vector<double>>("expected");
        QTest::newRow("in front") << 3 << false << std::vector<double>{0, 0, 1, 2, 3, 4};
        QTest::newRow("behind") << 3 << true << std::vector<double>{1, 2, 3, 4, 0, 0};
        QTest::newRow("the last are kept") << 1 << false << std::vector<double>{3, 4};
        QTest::newRow("the first are kept") << 1 << true << std::vector<double>{1, 2};
        QTest::newRow("as long") << 2 << false << std::vector<double>{1, 2, 3, 4};
    }

    void zerosStandInFrontOrBehind()
    {
        QFETCH(const int, length);
        QFETCH(const bool, padBehind);
        QFETCH(const std::vector<double>, expected);
        const Entry entry = twoWide({9, 9, 1, 2, 3, 4, 9, 9});
        const FeatureArray tensor = padded({entry, 1, 2}, static_cast<std::size_t>(length), padBehind);
        QCOMPARE(tensor.shape, (std::vector<std::size_t>{1, static_cast<std::size_t>(length), 2}));
        QVERIFY(tensor.type == ElementType::Float64);
        QCOMPARE(std::get<std::vector<double>>(tensor.values), expected);
    }

    void textIsPaddedAsNumpyDoes()
    {
        const Entry entry{{ElementType::Float64, {{0, 1}}}, test::texts({"hi"})};
        QCOMPARE(std::get<std::vector<std::string>>(padded(entry, 2, false).values),
                 (std::vector<std::string>{"0.0", "hi"}));
    }

    void entriesGoToTheFoldOfTheirVideo()
    {
        const test::RecipeFolder folder;
        folder.write("a",
                     {{"u[0]", twoWide({1, 2})},
                      {"v[10]", twoWide({3, 4})},
                      {"v[2]", twoWide({5, 6})},
                      {"w", twoWide({7, 8})}});
        folder.write("b",
                     {{"u[0]", twoWide({1, 1})},
                      {"v[10]", twoWide({2, 2})},
                      {"v[2]", twoWide({3, 3})},
                      {"w", twoWide({4, 4})},
                      {"x", twoWide({5, 5})}});
        const RunSummary summary = folder.run(folder.recipe({"a", "b"}, R"("output": "tensors",
            "tensors": {"seq_len": 1, "non_sequences": ["b"], "folds": [["v"], ["u", "v"], []]})"),
                                              "out");
        const std::filesystem::path file = folder.root / "out" / "tensors.h5";
        QCOMPARE(std::get<std::vector<double>>(read(file, "fold0", "a").values),
                 (std::vector<double>{3, 4, 5, 6}));
        QCOMPARE(std::get<std::vector<double>>(read(file, "fold1", "a").values), (std::vector<double>{1, 2}));
        QCOMPARE(read(file, "fold2", "a").shape, (std::vector<std::size_t>{0, 1, 2}));
        QVERIFY(read(file, "fold0", "b").type == ElementType::Float32);
        QCOMPARE(std::get<std::vector<std::string>>(read(file, "ids", "fold0").values),
                 (std::vector<std::string>{"v[10]", "v[2]"}));
        QCOMPARE(summary.warnings.size(), std::size_t(3));
        QVERIFY(summary.warnings[1].find("drops 1 id that a sequence lacks (such as x, missing in a)")
                != std::string::npos);
        QVERIFY(summary.warnings.front().find("such as v: folds 0, 1") != std::string::npos);
        QVERIFY(summary.warnings.back().find("such as w") != std::string::npos);
    }

    void entriesComeAsTheFirstSequenceHasThem()
    {
        const test::RecipeFolder folder;
        folder.write("a",
                     {{"v[0]", twoWide({1, 2})}, {"v2[0]", twoWide({3, 4})}}); // "v2" < "v[", but "v" < "v2"
        const auto ids = [&](const char* steps) {
            folder.run(
                folder.recipe({"a"},
                              std::string(R"("output": "tensors", "tensors": {"seq_len": 1}, "steps": )")
                                  + steps),
                "out");
            return std::get<std::vector<std::string>>(
                read(folder.root / "out" / "tensors.h5", "ids", "fold0").values);
        };
        QCOMPARE(ids("[]"), (std::vector<std::string>{"v2[0]", "v[0]"}));
        QCOMPARE(ids(R"([{"op": "revert"}])"), (std::vector<std::string>{"v", "v2"}));
    }

    void unpaddedArraysMayDifferBetweenFolds()
    {
        const test::RecipeFolder folder;
        folder.write("a", {{"u", twoWide({1, 2})}, {"v", twoWide({3, 4, 5, 6})}});
        const Recipe recipe = folder.recipe({"a"}, R"("output": "tensors",
            "tensors": {"seq_len": 1, "non_sequences": ["a"], "folds": [[], ["v"], ["u"]]})");
        folder.run(recipe, "out");
        const std::filesystem::path file = folder.root / "out" / "tensors.h5";
        QCOMPARE(read(file, "fold1", "a").shape, (std::vector<std::size_t>{1, 2, 2}));
        QCOMPARE(read(file, "fold2", "a").shape, (std::vector<std::size_t>{1, 1, 2}));
        QCOMPARE(read(file, "fold0", "a").shape,
                 (std::vector<std::size_t>{0, 2, 2})); // as the first that is not empty
    }

    void entriesOfOtherWidthAreNamed()
    {
        const test::RecipeFolder folder;
        folder.write(
            "a",
            {{"u", twoWide({1, 2})}, {"v", {{ElementType::Float64, {{0, 1}}}, test::floats(3, {1, 2, 3})}}});
        const std::string failure = test::failureOf([&] {
            folder.run(folder.recipe({"a"}, R"("output": "tensors", "tensors": {"seq_len": 4})"), "out");
        });
        QVERIFY2(failure.starts_with(
                     "dimension_mismatch: a, v: a tensor of float64 4×3, but those before are float64 4×2"),
                 failure.c_str());
        QVERIFY(folder.files("out").empty());
    }

    void anUnpaddedSequenceThatIsNotThereIsNamed()
    {
        const test::RecipeFolder folder;
        folder.write("a", {{"u", twoWide({1, 2})}});
        const std::string failure = test::failureOf([&] {
            folder.run(
                folder.recipe(
                    {"a"}, R"("output": "tensors", "tensors": {"seq_len": 4, "non_sequences": ["labels"]})"),
                "out");
        });
        QVERIFY2(failure.starts_with("recipe_invalid: non_sequences: no sequence is called labels"),
                 failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestTensors)
#include "tst_tensors.moc"
