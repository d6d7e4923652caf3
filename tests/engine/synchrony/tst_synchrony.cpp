#include "engine/conversations/signal_grid.h"
#include "engine/core/error.h"
#include "engine/synchrony/lag_correlation.h"
#include "engine/synchrony/lag_profile.h"
#include "engine/synchrony/lead_lag.h"
#include "engine/synchrony/planted.h"
#include "engine/synchrony/synchrony.h"
#include "engine/synchrony/warping.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace engine;

/// Whether two people's signals go together. Recorded cases: tst_run_case_command; rates: scripts/bench.
class TestSynchrony : public QObject {
    Q_OBJECT

    static planted::Dyad made(double coupling, double lag, double seconds = 60.0)
    {
        return planted::dyad(5, {.coupling = coupling, .lag = lag, .seconds = seconds});
    }

    /// A cell as its definition reads; NaN where it has none.
    static double cellByDefinition(const std::vector<double>& x, const std::vector<double>& y,
                                   const LagWindows& windows, std::size_t row, std::size_t column)
    {
        const std::ptrdiff_t lag = windows.lagAt(column);
        const auto start = static_cast<std::ptrdiff_t>(windows.startOf(row));
        std::vector<double> a, b;
        for (std::ptrdiff_t i = 0; i < static_cast<std::ptrdiff_t>(windows.window); ++i) {
            const double u = x[static_cast<std::size_t>(start + i - std::max<std::ptrdiff_t>(lag, 0))];
            const double v = y[static_cast<std::size_t>(start + i + std::min<std::ptrdiff_t>(lag, 0))];
            if (std::isnan(u) || std::isnan(v))
                continue;
            a.push_back(u);
            b.push_back(v);
        }
        double meanA = 0.0, meanB = 0.0, aa = 0.0, bb = 0.0, ab = 0.0;
        const auto n = static_cast<double>(a.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            meanA += a[i] / n;
            meanB += b[i] / n;
        }
        for (std::size_t i = 0; i < a.size(); ++i) {
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
            ab += (a[i] - meanA) * (b[i] - meanB);
        }
        return n < windows.least() || std::min(aa, bb) <= 1e-12 * n ? std::nan("") : ab / std::sqrt(aa * bb);
    }

private slots:
    void whoComesFirstHasThePositiveLag()
    {
        const planted::Dyad dyad = made(0.8, 0.6);
        const auto found = synchronyOf(dyad.first, dyad.second);
        QVERIFY(found);
        QVERIFY(std::abs(found->lag - 0.6) < 0.05);
        QVERIFY(*found->firstLeads > 0.9);
        QVERIFY(found->chance->pStrength <= 0.05);
        const auto turned = synchronyOf(dyad.second, dyad.first);
        QVERIFY(std::abs(turned->lag + 0.6) < 0.05);
        QVERIFY(*turned->secondLeads > 0.9);
    }

    void runningSumsAreTheDefinition()
    {
        planted::Dyad dyad = made(0.5, 0.3);
        for (std::size_t i = 200; i < 300; ++i)
            dyad.second[i] = 4.0; // a constant piece has no correlation
        for (const bool isWhole : {true, false}) {
            for (std::size_t i = 60; !isWhole && i < 130; ++i)
                dyad.first[i] = std::nan("");
            const std::vector<double> x = standardised(dyad.first), y = standardised(dyad.second, false);
            const LagWindows windows({10.0, 5.0, 0.7, 1.0, 0.2}, x.size());
            const LagMatrix matrix = LagCorrelation(x, windows).with(y);
            QCOMPARE(matrix.columns, std::size_t{11});
            std::size_t missing = 0;
            for (std::size_t row = 0; row < matrix.rows; ++row) {
                for (std::size_t column = 0; column < matrix.columns; ++column) {
                    const double expected = cellByDefinition(x, y, windows, row, column);
                    missing += std::isnan(expected) ? 1 : 0;
                    QCOMPARE(std::isnan(matrix.at(row, column)), std::isnan(expected));
                    QVERIFY(std::isnan(expected) || std::abs(matrix.at(row, column) - expected) < 1e-9);
                }
            }
            QVERIFY(missing > 0);
        }
    }

    void aLongSeriesKeepsItsConstantPieces()
    {
        planted::Dyad dyad = made(0.0, 0.0, 7200.0);
        for (std::size_t i = 70'000; i < 71'000; ++i)
            dyad.second[i] = 1.0;
        const std::vector<double> x = standardised(dyad.first), y = standardised(dyad.second, false);
        const LagWindows windows(LagWindowOptions{}, x.size());
        const LagMatrix matrix = LagCorrelation(x, windows).with(y);
        const std::size_t row = (70'400 - windows.longest) / windows.hop;
        for (std::size_t column = 0; column < matrix.columns; ++column)
            QVERIFY(std::isnan(matrix.at(row, column)));
    }

    void whatCannotBeHasNoResult()
    {
        const planted::Dyad dyad = made(0.5, 0.3);
        const std::vector<double> constant(dyad.first.size(), 2.0);
        QVERIFY(!synchronyOf(dyad.first, constant));
        const std::vector<double> few(dyad.first.begin(), dyad.first.begin() + 100);
        QVERIFY(!synchronyOf(few, few)); // 8 s and 3 s need 110 samples
        const std::vector<double> nothing(dyad.first.size(), std::nan(""));
        QVERIFY(!synchronyOf(nothing, dyad.second));
        QVERIFY_THROWS_EXCEPTION(ShapeError, synchronyOf(few, dyad.second));
        SynchronyOptions wrong;
        wrong.windows.rate = 0.0;
        QVERIFY_THROWS_EXCEPTION(ShapeError, synchronyOf(dyad.first, dyad.second, wrong));
    }

    void tooFewSurrogatesGiveNoChance()
    {
        const planted::Dyad dyad = made(0.5, 0.3);
        SynchronyOptions options;
        options.surrogates = 18;
        const auto found = synchronyOf(dyad.first, dyad.second, options);
        QCOMPARE(found->surrogates, std::size_t{18});
        QVERIFY(!found->chance);
        options.chance = SurrogateKind::Pseudo; // of which there are none
        QVERIFY(!synchronyOf(dyad.first, dyad.second, options)->chance);
    }

    void surrogatesKeepTheCourse()
    {
        std::vector<double> series(40);
        for (std::size_t i = 0; i < series.size(); ++i)
            series[i] = static_cast<double>(i);
        const Surrogates shifted = Surrogates::shifted(series, 100, 3, 5);
        QCOMPARE(shifted.count(), std::size_t{31}); // 5 … 35
        std::set<double> firsts;
        for (std::size_t i = 0; i < shifted.count(); ++i) {
            const std::vector<double> one = shifted.series(i);
            firsts.insert(one.front());
            QVERIFY(one.front() >= 5.0 && one.front() <= 35.0);
            QCOMPARE(one[1], std::fmod(one[0] + 1.0, 40.0));
        }
        QCOMPARE(firsts.size(), std::size_t{31});
        const Surrogates shuffled = Surrogates::shuffled(series, 20, 3, 9);
        QCOMPARE(shuffled.count(), std::size_t{20});
        const std::vector<double> one = shuffled.series(0);
        QCOMPARE(std::set<double>(one.begin(), one.end()).size(), series.size());
        QVERIFY(one[0] != 0.0 && one[9] != 9.0 && one[18] != 18.0 && one[27] != 27.0);
        QCOMPARE(one[36], 36.0); // the rest stays
        QCOMPARE(Surrogates::shuffled(series, 20, 3, 11).count(), std::size_t{0}); // three pieces
    }

    void aWarpingFollowsTheLateSeries()
    {
        const PointSeries first{1, {0, 0, 1, 2, 1, 0, 0, 0}}, second{1, {0, 0, 0, 0, 1, 2, 1, 0}};
        const auto found = warpingOf(first, second, 3.0);
        QCOMPARE(found->distance, 0.0);
        QVERIFY(found->meanLag > 0.5);
        QVERIFY(warpingOf(first, second, 0.0)->distance > 0.0);
        QVERIFY(!warpingOf(first, {1, {}}, 3.0));
        QVERIFY(!warpingOf(first, {1, {0, 1}}, 0.0)); // no way between
        QVERIFY(!warpingOf(first, {1, {std::nan(""), 1}}, 9.0));
    }

    void thePastOfTheFirstHelpsToPredictTheSecond()
    {
        const planted::Dyad dyad = planted::dyad(9, {.coupling = 0.6, .lag = 0.6, .rate = 5.0});
        QVERIFY(leadLagOf(dyad.first, dyad.second)->chance < 0.001);
        QVERIFY(leadLagOf(dyad.second, dyad.first)->chance > 0.01);
        const std::vector<double> few(dyad.first.begin(), dyad.first.begin() + 73);
        QVERIFY(!leadLagOf(few, few)); // 73 − 10 samples are too few for 3 × 21
        const std::vector<double> constant(dyad.first.size(), 1.0);
        QVERIFY(!leadLagOf(dyad.first, constant));
    }
};

QTEST_GUILESS_MAIN(TestSynchrony)
#include "tst_synchrony.moc"
