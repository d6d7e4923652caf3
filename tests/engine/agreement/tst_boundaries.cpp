#include "engine/agreement/assignment.h"
#include "engine/agreement/boundaries.h"
#include "engine/agreement/time_kappa.h"
#include "engine/core/error.h"

#include <QTest>

#include <numeric>
#include <random>

#include "tests/engine/agreement/ratings.h"

using namespace engine;
using test::printed;

namespace {

double worthOf(const std::vector<std::vector<Worth>>& rows, std::size_t row, std::size_t column)
{
    for (const Worth& worth : rows[row]) {
        if (worth.column == column)
            return worth.weight;
    }
    return 0.0;
}

/// The largest sum over all ways to give the columns to the rows.
double bestOf(const std::vector<std::vector<Worth>>& rows, std::size_t columns)
{
    std::vector<std::size_t> order(std::max(rows.size(), columns));
    std::iota(order.begin(), order.end(), 0);
    double best = 0.0;
    do {
        double sum = 0.0;
        for (std::size_t row = 0; row < rows.size(); ++row)
            sum += worthOf(rows, row, order[row]);
        best = std::max(best, sum);
    } while (std::ranges::next_permutation(order).found);
    return best;
}

std::vector<SegmentedPair> pairOf(std::vector<Interval> first, std::vector<Interval> second)
{
    return {{"v", std::move(first), std::move(second)}};
}

}

/// Whose segments are the same, how far their edges are apart, and what both say at a time.
class TestBoundaries : public QObject {
    Q_OBJECT

private slots:
    void theAssignmentIsTheBestOfAll()
    {
        std::mt19937 random(5);
        for (int round = 0; round < 300; ++round) {
            const std::size_t columns = random() % 7;
            std::vector<std::vector<Worth>> rows(random() % 7);
            for (auto& row : rows) {
                for (std::size_t column = 0; column < columns; ++column) {
                    if (random() % 2 == 0)
                        row.push_back({column, 1.0 + static_cast<double>(random() % 20)});
                }
            }
            const auto assigned = assignByWorth(rows, columns);
            double sum = 0.0;
            std::vector<int> given(columns);
            for (std::size_t row = 0; row < rows.size(); ++row) {
                if (!assigned[row])
                    continue;
                QVERIFY(worthOf(rows, row, *assigned[row]) > 0.0);
                QCOMPARE(++given[*assigned[row]], 1);
                sum += worthOf(rows, row, *assigned[row]);
            }
            QCOMPARE(sum, bestOf(rows, columns));
        }
    }

    void theLongestFirstIsNotAlwaysTheBest()
    {
        // 0–10 shares most with the first of the others, which then has nothing left for −10–5.
        const std::vector<Interval> first{{0, 10}, {-10, 5}};
        const std::vector<Interval> second{{0, 6}, {6, 10}};
        const auto matches = matchSegments(first, second);
        QCOMPARE(matches.size(), std::size_t(2));
        QCOMPARE(matches[0].second, std::size_t(1));
        QCOMPARE(matches[0].overlapRatio, 0.4);
        QCOMPARE(matches[1].second, std::size_t(0));
        QCOMPARE(matches[1].overlapRatio, 5.0 / 16.0);
    }

    void orderInTheFileDoesNotMatter()
    {
        const std::vector<Interval> first{{4, 6}, {0, 2}};
        const std::vector<Interval> second{{0, 2}, {4, 6}, {8, 9}};
        const auto matches = matchSegments(first, second);
        QCOMPARE(matches[0].second, std::size_t(1));
        QCOMPARE(matches[1].second, std::size_t(0));
    }

    void touchingIsNoMatch()
    {
        QVERIFY(matchSegments(std::vector<Interval>{{0, 1}}, std::vector<Interval>{{1, 2}}).empty());
        QVERIFY(matchSegments(std::vector<Interval>{{1, 1}}, std::vector<Interval>{{0, 2}}).empty());
    }

    void deviationsAreOfStartsAndEnds()
    {
        const BoundaryAgreement agreement
            = boundaryAgreement(pairOf({{0.0, 1.0}, {1.0, 2.0}, {5.0, 6.0}}, {{0.02, 1.05}, {1.1, 2.3}}));
        // Deviations 0.02, 0.05, 0.1, 0.3; ratios 0.98/1.05 and 0.9/1.3.
        QCOMPARE(printed(agreement.meanOverlapRatio, 6), std::string("0.812821"));
        QCOMPARE(printed(agreement.shareOverHalf), std::string("1.0000"));
        QCOMPARE(printed(agreement.medianDeviation), std::string("0.0750"));
        QCOMPARE(printed(agreement.percentile95Deviation), std::string("0.2700"));
        const char* within[] = {"0.2500", "0.5000", "0.7500", "0.7500"};
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(printed(agreement.shareWithin[i]), std::string(within[i]));
        QCOMPARE(agreement.unmatchedFirst, std::size_t(1));
        QCOMPARE(agreement.unmatchedSecond, std::size_t(0));
        QCOMPARE(agreement.shareWithin[3].name, std::string("boundaries within 250 ms, share"));
    }

    void nothingMatchedIsUndefined()
    {
        const BoundaryAgreement agreement = boundaryAgreement(pairOf({{0, 1}}, {}));
        QVERIFY(!agreement.meanOverlapRatio.value && !agreement.shareWithin[0].value);
        QCOMPARE(agreement.meanOverlapRatio.undefined,
                 std::string("No segment of one overlaps one of the other."));
        QCOMPARE(test::droppedOf(agreement.meanOverlapRatio, "unmatched segments of the first"),
                 std::size_t(1));
    }

    void videosAreMatchedOneByOne()
    {
        const std::vector<SegmentedPair> videos{{"v", {{0, 1}}, {{5, 6}}}, {"w", {{5, 6}}, {{0, 1}}}};
        QVERIFY(!boundaryAgreement(videos).meanOverlapRatio.value);
    }

    /// Segments that each overlap two of the other side hang together as one chain of 4000.
    void longChainsAreMatched()
    {
        std::vector<Interval> first;
        std::vector<Interval> second;
        for (int i = 0; i < 2000; ++i) {
            first.push_back({i * 1.0, i + 1.0});
            second.push_back({i + 0.6, i + 1.6});
        }
        const auto matches = matchSegments(first, second);
        // Each with the one that begins before it, 0.6 s, leaves the first alone; all others together share
        // less.
        double overlap = 0.0;
        for (const SegmentMatch& match : matches)
            overlap += first[match.first].overlap(second[match.second]);
        QVERIFY(std::abs(overlap - 1999 * 0.6) < 1e-6);
        QCOMPARE(matches.size(), std::size_t(1999));
    }

    void samplingGivesKappaAndItsMatrix()
    {
        const std::vector<MarkedPair> videos{
            {"v", {{{0, 2}, "happy"}, {{2, 4}, "sad"}}, {{{0, 3}, "happy"}, {{3, 4}, "sad"}}}};
        const TimeKappa kappa = timeKappa(videos, 1.0);
        QCOMPARE(kappa.matrix.names(), (std::vector<std::string>{"happy", "sad"}));
        QCOMPARE(kappa.matrix.at(0, 0), std::size_t(2));
        QCOMPARE(kappa.matrix.at(1, 0), std::size_t(1));
        QCOMPARE(kappa.matrix.at(1, 1), std::size_t(1));
        QCOMPARE(printed(kappa.kappa.statistic), std::string("0.5000"));
        QCOMPARE(kappa.kappa.statistic.rule, std::string("sampled every 1 s, nothing counts as a category"));
    }

    void numbersStandByTheirSize()
    {
        const std::vector<MarkedPair> videos{{"v",
                                              {{{0, 1}, "-2"}, {{1, 2}, "10"}, {{2, 3}, "sad"}},
                                              {{{0, 1}, "-3"}, {{1, 2}, "9"}, {{2, 3}, "+0.5"}}}};
        QCOMPARE(timeKappa(videos, 1.0).matrix.names(),
                 (std::vector<std::string>{"-3", "-2", "+0.5", "9", "10", "sad"}));
    }

    void theStepMatters()
    {
        const std::vector<MarkedPair> videos{
            {"v", {{{0, 2.5}, "happy"}, {{2.5, 4}, "sad"}}, {{{0, 3}, "happy"}, {{3, 4}, "sad"}}}};
        QVERIFY(timeKappa(videos, 1.0).kappa.statistic.value
                != timeKappa(videos, 0.25).kappa.statistic.value);
        QCOMPARE(timeKappa(videos, 0.25).matrix.total(), std::size_t(16));
    }

    void gapsAreACategory()
    {
        const std::vector<MarkedPair> videos{
            {"v", {{{0, 1}, "happy"}}, {{{0, 1}, "happy"}, {{3, 4}, "happy"}}}};
        const TimeKappa kappa = timeKappa(videos, 0.1);
        QCOMPARE(kappa.matrix.names(), (std::vector<std::string>{"(nothing)", "happy"}));
        QCOMPARE(kappa.matrix.at(0, 0), std::size_t(20));
        QCOMPARE(kappa.matrix.at(0, 1), std::size_t(10));
        QCOMPARE(kappa.matrix.at(1, 1), std::size_t(10));
    }

    void moreNamesThanMakeATableHaveNoKappa()
    {
        MarkedPair pair{"v", {}, {}};
        for (int i = 0; i < 300; ++i)
            pair.first.push_back({{i * 1.0, i + 1.0}, std::to_string(i)});
        pair.second = pair.first;
        const TimeKappa kappa = timeKappa(std::array{pair}, 1.0);
        QVERIFY(!kappa.kappa.statistic.value);
        QCOMPARE(kappa.kappa.statistic.undefined,
                 std::string("The segments have 300 different names; at most 200 make a table."));
        QVERIFY(kappa.matrix.values().empty());
    }

    void stepsThatAreNoneAreRefused()
    {
        const std::vector<MarkedPair> videos{{"v", {{{0, 1e9}, "happy"}}, {}}};
        QVERIFY_THROWS_EXCEPTION(ShapeError, timeKappa({}, 0.0));
        QVERIFY_THROWS_EXCEPTION(ShapeError, timeKappa(videos, 0.001));
        QVERIFY(!timeKappa({}, 1.0).kappa.statistic.value);
    }
};

QTEST_GUILESS_MAIN(TestBoundaries)
#include "tst_boundaries.moc"
