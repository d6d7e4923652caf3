#include "engine/explain/seed_interval.h"

#include <QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace engine;

class TestSeedInterval : public QObject {
    Q_OBJECT

private slots:
    /// Printed tables: 12.706, 2.776, 2.228, 2.086, 2.042, 1.980.
    void factorsAreThoseOfStudentsTable()
    {
        for (const auto& [freedom, factor] : std::vector<std::pair<double, double>>{
                 {1, 12.706}, {4, 2.776}, {10, 2.228}, {11, 2.201}, {20, 2.086}, {30, 2.042}, {120, 1.980}})
            QVERIFY2(std::abs(studentFactor(freedom) - factor) < 0.001, qPrintable(QString::number(freedom)));
        QVERIFY(studentFactor(4.5) < studentFactor(4.0) && studentFactor(4.5) > studentFactor(5.0));
    }

    /// By hand: differences 1, 2, 3 have the mean 2 and the deviation 1: 2 ± 4.3027 / √3.
    void pairsAreComparedByTheirDifferences()
    {
        const std::vector<double> firsts{10, 20, 30};
        const std::vector<double> seconds{11, 22, 33};
        const auto interval = seedInterval(firsts, seconds);
        QVERIFY(interval.has_value());
        QVERIFY(std::abs(interval->start - (2.0 - 4.3027 / std::sqrt(3.0))) < 1e-9);
        QVERIFY(std::abs(interval->end - (2.0 + 4.3027 / std::sqrt(3.0))) < 1e-9);
    }

    /// R: t.test(c(3, 4, 5, 6), c(1, 2)) has 3.64 degrees of freedom (between 3.1824 and 2.7764: 2.923).
    void sidesOfDifferentSizesAreIndependent()
    {
        const std::vector<double> firsts{1, 2};
        const std::vector<double> seconds{3, 4, 5, 6};
        const auto interval = seedInterval(firsts, seconds);
        QVERIFY(interval.has_value());
        QVERIFY(std::abs((interval->start + interval->end) / 2.0 - 3.0) < 1e-9);
        const double deviation = std::sqrt(0.5 / 2.0 + (5.0 / 3.0) / 4.0);
        const double freedom
            = std::pow(0.25 + 5.0 / 12.0, 2) / (0.0625 / 1.0 + std::pow(5.0 / 12.0, 2) / 3.0);
        QVERIFY(std::abs((interval->end - interval->start) / 2.0 - studentFactor(freedom) * deviation)
                < 1e-9);
    }

    void oneTrainingSaysNothingOfTheNext()
    {
        const std::vector<double> one{1.0};
        const std::vector<double> two{2.0, 3.0};
        QVERIFY(!seedInterval(one, one));
        QVERIFY(!seedInterval(one, two));
        QVERIFY(!seedInterval(two, one));
        QVERIFY(!seedInterval({}, two));
    }

    void equalTrainingsHaveNoWidth()
    {
        const std::vector<double> same{0.25, 0.25, 0.25};
        QVERIFY(seedInterval(same, same) == (Interval{0.0, 0.0}));
    }

    /// What is drawn from one distribution is called different in one of twenty comparisons.
    void luckIsSeldomCalledAFinding()
    {
        std::mt19937_64 random(7);
        std::normal_distribution<double> figure(0.6, 0.05);
        for (const std::size_t seeds : {2, 3, 5}) {
            int found = 0;
            constexpr int kComparisons = 4000;
            for (int i = 0; i < kComparisons; ++i) {
                std::vector<double> firsts, seconds;
                for (std::size_t seed = 0; seed < seeds; ++seed) {
                    firsts.push_back(figure(random));
                    seconds.push_back(figure(random));
                }
                const auto interval = seedInterval(firsts, seconds);
                found += interval->start > 0.0 || interval->end < 0.0 ? 1 : 0;
            }
            QVERIFY2(found > kComparisons * 0.04 && found < kComparisons * 0.06,
                     qPrintable(QString::number(found)));
        }
    }
};

QTEST_GUILESS_MAIN(TestSeedInterval)
#include "tst_seed_interval.moc"
