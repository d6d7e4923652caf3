#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"
#include "tests/support/steps.h"

using namespace engine;

namespace {

/// Two words and frames of half a second; features are the numbers of the rows.
Dataset example()
{
    return {{"words", test::sequence("words", {{"v", test::numbered({{0.0, 1.0}, {1.0, 1.75}})}})},
            {"frames",
             test::sequence("frames",
                            {{"v", test::numbered({{0.0, 0.5}, {0.5, 1.0}, {1.0, 1.5}, {1.5, 2.0}})}})}};
}

std::vector<CollapseFunction> mean()
{
    return {CollapseFunction::parse("mean")};
}

const ComputationalSequence& frames(const Dataset& dataset)
{
    return dataset[1].second;
}

std::vector<float> values(const Entry& entry)
{
    return std::get<std::vector<float>>(entry.features.values);
}

}

class TestAlign : public QObject {
    Q_OBJECT

private slots:
    void everyReferenceRowBecomesASegment()
    {
        const Dataset aligned = test::align(example(), {"words", {}});
        QCOMPARE(aligned[0].second.ids(), (std::vector<std::string>{"v[0]", "v[1]"}));
        QVERIFY((aligned[0].second.entry("v[1]").intervals.values == std::vector<Interval>{{1.0, 1.75}}));
        const Entry second = frames(aligned).entry("v[1]");
        QVERIFY((second.intervals.values == std::vector<Interval>{{1.0, 1.5}, {1.5, 1.75}}));
        QCOMPARE(values(second), (std::vector<float>{2, 3}));
    }

    void rowsAreCollapsedWhenAFunctionIsGiven()
    {
        const Dataset aligned = test::align(example(), {"words", {{"*", mean()}}});
        const Entry second = frames(aligned).entry("v[1]");
        QVERIFY((second.intervals.values == std::vector<Interval>{{1.0, 1.75}}));
        QCOMPARE(values(second), (std::vector<float>{2.5}));
    }

    void eachSequenceMayHaveItsOwnFunctions()
    {
        const AlignStep step{
            "words", {{"frames", {CollapseFunction::parse("max"), CollapseFunction::parse("count")}}}};
        const Dataset aligned = test::align(example(), step);
        QCOMPARE(frames(aligned).entry("v[0]").features.shape, (std::vector<std::size_t>{1, 2}));
        QCOMPARE(aligned[0].second.entry("v[0]").features.shape, (std::vector<std::size_t>{1, 1}));
    }

    void aWordThatIsTooShortUsesUpItsNumber()
    {
        Dataset dataset = example();
        dataset[0].second.put("v", test::numbered({{0.0, 1.0}, {1.0, 1.000001}, {1.0, 2.0}}));
        QCOMPARE(frames(test::align(dataset, {"words", {}})).ids(),
                 (std::vector<std::string>{"v[0]", "v[2]"}));
    }

    void whatReceivesNothingHasNoEntry()
    {
        Dataset dataset = example();
        dataset[0].second.put("v", test::numbered({{0.0, 1.0}, {5.0, 6.0}}));
        const Dataset aligned = test::align(dataset, {"words", {}});
        QVERIFY(aligned[0].second.contains("v[1]"));
        QVERIFY(!frames(aligned).contains("v[1]"));
    }

    void theReferenceStaysInItsStoredOrder()
    {
        Dataset dataset = example();
        dataset[0].second.put("v", test::numbered({{1.0, 2.0}, {0.0, 1.0}}));
        const Dataset aligned = test::align(dataset, {"words", {}});
        QCOMPARE(values(frames(aligned).entry("v[0]")), (std::vector<float>{2, 3}));
    }

    void aVideoThatIsNotInAllSequencesIsLeftOut()
    {
        Dataset dataset = example();
        dataset[0].second.put("v2", test::numbered({{0.0, 1.0}}));
        QCOMPARE(test::align(dataset, {"words", {}})[0].second.ids(),
                 (std::vector<std::string>{"v[0]", "v[1]"}));
    }

    void segmentsOfTheSourceArePooled()
    {
        Dataset dataset = example();
        dataset[1].second = test::sequence(
            "frames", {{"v[3]", test::numbered({{0.5, 1.0}})}, {"v[0]", test::numbered({{0.0, 0.5}})}});
        const Entry first = frames(test::align(dataset, {"words", {}})).entry("v[0]");
        QVERIFY((first.intervals.values == std::vector<Interval>{{0.0, 0.5}, {0.5, 1.0}}));
    }

    void theMetadataIsCarriedOver()
    {
        Dataset dataset = example();
        dataset[1].second.setMetadata({{"root name", "other"}, {"creator", "me"}});
        QVERIFY(frames(test::align(dataset, {"words", {}})).metadata() == dataset[1].second.metadata());
    }

    void theDatasetItselfIsNotChanged()
    {
        const Dataset dataset = example();
        test::align(dataset, {"words", {}});
        QCOMPARE(frames(dataset).ids(), (std::vector<std::string>{"v"}));
    }

    void aReferenceThatIsNotThereIsNamed()
    {
        const std::string failure = test::failureOf([] { test::align(example(), {"letters", {}}); });
        QVERIFY2(failure.starts_with("unknown_reference: letters"), failure.c_str());
    }

    void aReferenceOfSegmentsIsRefused()
    {
        const Dataset aligned = test::align(example(), {"words", {}});
        const std::string failure = test::failureOf([&] { test::align(aligned, {"words", {}}); });
        QVERIFY2(failure.starts_with("reference_already_aligned"), failure.c_str());
        QVERIFY2(failure.find("v[0]") != std::string::npos, failure.c_str());
    }

    void aFailureNamesSequenceReferenceAndVideo()
    {
        Dataset dataset = example();
        dataset[1].second.put("v", {{ElementType::Float64, {{0.0, 1.0}}}, test::texts({"x"})});
        const std::string failure = test::failureOf([&] {
            test::align(dataset, {"words", {{"*", mean()}}});
        });
        QVERIFY2(failure.starts_with("collapse_failed: frames, aligned to words, video v: "),
                 failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestAlign)
#include "tst_align.moc"
