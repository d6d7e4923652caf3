#include "engine/training/data/feature_source.h"
#include "engine/training/data/folds.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/failure.h"

using namespace engine;

namespace {

LabelledSegment segment(const std::string& id, const std::string& fold, std::vector<float> labels)
{
    LabelledSegment result;
    result.id = id;
    result.fold = fold;
    result.labels = std::move(labels);
    return result;
}

}

class TestFolds : public QObject {
    Q_OBJECT

private slots:
    void segmentsGoToTheFoldOfTheirVideo()
    {
        const Folds folds = splitByFold({segment("a[0]", "train", {1}), segment("b[0]", "test", {1}),
                                         segment("a[1]", "train", {1}), segment("c[x][2]", "valid", {1}),
                                         segment("d[0]", "", {1}), segment("a[2]", "train", {})});
        QCOMPARE(folds.training.size(), std::size_t(2));
        QCOMPARE(folds.validation.size(), std::size_t(1));
        QCOMPARE(folds.test.size(), std::size_t(1));
        FeatureData data;
        data.folds[0].name = "train";
        data.folds[0].ids = {"a[0]", "b[1]", "a[1]"};
        data.folds[1].name = "valid";
        data.folds[1].ids = {"c[x][2]", "d$_$7"};
        data.folds[2].name = "test";
        const FoldLists expected{{"train", {"a", "b"}}, {"valid", {"c[x]", "d"}}, {"test", {}}};
        QVERIFY(videosOf(data) == expected);
    }

    void aSegmentIsInOneFold()
    {
        FeatureData data;
        data.source = "mine.h5";
        data.folds[0].name = "train";
        data.folds[0].ids = {"a[0]", "a[1]"};
        data.folds[2].name = "test";
        data.folds[2].ids = {"b[0]", "a[1]"};
        const std::string failure = test::failureOf([&] { requireApart(data); });
        QVERIFY2(failure.find("mine.h5: a[1] is in train and in test") != std::string::npos, failure.c_str());
    }

    void aSegmentThatIsTwiceInItsFoldIsNoted()
    {
        FeatureData data;
        data.folds[0].name = "train";
        data.folds[0].ids = {"a", "a", "b", "a"};
        requireApart(data);
        QCOMPARE(data.notes.size(), std::size_t(1));
        QVERIFY(data.notes.front().starts_with("2 segments have the id of another one of their fold: a in"));
    }
};

QTEST_GUILESS_MAIN(TestFolds)
#include "tst_folds.moc"
