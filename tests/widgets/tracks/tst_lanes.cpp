#include "widgets/tracks/interval_lanes.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace widgets;

namespace {

std::vector<engine::Interval> randomIntervals(unsigned seed, std::size_t count)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> start(0.0, static_cast<double>(count) / 4);
    std::exponential_distribution<double> length(1.0);
    std::vector<engine::Interval> intervals;
    for (std::size_t i = 0; i < count; ++i) {
        const double from = start(random);
        intervals.push_back({from, from + 0.01 + length(random)});
    }
    std::sort(intervals.begin(), intervals.end());
    return intervals;
}

/// How many intervals share one moment at most.
std::size_t greatestDepth(const std::vector<engine::Interval>& intervals)
{
    std::size_t greatest = 0;
    for (const engine::Interval& at : intervals) {
        const auto depth
            = std::count_if(intervals.begin(), intervals.end(), [&](const engine::Interval& other) {
                  return other.start <= at.start && other.end > at.start + 1e-5;
              });
        greatest = std::max(greatest, static_cast<std::size_t>(depth));
    }
    return greatest;
}

std::vector<std::size_t> lanesOf(const Lanes& lanes, std::size_t count)
{
    std::vector<std::size_t> result(count, count);
    for (std::size_t lane = 0; lane < lanes.count(); ++lane) {
        for (const std::size_t index : lanes[lane].indices)
            result[index] = lane;
    }
    return result;
}

}

class LanesTest : public QObject {
    Q_OBJECT

private slots:
    void whatDoesNotOverlapLiesInOneLane()
    {
        QCOMPARE(Lanes(std::vector<engine::Interval>()).count(), std::size_t{0});
        const std::vector<engine::Interval> touching{{0, 1}, {1, 2}, {1.999999, 3}, {4, 5}};
        QCOMPARE(Lanes(touching).count(), std::size_t{1});
    }

    void theFirstFreeLaneIsTaken()
    {
        const std::vector<engine::Interval> intervals{{0, 10}, {1, 3}, {2, 5}, {3, 4}, {6, 8}};
        const std::vector<std::size_t> expected{0, 1, 2, 1, 1};
        QCOMPARE(lanesOf(Lanes(intervals), intervals.size()), expected);
    }

    void randomIntervalsNeverOverlapInALaneAndNeedNoMoreThanTheirDepth_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomIntervalsNeverOverlapInALaneAndNeedNoMoreThanTheirDepth()
    {
        QFETCH(unsigned, seed);
        const std::vector<engine::Interval> intervals = randomIntervals(seed, 300);
        const Lanes lanes(intervals);
        QCOMPARE(lanes.count(), greatestDepth(intervals));
        std::vector<std::size_t> all;
        for (std::size_t lane = 0; lane < lanes.count(); ++lane) {
            const auto& [members, indices] = lanes[lane];
            QCOMPARE(members.size(), indices.size());
            for (std::size_t i = 0; i < members.size(); ++i) {
                QCOMPARE(members[i], intervals[indices[i]]);
                QVERIFY(i == 0 || members[i - 1].end <= members[i].start + 1e-5);
            }
            all.insert(all.end(), indices.begin(), indices.end());
        }
        std::sort(all.begin(), all.end());
        for (std::size_t i = 0; i < intervals.size(); ++i)
            QCOMPARE(all.at(i), i); // each once
    }
};

QTEST_APPLESS_MAIN(LanesTest)
#include "tst_lanes.moc"
