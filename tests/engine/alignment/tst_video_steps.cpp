#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"
#include "tests/support/steps.h"

using namespace engine;

namespace {

using Ids = std::vector<std::string>;

ComputationalSequence withIds(const Ids& ids)
{
    std::vector<std::pair<std::string, Entry>> entries;
    for (const std::string& id : ids)
        entries.emplace_back(id, test::numbered({{0, 1}}));
    return test::sequence("s", entries);
}

Entry at(double start, float value)
{
    return {{ElementType::Float64, {{start, start + 1}}}, test::floats(1, {value})};
}

}

class TestVideoSteps : public QObject {
    Q_OBJECT

private slots:
    void unifyKeepsTheVideosThatAllHave()
    {
        const Dataset unified
            = test::unify({{"a", withIds({"v[0]", "v[1]", "w"})}, {"b", withIds({"v[7]", "x"})}});
        QCOMPARE(unified[0].second.ids(), (Ids{"v[0]", "v[1]"}));
        QCOMPARE(unified[1].second.ids(), (Ids{"v[7]"}));
    }

    void unifyDoesNotConfuseIdsThatBeginAlike()
    {
        const Dataset unified
            = test::unify({{"a", withIds({"25522", "255224"})}, {"b", withIds({"255224"})}});
        QCOMPARE(unified[0].second.ids(), (Ids{"255224"}));
    }

    void hardUnifyComparesWholeIds()
    {
        const Dataset unified
            = test::hardUnify({{"a", withIds({"v[0]", "v[1]"})}, {"b", withIds({"v[1]", "v[2]"})}});
        QCOMPARE(unified[0].second.ids(), (Ids{"v[1]"}));
        QCOMPARE(unified[1].second.ids(), (Ids{"v[1]"}));
    }

    void imputeFillsWhatIsMissing_data()
    {
        QTest::addColumn<Fill>("fill");
        QTest::addColumn<float>("value");
        QTest::newRow("zeros") << Fill::Zeros << 0.0F;
        QTest::newRow("ones") << Fill::Ones << 1.0F;
    }

    void imputeFillsWhatIsMissing()
    {
        QFETCH(const Fill, fill);
        QFETCH(const float, value);
        const Entry words{{ElementType::Float64, {{1, 2}, {2, 3}}}, test::floats(1, {5, 6})};
        const Entry features{{ElementType::Float32, {{0, 1}}}, test::floats(3, {1, 2, 3})};
        const Dataset imputed
            = test::impute({{"words", test::sequence("w", {{"v[0]", words}, {"v[1]", words}})},
                            {"a", test::sequence("a", {{"v[0]", features}, {"v[9]", features}})}},
                           "words", fill);
        const ComputationalSequence& sequence = imputed[1].second;
        QCOMPARE(sequence.ids(), (Ids{"v[0]", "v[9]", "v[1]"}));
        QVERIFY(sequence.entry("v[0]") == features);
        QVERIFY(sequence.entry("v[1]").intervals == words.intervals);
        QVERIFY((sequence.entry("v[1]").features == test::floats(3, std::vector<float>(6, value))));
    }

    void imputeKeepsTheElementType()
    {
        const Entry integers{{ElementType::Float64, {{0, 1}}}, test::integers({7}, ElementType::UInt8)};
        const Dataset imputed = test::impute(
            {{"r", withIds({"v", "w"})}, {"i", test::sequence("i", {{"v", integers}})}}, "r", Fill::Ones);
        QVERIFY((imputed[1].second.entry("w").features == test::integers({1}, ElementType::UInt8)));
    }

    void textIsNotImputed()
    {
        const Entry words{{ElementType::Float64, {{0, 1}}}, test::texts({"a"})};
        const std::string failure = test::failureOf([&] {
            test::impute({{"r", withIds({"v", "w"})}, {"words", test::sequence("words", {{"v", words}})}},
                         "r", Fill::Zeros);
        });
        QVERIFY2(failure.starts_with("data_invalid: words, w: "), failure.c_str());
    }

    void anEmptySequenceStaysEmpty()
    {
        const Dataset imputed = test::impute({{"r", withIds({"v"})}, {"e", withIds({})}}, "r", Fill::Zeros);
        QVERIFY(imputed[1].second.ids().empty());
    }

    void aReferenceThatIsNotThereIsNamed()
    {
        const std::string failure = test::failureOf([] {
            test::impute({{"r", withIds({"v"})}}, "words", Fill::Zeros);
        });
        QVERIFY2(failure.starts_with("unknown_reference: words"), failure.c_str());
    }

    void revertJoinsSegmentsByTheirNumber()
    {
        const auto sequence
            = test::sequence("s", {{"v[10]", at(10, 3)}, {"v[2]", at(2, 2)}, {"w[0]", at(0, 9)}});
        const Dataset reverted = test::revert({{"s", sequence}});
        QCOMPARE(reverted[0].second.ids(), (Ids{"v", "w"}));
        const Entry entry = reverted[0].second.entry("v");
        QVERIFY((entry.intervals.values == std::vector<Interval>{{2, 3}, {10, 11}}));
        QVERIFY((entry.features == test::floats(1, {2, 3})));
    }

    void revertLeavesOutWhatASequenceLacks()
    {
        const auto a = test::sequence("a", {{"v[0]", at(0, 1)}, {"v[1]", at(1, 2)}});
        const auto b = test::sequence("b", {{"v[1]", at(1, 7)}});
        const Dataset reverted = test::revert({{"a", a}, {"b", b}});
        QVERIFY((reverted[0].second.entry("v").features == test::floats(1, {2})));
    }

    void revertRefusesWhatIsNoSegment_data()
    {
        QTest::addColumn<std::string>("id");
        for (const char* id : {"v", "v[]", "v[1", "v[x]", "v[2][3]", "v[-1]"})
            QTest::newRow(id) << std::string(id);
    }

    void revertRefusesWhatIsNoSegment()
    {
        QFETCH(const std::string, id);
        const std::string failure = test::failureOf([&] { test::revert({{"s", withIds({id})}}); });
        QVERIFY2(failure.starts_with("data_invalid: " + id), failure.c_str());
    }

    void sortOrdersTheRowsOfEachEntry()
    {
        const Dataset sorted
            = test::sort({{"s", test::sequence("s", {{"v", test::numbered({{2, 3}, {0, 1}, {2, 5}})}})}});
        const Entry entry = sorted[0].second.entry("v");
        QVERIFY((entry.intervals.values == std::vector<Interval>{{0, 1}, {2, 3}, {2, 5}}));
        QVERIFY((entry.features == test::floats(1, {1, 0, 2})));
    }
};

QTEST_GUILESS_MAIN(TestVideoSteps)
#include "tst_video_steps.moc"
