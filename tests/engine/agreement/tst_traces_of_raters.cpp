#include "engine/agreement/trace_fusion.h"
#include "engine/agreement/trace_lag.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <random>

#include "tests/support/failure.h"

using namespace engine;

namespace {

constexpr double kRate = 10.0;
constexpr std::size_t kFrames = 3000; // 5 minutes

/// What is to be rated: slow movements without a period.
double felt(double seconds)
{
    return 0.5 * std::sin(seconds * 0.21) + 0.35 * std::sin(seconds * 0.53 + 1.0)
        + 0.15 * std::sin(seconds * 1.17 + 2.0);
}

struct PlantedRater {
    double lag = 0.0; ///< seconds
    double gain = 1.0;
    double bias = 0.0;
    double noise = 0.15;
    double wobble = 0.0; ///< seconds by which the lag changes, slowly
};

TraceFrames trueTrace()
{
    TraceFrames trace(kFrames);
    for (std::size_t t = 0; t < kFrames; ++t)
        trace[t] = felt(static_cast<double>(t) / kRate);
    return trace;
}

TraceFrames rated(const PlantedRater& rater, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    TraceFrames trace(kFrames);
    double drifting = 0.0;
    for (std::size_t t = 0; t < kFrames; ++t) {
        const double seconds = static_cast<double>(t) / kRate;
        const double lag = rater.lag + rater.wobble * std::sin(seconds * 0.07 + seed);
        drifting = 0.9 * drifting + rater.noise * 0.44 * normal(random); // a hand moves smoothly
        trace[t] = rater.gain * felt(seconds - lag) + rater.bias + drifting;
    }
    return trace;
}

const std::vector<PlantedRater> kPlantedRaters{
    {1.2, 1.0, 0.0, 0.2}, {2.5, 0.7, 0.1, 0.2}, {3.4, 1.2, -0.2, 0.3}, {0.6, 0.9, 0.0, 0.2}};

std::vector<TraceFrames> ratedByAll(unsigned seed)
{
    std::vector<TraceFrames> traces;
    for (const PlantedRater& rater : kPlantedRaters)
        traces.push_back(rated(rater, seed++));
    return traces;
}

double concordanceWithTruth(const TraceFrames& trace)
{
    const TraceFrames truth = trueTrace();
    double n = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;
    for (std::size_t t = 0; t < kFrames; ++t) {
        if (!trace[t])
            continue;
        const double x = *trace[t], y = *truth[t];
        ++n, a += x, b += y, aa += x * x, bb += y * y, ab += x * y;
    }
    const double va = aa / n - a * a / n / n, vb = bb / n - b * b / n / n;
    return 2.0 * (ab / n - a * b / n / n) / (va + vb + (a - b) * (a - b) / n / n);
}

}

/// Lags and fusion of continuous ratings, on raters of whom everything is known.
class TestTracesOfRaters : public QObject {
    Q_OBJECT
private slots:
    void lagsAgainstEachOtherAreFound()
    {
        for (const unsigned seed : {1U, 50U, 90U}) {
            const TraceLags lags = traceLags(ratedByAll(seed), {}, {kRate, 6.0});
            QVERIFY(!lags.isAbsolute);
            for (std::size_t i = 0; i < kPlantedRaters.size(); ++i) // the first to react has 0.6 s
                QVERIFY2(std::abs(*lags.seconds[i] - (kPlantedRaters[i].lag - 0.6)) < 0.25,
                         qPrintable(QString::number(*lags.seconds[i])));
        }
    }

    void aSignalTellsHowLateAllAre()
    {
        TraceFrames loudness = trueTrace(), other(kFrames);
        std::mt19937 random(3);
        std::normal_distribution<double> normal;
        for (std::size_t t = 0; t < kFrames; ++t) {
            loudness[t] = *loudness[t] + normal(random); // a poor signal
            other[t] = normal(random); // one of nothing
        }
        const TraceLags lags = traceLags(ratedByAll(7), {loudness, other}, {kRate, 6.0});
        QVERIFY(lags.isAbsolute);
        for (std::size_t i = 0; i < kPlantedRaters.size(); ++i)
            QVERIFY2(std::abs(*lags.seconds[i] - kPlantedRaters[i].lag) < 0.4,
                     qPrintable(QString::number(*lags.seconds[i])));
    }

    void oneRaterNeedsASignal()
    {
        const std::vector<TraceFrames> one{rated({2.0, 1.0, 0.0, 0.2}, 5)};
        QVERIFY(!traceLags(one, {}, {kRate, 6.0}).seconds[0]);
        QVERIFY(std::abs(*traceLags(one, {trueTrace()}, {kRate, 6.0}).seconds[0] - 2.0) < 0.3);
    }

    void aConstantTraceHasNoLag()
    {
        std::vector<TraceFrames> raters = ratedByAll(2);
        raters.push_back(TraceFrames(kFrames, 0.5));
        raters.emplace_back(kFrames); // nothing
        const TraceLags lags = traceLags(raters, {}, {kRate, 6.0});
        QVERIFY(lags.seconds[0] && !lags.seconds[4] && !lags.seconds[5]);
    }

    void lagsPutBackBringTheTruthNearer()
    {
        const std::vector<TraceFrames> raters = ratedByAll(11);
        const TraceLags lags = traceLags(raters, {trueTrace()}, {kRate, 6.0});
        std::vector<TraceFrames> moved;
        for (std::size_t i = 0; i < raters.size(); ++i)
            moved.push_back(sooner(raters[i], *lags.seconds[i], kRate));
        const double late = concordanceWithTruth(fuseTraces(raters, {TraceFusion::Mean, kRate}).frames);
        const double mean = concordanceWithTruth(fuseTraces(moved, {TraceFusion::Mean, kRate}).frames);
        QVERIFY2(mean > late + 0.1, qPrintable(QStringLiteral("%1 %2").arg(late).arg(mean)));
    }

    /// EWE against a rater who rates something else; warping against lags that change.
    void eachWayOfFusionHasItsUse()
    {
        std::vector<TraceFrames> raters;
        for (unsigned seed = 0; seed < 4; ++seed)
            raters.push_back(rated({0.0, 1.0, 0.0, 0.2}, 20 + seed));
        TraceFrames other(kFrames);
        for (std::size_t t = 0; t < kFrames; ++t)
            other[t] = std::sin(static_cast<double>(t) / kRate * 0.37 + 0.4); // something else
        std::vector<TraceFrames> withOther = raters;
        withOther.push_back(other);
        const FusedTrace ewe = fuseTraces(withOther, {TraceFusion::Ewe, kRate});
        const double weighted = concordanceWithTruth(ewe.frames);
        const double mean = concordanceWithTruth(fuseTraces(withOther, {TraceFusion::Mean, kRate}).frames);
        QVERIFY2(weighted > mean + 0.01, qPrintable(QStringLiteral("%1 %2").arg(mean).arg(weighted)));
        QVERIFY(ewe.weights[4] < 0.3 * ewe.weights[0]);
        QVERIFY(*ewe.concordance[0] > 0.8 && *ewe.concordance[4] < 0.5);

        std::vector<TraceFrames> wobbling;
        for (unsigned seed = 0; seed < 5; ++seed)
            wobbling.push_back(rated({0.0, 1.0, 0.0, 0.05, 0.9}, seed));
        const double straight = concordanceWithTruth(fuseTraces(wobbling, {TraceFusion::Ewe, kRate}).frames);
        const double warped
            = concordanceWithTruth(fuseTraces(wobbling, {TraceFusion::Warped, kRate, 1.5}).frames);
        QVERIFY2(warped > straight, qPrintable(QStringLiteral("%1 %2").arg(straight).arg(warped)));
    }

    void framesThatNobodyRatedStayEmpty()
    {
        std::vector<TraceFrames> raters = ratedByAll(4);
        for (TraceFrames& trace : raters)
            trace[100].reset();
        raters[0][200].reset();
        for (const TraceFusion method : allTraceFusions) {
            const FusedTrace fused = fuseTraces(raters, {method, kRate});
            QVERIFY(!fused.frames[100] && fused.frames[200]);
        }
        raters[1].pop_back();
        QVERIFY(test::failureOf([&] { fuseTraces(raters, {}); }).starts_with("row_mismatch"));
        QVERIFY(fuseTraces({}, {}).frames.empty());
    }
};

QTEST_GUILESS_MAIN(TestTracesOfRaters)
#include "tst_traces_of_raters.moc"
