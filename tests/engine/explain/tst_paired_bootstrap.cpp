#include "engine/explain/paired_bootstrap.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace engine;

namespace {

/// The mean of some of the values.
RowStatistics meanOf(const std::vector<double>& values)
{
    return [values](std::span<const std::size_t> rows) {
        double sum = 0.0;
        for (const std::size_t row : rows)
            sum += values[row];
        return std::vector<std::optional<double>>{sum / static_cast<double>(rows.size())};
    };
}

std::vector<std::string> each(std::size_t count)
{
    std::vector<std::string> groups;
    for (std::size_t i = 0; i < count; ++i)
        groups.push_back("v" + std::to_string(i));
    return groups;
}

double width(const Interval& interval)
{
    return interval.end - interval.start;
}

}

class TestPairedBootstrap : public QObject {
    Q_OBJECT

private slots:
    void aDrawTakesWholeGroups()
    {
        const std::vector<std::string> groups{"ada", "bo", "ada", "cy", "bo", "bo"};
        const GroupDraws draws(groups, 50);
        QCOMPARE(draws.size(), std::size_t(50));
        QCOMPARE(draws.groups(), std::size_t(3));
        for (std::size_t draw = 0; draw < draws.size(); ++draw) {
            const std::vector<std::size_t> rows = draws.rows(draw);
            const auto count = [&](std::size_t row) { return std::ranges::count(rows, row); };
            QCOMPARE(count(0), count(2));
            QCOMPARE(count(1), count(4));
            QCOMPARE(count(1), count(5));
            QCOMPARE(count(0) + count(1) + count(3), 3); // as many groups as there are
        }
    }

    void theSameSeedDrawsTheSame()
    {
        const std::vector<std::string> groups = each(9);
        QCOMPARE(GroupDraws(groups, 5, 7).rows(4), GroupDraws(groups, 5, 7).rows(4));
        QVERIFY(GroupDraws(groups, 5, 7).rows(4) != GroupDraws(groups, 5, 8).rows(4));
    }

    /// Of 400 independent values of deviation 1 the mean has the deviation 1/20: the interval is ± 1.96/20.
    void theIntervalOfAMeanIsThatOfTheory()
    {
        std::mt19937_64 random(3);
        std::normal_distribution<double> normal;
        std::vector<double> values(400);
        std::ranges::generate(values, [&] { return normal(random); });
        const auto drawn = onDraws(GroupDraws(each(400)), meanOf(values));
        const auto interval = intervalOf(drawn, 0);
        QVERIFY(interval);
        QVERIFY2(std::abs(width(*interval) - 2.0 * 1.96 / 20.0) < 0.02,
                 qPrintable(QString::number(width(*interval))));
    }

    /// Ten segments of each video that all say the same are no more than one: √10 times as wide.
    void segmentsThatAreAlikeMakeItWider()
    {
        std::mt19937_64 random(4);
        std::normal_distribution<double> normal;
        std::vector<double> values;
        std::vector<std::string> videos;
        for (int video = 0; video < 100; ++video) {
            const double value = normal(random);
            values.insert(values.end(), 10, value);
            videos.insert(videos.end(), 10, "v" + std::to_string(video));
        }
        const auto byVideo = intervalOf(onDraws(GroupDraws(videos), meanOf(values)), 0);
        const auto bySegment = intervalOf(onDraws(GroupDraws(each(values.size())), meanOf(values)), 0);
        const double times = width(*byVideo) / width(*bySegment);
        QVERIFY2(std::abs(times - std::sqrt(10.0)) < 0.4, qPrintable(QString::number(times)));
    }

    /// What is worse by the same everywhere is worse in every draw, however wide both intervals are.
    void aPairedDifferenceIsNarrowerThanItsParts()
    {
        std::mt19937_64 random(5);
        std::normal_distribution<double> normal;
        std::vector<double> one(60);
        std::ranges::generate(one, [&] { return normal(random); });
        const RowStatistics both = [&](std::span<const std::size_t> rows) {
            const double mean = *meanOf(one)(rows).front();
            return std::vector<std::optional<double>>{mean, mean + 0.1};
        };
        const auto drawn = onDraws(GroupDraws(each(60)), both);
        const auto difference = intervalOfDifference(drawn, 1, 0);
        QVERIFY(std::abs(difference->start - 0.1) < 1e-12 && std::abs(difference->end - 0.1) < 1e-12);
        QVERIFY(width(*intervalOf(drawn, 0)) > 0.2);
    }

    void whatIsUndefinedInMostDrawsHasNoInterval()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!percentileInterval({1.0, 2.0, nan, nan, nan}));
        QVERIFY(!percentileInterval({}));
        QCOMPARE(percentileInterval({1.0, nan, 2.0, nan, 3.0})->start, 1.05);
        QCOMPARE(percentileInterval({1.0, nan, 2.0, nan, 3.0})->end, 2.95);
    }
};

QTEST_GUILESS_MAIN(TestPairedBootstrap)
#include "tst_paired_bootstrap.moc"
