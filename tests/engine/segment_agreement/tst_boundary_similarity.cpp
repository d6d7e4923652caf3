#include "engine/segment_agreement/boundary_similarity.h"

#include <QTest>

#include "tests/engine/segment_agreement/made_talks.h"

using namespace engine;

/// Whether raters cut at the same places. Recorded cases: tst_run_case_command.
class TestBoundarySimilarity : public QObject {
    Q_OBJECT

    static std::vector<MarkedVideo> cutAt(std::vector<double> first, std::vector<double> second)
    {
        MarkedVideo video{"v", {0.0, 10.0}, {}};
        const auto fill = [&](const char* rater, const std::vector<double>& cuts) {
            double at = 0.0;
            for (const double cut : cuts) {
                video.raters[rater].push_back({{at, cut}, "x"});
                at = cut;
            }
            video.raters[rater].push_back({{at, 10.0}, "x"});
        };
        fill("ada", first);
        fill("bob", second);
        return {video};
    }

private slots:
    void aNearMissCountsInPart()
    {
        const BoundarySimilarity near = boundarySimilarity(cutAt({2, 5}, {2, 6}), {1.0, 2});
        QCOMPARE(*near.similarity.value, 0.75); // a match, and a transposition of one of two places
        QCOMPARE(*boundarySimilarity(cutAt({2, 5}, {2, 7}), {1.0, 2}).similarity.value, 1.0 / 3.0);
        QCOMPARE(*boundarySimilarity(cutAt({2, 5}, {2, 7}), {1.0, 3}).similarity.value,
                 1.0 - (2.0 / 3.0) / 2.0);
    }

    void chanceIsHowOftenTheyCut()
    {
        const BoundarySimilarity similarity = boundarySimilarity(cutAt({2, 5}, {2, 6}), {1.0, 2});
        const double chance = (2.0 / 9.0) * (2.0 / 9.0);
        QCOMPARE(similarity.expected, chance);
        QCOMPARE(*similarity.corrected.value, (0.75 - chance) / (1.0 - chance));
    }

    void whatCannotBeIsUndefined()
    {
        const std::vector<MarkedVideo> uncut{{"v", {0, 10}, {{"ada", {}}, {"bob", {}}}}};
        QCOMPARE(boundarySimilarity(uncut).similarity.undefined, std::string("Nobody set a boundary."));
        const std::vector<MarkedVideo> tiny{{"v", {0, 0.1}, {{"ada", {}}, {"bob", {}}}}};
        QCOMPARE(boundarySimilarity(tiny).corrected.undefined,
                 std::string("No video is longer than one place."));
        QCOMPARE(boundarySimilarity(cutAt({1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 5, 6, 7, 8, 9}), {1.0, 2})
                     .corrected.undefined,
                 std::string("A boundary at every place."));
    }

    void eachPairHasItsOwn()
    {
        const BoundarySimilarity similarity = boundarySimilarity(test::madeTalks({.raters = 4, .videos = 2}));
        QCOMPARE(similarity.pairs.size(), std::size_t{6});
        QCOMPARE(similarity.pairs.front().between, (std::vector<std::string>{"rater_0", "rater_1"}));
    }
};

QTEST_GUILESS_MAIN(TestBoundarySimilarity)
#include "tst_boundary_similarity.moc"
