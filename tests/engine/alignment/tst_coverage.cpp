#include "engine/alignment/coverage.h"
#include "engine/alignment/overlap.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace engine;

class TestCoverage : public QObject {
    Q_OBJECT
private slots:
    void countsRowsSecondsAndThoseOfTwoTargets()
    {
        const std::vector<Interval> words{{0.0, 1.0}, {1.0, 2.0}, {5.0, 6.0}};
        const std::vector<Interval> rows{{0.0, 0.4}, {0.4, 0.8}, {0.9, 1.1}, {1.2, 1.4}};
        const auto cells = coverage(words, rows);
        QCOMPARE(cells.size(), std::size_t(3));
        QCOMPARE(cells[0].rows, std::size_t(3));
        QCOMPARE(cells[0].shared, std::size_t(1)); // [0.9, 1.1] belongs to both
        QVERIFY(std::abs(cells[0].seconds - 0.9) < 1e-12);
        QCOMPARE(cells[1].rows, std::size_t(2));
        QCOMPARE(cells[1].shared, std::size_t(1));
        QVERIFY(std::abs(cells[1].seconds - 0.3) < 1e-12);
        QCOMPARE(cells[2], (TargetCoverage{{5.0, 6.0}, 0, 0, 0.0}));
    }

    void agreesWithComparingEverythingWithEverything()
    {
        std::mt19937 random(3);
        const auto draw = [&](int count) {
            std::vector<Interval> intervals;
            for (int i = 0; i < count; ++i) {
                const double start = static_cast<double>(random() % 400) / 10.0;
                intervals.push_back({start, start + static_cast<double>(random() % 30) / 10.0});
            }
            std::ranges::stable_sort(intervals, {}, &Interval::start);
            return intervals;
        };
        for (int round = 0; round < 60; ++round) {
            const auto targets = draw(15);
            const auto rows = draw(60);
            const auto cells = coverage(targets, rows);
            for (std::size_t t = 0; t < targets.size(); ++t) {
                const auto receives = [&](std::size_t target, const Interval& row) {
                    return targets[target].end - targets[target].start > kTouching
                        && row.overlap(targets[target]) > kTouching;
                };
                std::size_t count = 0;
                double seconds = 0.0;
                double reached = 0.0;
                for (const Interval& row : rows) {
                    if (!receives(t, row))
                        continue;
                    ++count;
                    const double start = std::max({row.start, targets[t].start, reached});
                    const double end = std::min(row.end, targets[t].end);
                    seconds += std::max(0.0, end - start);
                    reached = std::max(reached, end);
                }
                QCOMPARE(cells[t].rows, count);
                QVERIFY(std::abs(cells[t].seconds - seconds) < 1e-9);
                QVERIFY(cells[t].shared <= count);
            }
        }
    }

    void gapsLieBetweenRowsAlsoWhereThoseOverlap()
    {
        const std::vector<Interval> rows{{1.0, 4.0}, {1.5, 2.0}, {4.05, 5.0}, {6.0, 7.0}};
        QCOMPARE(gaps(rows, 0.1), (std::vector<Interval>{{5.0, 6.0}}));
        QCOMPARE(gaps(rows, 0.01).size(), std::size_t(2));
        QVERIFY(gaps({}, 0.1).empty());
        QCOMPARE(medianStep(std::vector<Interval>{{0, 1}, {1, 2}, {2, 3}, {30, 31}}), 1.0);
        QCOMPARE(medianStep({}), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestCoverage)
#include "tst_coverage.moc"
