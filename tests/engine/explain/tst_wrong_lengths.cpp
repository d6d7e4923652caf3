#include "engine/alignment/chosen_columns.h"
#include "engine/explain/attribution.h"
#include "engine/explain/calibration.h"
#include "engine/explain/paired_bootstrap.h"
#include "engine/explain/slice_figures.h"
#include "engine/explain/step_confusion.h"
#include "engine/explain/variant_input.h"
#include "engine/numbers/moments.h"
#include "engine/numbers/ranks.h"
#include "engine/numbers/weighted_regression.h"
#include "engine/suspects/class_regression.h"
#include "engine/suspects/label_likelihood.h"
#include "engine/suspects/planted_density.h"
#include "engine/suspects/queue_figures.h"

#include <QTest>

#include "tests/support/failure.h"

using namespace engine;

namespace {

using Numbers = std::vector<double>;

bool isRefused(const std::function<void()>& work)
{
    return test::failureOf(work).starts_with("row_mismatch: ");
}

}

/// Functions that read one argument at the places of another refuse those that are not as long.
class TestWrongLengths : public QObject {
    Q_OBJECT

    const Numbers m_two{1.0, 2.0};
    const Numbers m_three{1.0, 2.0, 4.0};

private slots:
    void agreement()
    {
        QVERIFY(isRefused([&] { pearson(m_three, m_two); }));
        QVERIFY(isRefused([&] { linsConcordance(m_three, m_two); }));
        QVERIFY(pearson(m_three, m_three));
    }

    void alignment()
    {
        QVERIFY(isRefused([&] { withColumns(FeatureMatrix(2, 3), {0, 3}); }));
        QCOMPARE(withColumns(FeatureMatrix(2, 3), {0, 2}).columns, std::size_t(2));
    }

    void explain()
    {
        QVERIFY(isRefused([&] { rankCorrelation(m_three, m_two); }));
        QVERIFY(isRefused([&] { calibration(m_three, m_two, {-3, 3}); }));
        QVERIFY(isRefused([&] { calibration(m_two, m_two, {-3, 3}, 0); }));
        QVERIFY(isRefused([&] { stepConfusion(m_three, m_two, StepScale(StepClasses::Steps, -3, 3)); }));
        QVERIFY(isRefused([&] { rowAt(3, 3, 2); }));
        QVERIFY(isRefused([&] { rowAt(0, 3, 0); }));
        QVERIFY(isRefused([&] { intervalOf({{1.0}, {2.0}}, 1); }));
        QVERIFY(isRefused([&] { intervalOfDifference({{1.0}, {2.0}}, 0, 1); }));
    }

    void slices()
    {
        const VideoDraws draws(2, 10);
        const ScoredSegments sound{m_three, m_three, {0, 1, 1}};
        QCOMPARE(sliceFigures(sound, std::vector<std::size_t>{0, 2}, draws).count, std::size_t(2));
        QVERIFY(isRefused([&] { sliceFigures(sound, std::vector<std::size_t>{3}, draws); }));
        QVERIFY(isRefused([&] {
            sliceFigures({m_two, m_three, {0, 1, 1}}, std::vector<std::size_t>{0}, draws);
        }));
        QVERIFY(isRefused([&] {
            sliceFigures({m_three, m_three, {0, 1}}, std::vector<std::size_t>{0}, draws);
        }));
        QVERIFY(isRefused([&] {
            sliceFigures({m_three, m_three, {0, 1, 2}}, std::vector<std::size_t>{0}, draws);
        }));
        QVERIFY(isRefused([&] { static_cast<void>(draws.means(m_three, m_two)); }));
        QVERIFY(isRefused([&] { static_cast<void>(draws.means(m_two, m_three)); }));
    }

    void suspects()
    {
        QVERIFY(isRefused([&] { queueFigures(m_three, {true, false}); }));
        QVERIFY(isRefused([&] { PlantedDensity(m_three, m_two, 3); }));
        QVERIFY(isRefused([&] { scaleLikelihoods(m_three, m_two, 1.0, {}); }));
        const std::vector<std::size_t> classes{0, 1};
        QVERIFY(isRefused([&] { classLikelihoods(classes, m_three, 2); }));
        QVERIFY(isRefused([&] { classLikelihoods(std::vector<std::size_t>{2}, m_two, 2); }));
        QVERIFY(isRefused([&] { solvedPositive(m_three, m_two); }));
        QVERIFY(isRefused([&] { weightedRegression({m_three}, m_three, m_two, Numbers{0.0}); }));
        QVERIFY(isRefused([&] { weightedRegression({m_two}, m_three, m_three, Numbers{0.0}); }));
        QVERIFY(isRefused([&] { weightedRegression({m_three}, m_three, m_three, m_two); }));
        QVERIFY(isRefused([&] { classRegression({m_two}, 0, m_two, 1.0, {}, 1); }));
        QVERIFY(isRefused([&] { classRegression({m_two}, 2, m_three, 1.0, {{0.0}, {0.0, 0.0}}, 1); }));
        QVERIFY(isRefused([&] { classRegression({m_two}, 2, m_two, 1.0, {{}, {0.0, 0.0}}, 1); }));
        QVERIFY(isRefused([&] { classRegression({m_two}, 2, m_two, 1.0, {{0.0}, {0.0}}, 1); }));
    }
};

QTEST_GUILESS_MAIN(TestWrongLengths)
#include "tst_wrong_lengths.moc"
