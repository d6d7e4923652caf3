#include "engine/core/error.h"
#include "engine/training/data/feature_shaping.h"

#include <QTest>

#include <limits>
#include <nlohmann/json.hpp>

using namespace engine;

namespace {

/// One number per step, of the text alone.
FoldData fold(const std::string& name, std::size_t steps, const std::vector<std::string>& ids,
              std::vector<float> values)
{
    FoldData result;
    result.name = name;
    result.ids = ids;
    result.lengths.assign(ids.size(), static_cast<std::int64_t>(steps));
    for (const Modality modality : allModalities) {
        result.of(modality) = {steps, 0, {}};
        result.presenceOf(modality).assign(ids.size(), modality == Modality::Text);
    }
    result.of(Modality::Text) = {steps, 1, std::move(values)};
    result.labels = FeatureMatrix(ids.size(), 1);
    return result;
}

/// Two segments: 2 and 1 steps of text, 5 and 2 acoustic ones, and of a visual modality that nobody has 1.
FoldData unalignedFold(const std::string& name, const std::vector<std::string>& ids)
{
    FoldData result = fold(name, 2, ids, {1, 2, 3, 0});
    result.lengths = {2, 1};
    result.of(Modality::Acoustic) = {5, 1, {0, 1, 2, 3, 4, 5, 6, 0, 0, 0}, {5, 2}};
    result.presenceOf(Modality::Acoustic).assign(2, true);
    result.of(Modality::Visual) = {1, 0, {}, {1, 1}};
    return result;
}

FeatureData threeFolds()
{
    FeatureData data;
    data.source = "features.h5";
    data.folds = {fold("train", 1, {"a[0]", "a[1]", "b[0]"}, {1, 2, 3}), fold("valid", 1, {"c[0]"}, {4}),
                  fold("test", 1, {"d[0]", "d[1]"}, {5, 6})};
    return data;
}

}

class TestFeatureShaping : public QObject {
    Q_OBJECT

private slots:
    void aWindowHoldsTheUtterancesBeforeOfTheSameVideo()
    {
        const FoldData windows
            = windowed(fold("train", 1, {"a[0]", "a[1]", "a[2]", "b[0]"}, {1, 2, 3, 4}), 2);
        QVERIFY((windows.of(Modality::Text).values == std::vector<float>{1, 0, 1, 2, 2, 3, 4, 0}));
        QVERIFY((windows.lengths == std::vector<std::int64_t>{1, 2, 2, 1}));
    }

    void longSegmentsGiveEvenlySpacedSteps()
    {
        FoldData segments = fold("train", 5, {"a[0]", "a[1]"}, {0, 1, 2, 3, 4, 7, 8, 0, 0, 0});
        segments.lengths[1] = 2;
        const FoldData shorter = ofFixedLength(segments, 3);
        QVERIFY((shorter.of(Modality::Text).values == std::vector<float>{0, 2, 4, 7, 8, 0}));
        QVERIFY((shorter.lengths == std::vector<std::int64_t>{3, 2}));
        QCOMPARE(ofFixedLength(segments, 9).steps(), std::size_t(9));
    }

    void eachUnalignedModalityGivesEvenlySpacedStepsOfItsOwn()
    {
        const FoldData shorter = ofFixedLength(unalignedFold("train", {"a[0]", "a[1]"}), 3);
        QVERIFY((shorter.of(Modality::Text).values == std::vector<float>{1, 2, 0, 3, 0, 0}));
        QVERIFY((shorter.of(Modality::Acoustic).values == std::vector<float>{0, 2, 4, 5, 6, 0}));
        QVERIFY((shorter.lengthsOf(Modality::Text) == std::vector<std::int64_t>{2, 1}));
        QVERIFY((shorter.lengthsOf(Modality::Acoustic) == std::vector<std::int64_t>{3, 2}));
        QVERIFY((shorter.lengthsOf(Modality::Visual) == std::vector<std::int64_t>{1, 1}));
    }

    void aSplitTakesTheLengthsOfEachModalityAlong()
    {
        FeatureData data = threeFolds();
        for (FoldData& fold : data.folds)
            fold.of(Modality::Text) = {2, 1, std::vector<float>(2 * fold.size())};
        data.folds[0] = unalignedFold("train", {"a[0]", "a[1]"}); // the others are aligned
        const FeatureData split = resplit(data, {{"train", {"c", "a[1]"}}, {"test", {"d"}}});
        QVERIFY((split.training().lengthsOf(Modality::Text) == std::vector<std::int64_t>{1, 1}));
        QVERIFY((split.training().lengthsOf(Modality::Acoustic) == std::vector<std::int64_t>{1, 2}));
        QCOMPARE(split.training().of(Modality::Acoustic).steps, std::size_t(5));
        QVERIFY((split.test().lengthsOf(Modality::Visual) == std::vector<std::int64_t>{1, 1}));
    }

    void foldsAreSplitAnewByVideoSegmentOrRange()
    {
        const FoldLists split{
            {"train", {"d", "a[1]"}}, {"valid", {"train[2:3]", "nobody"}}, {"test", {"valid[0:]"}}};
        const FeatureData data = resplit(threeFolds(), split);
        QVERIFY((data.training().ids == std::vector<std::string>{"d[0]", "d[1]", "a[1]"}));
        QVERIFY((data.training().of(Modality::Text).values == std::vector<float>{5, 6, 2}));
        QVERIFY((data.validation().ids == std::vector<std::string>{"b[0]"}));
        QVERIFY((data.test().ids == std::vector<std::string>{"c[0]"}));
        QCOMPARE(data.notes.size(), std::size_t(1));
    }

    void aSplitNamesTheFoldOfEachSegment()
    {
        const FoldLists split{{"train", {"c"}}, {"test", {"a[1]", "test[0:1]"}}};
        QVERIFY((foldsBySplit(threeFolds(), split)
                 == std::vector<std::string>{"", "test", "", "train", "test", ""}));
        QVERIFY(foldsBySplit(threeFolds(), FoldLists{{"train", {"z"}}}).empty()); // made for other data
        QVERIFY(foldsBySplit(threeFolds(), std::nullopt).empty());
    }

    void aFoldThatComesOutEmptyIsRefused()
    {
        QVERIFY_THROWS_EXCEPTION(FormatError, resplit(threeFolds(), {{"train", {"nobody"}}}));
        QVERIFY_THROWS_EXCEPTION(FormatError, resplit(threeFolds(), {{"training", {"a"}}}));
    }

    void anEntryOfASplitThatIsNoRangeIsRefused_data()
    {
        QTest::addColumn<std::string>("entry");
        QTest::newRow("counted from the end") << std::string("test[-3:]");
        QTest::newRow("a word") << std::string("test[x:60]");
        QTest::newRow("a number and more") << std::string("test[0:1x]");
    }

    void anEntryOfASplitThatIsNoRangeIsRefused()
    {
        QFETCH(const std::string, entry);
        try {
            resplit(threeFolds(), {{"train", {entry}}});
            QFAIL("no range was accepted");
        } catch (const FormatError& error) {
            QVERIFY2(QByteArray(error.what()).contains(entry.c_str()), error.what());
        }
    }

    void aSegmentStandsInOneFoldOnce_data()
    {
        QTest::addColumn<FoldLists>("split");
        QTest::newRow("in two folds") << FoldLists{{"train", {"d"}}, {"test", {"test[1:2]"}}};
        QTest::newRow("twice in one") << FoldLists{{"train", {"d", "d[1]"}}};
    }

    void aSegmentStandsInOneFoldOnce()
    {
        QFETCH(const FoldLists, split);
        try {
            resplit(threeFolds(), split);
            QFAIL("a segment was taken twice");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), std::string("bad_split"));
            QVERIFY2(QByteArray(error.what()).contains("d[1]"), error.what());
        }
    }

    void foldsOfOtherLabelsAreNotMixed()
    {
        FeatureData data = threeFolds();
        data.folds[1].labels = FeatureMatrix(1, 0);
        try {
            resplit(data, {{"train", {"a"}}});
            QFAIL("a fold without labels was mixed with others");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), std::string("no_labels"));
            QVERIFY2(QByteArray(error.what()).contains("the fold valid has 0 labels"), error.what());
        }
    }

    void aBrokenNumberIsNamedOrCountsAsZero()
    {
        FeatureData data = threeFolds();
        data.folds[2].of(Modality::Text).values[1] = std::numeric_limits<float>::quiet_NaN();
        try {
            settleBrokenNumbers(data, false);
            QFAIL("a broken number was accepted");
        } catch (const FormatError& error) {
            for (const char* const named : {"features.h5", "test/text", "nan", "d[1]", "step 1", "column 1"})
                QVERIFY2(QByteArray(error.what()).contains(named), error.what());
        }
        settleBrokenNumbers(data, true);
        QCOMPARE(data.test().of(Modality::Text).values[1], 0.0f);
    }

    void stepsThatNoMachineHoldsAreRefused()
    {
        FoldData fold = threeFolds().training();
        fold.of(Modality::Text).width = std::size_t{1} << 20;
        try {
            ofFixedLength(fold, 10'000);
            QFAIL("more numbers were asked for than can be");
        } catch (const FormatError& error) {
            QVERIFY2(QByteArray(error.what()).contains("steps: is 10000, too many"), error.what());
        }
    }

    void whatNoTrainingSegmentHasIsNotLearnt()
    {
        FeatureData data = threeFolds();
        data.folds[2].presenceOf(Modality::Visual).assign(2, true);
        QVERIFY((learnable(data, {true, true, true}) == EnabledModalities{true, false, false}));
        QCOMPARE(data.notes.size(), std::size_t(1));
        QVERIFY_THROWS_EXCEPTION(FormatError, learnable(data, {false, true, true}));
    }
};

QTEST_GUILESS_MAIN(TestFeatureShaping)
#include "tst_feature_shaping.moc"
