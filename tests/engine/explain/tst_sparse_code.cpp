#include "engine/explain/concepts.h"
#include "engine/explain/sparse_code.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/support/failure.h"

using namespace engine;

namespace {

constexpr std::size_t kPlanted = 20, kWide = 24, kTogether = 2;

/// Vectors that are sums of two of twenty directions, and the directions.
struct Planted {
    std::vector<std::vector<double>> directions;
    VectorRows vectors{kWide, {}};
    std::vector<std::vector<std::size_t>> used;
};

Planted planted(std::size_t count)
{
    std::mt19937_64 random(7);
    std::normal_distribution<double> normal;
    Planted made;
    for (std::size_t j = 0; j < kPlanted; ++j) {
        std::vector<double>& direction = made.directions.emplace_back(kWide);
        double squares = 0.0;
        for (double& value : direction) {
            value = normal(random);
            squares += value * value;
        }
        for (double& value : direction)
            value /= std::sqrt(squares);
    }
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<double> vector(kWide, 3.0);
        std::vector<std::size_t>& used = made.used.emplace_back();
        while (used.size() < kTogether) {
            const std::size_t unit = random() % kPlanted;
            if (std::ranges::find(used, unit) != used.end())
                continue;
            used.push_back(unit);
            const double strength = 1.0 + static_cast<double>(random() % 100) / 100.0;
            for (std::size_t d = 0; d < kWide; ++d)
                vector[d] += strength * made.directions[unit][d];
        }
        made.vectors.values.insert(made.vectors.values.end(), vector.begin(), vector.end());
    }
    return made;
}

double likeness(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0.0;
    for (std::size_t d = 0; d < a.size(); ++d)
        sum += a[d] * b[d];
    return sum;
}

}

/// Sparse codes of vectors of which it is known what they are made of.
class TestSparseCode : public QObject {
    Q_OBJECT
private slots:
    /// The mean takes a part of each direction with it: a unit is found where its cosine is near to 1.
    void plantedDirectionsAreFound()
    {
        const Planted made = planted(800);
        const SparseCode code(made.vectors, {40, 4, 40, 1});
        QVERIFY2(code.explained(made.vectors) > 0.98,
                 qPrintable(QString::number(code.explained(made.vectors))));
        int found = 0;
        for (const std::vector<double>& direction : made.directions) {
            double best = -1.0;
            for (std::size_t unit = 0; unit < code.units(); ++unit)
                best = std::max(best, likeness(direction, code.direction(unit)));
            found += best > 0.9 ? 1 : 0;
        }
        QVERIFY2(found >= 18, qPrintable(QString::number(found)));
    }

    void noVectorHasMoreUnitsThanItMay()
    {
        const Planted made = planted(200);
        const SparseCode code(made.vectors, {64, 3, 10, 1});
        for (std::size_t i = 0; i < made.vectors.size(); ++i) {
            const std::vector<ActiveUnit> active = code.encode(made.vectors.row(i));
            QVERIFY(active.size() <= 3);
            QVERIFY(std::ranges::is_sorted(active, std::greater<>(), &ActiveUnit::strength));
            QVERIFY(std::ranges::all_of(active, [](const ActiveUnit& unit) { return unit.strength > 0.0; }));
        }
    }

    void theSameSeedGivesTheSameCode()
    {
        const Planted made = planted(100);
        const SparseCode a(made.vectors, {64, 8, 6, 5}), b(made.vectors, {64, 8, 6, 5}),
            c(made.vectors, {64, 8, 6, 6});
        QVERIFY(a.direction(0) == b.direction(0) && a.direction(63) == b.direction(63));
        QVERIFY(a.encode(made.vectors.row(3)) == b.encode(made.vectors.row(3)));
        QVERIFY(a.direction(0) != c.direction(0));
    }

    /// Fewer vectors than units, and vectors that are all the same.
    void littleIsEnough()
    {
        const VectorRows one{3, {1.0, 2.0, 3.0}};
        const SparseCode code(one, {});
        QVERIFY(code.encode(one.row(0)).empty());
        QCOMPARE(code.explained(one), 1.0);
        const VectorRows two{3, {1.0, 2.0, 3.0, 2.0, 2.0, 3.0}};
        QVERIFY(SparseCode(two, {}).explained(two) > 0.999);
    }

    void withoutVectorsThereIsNoCode()
    {
        QVERIFY(test::failureOf([] { const SparseCode code({3, {}}, {}); }).starts_with("no_rows"));
    }

    void aLineHoldsAllOfIt()
    {
        const Concepts concepts{"MFN",
                                "sentiment",
                                "fc.weight",
                                3,
                                {2, 1, 4, 9},
                                5,
                                0.5,
                                0.25,
                                true,
                                {0.5, -1.0},
                                {{"ada[0]", 1.5, {{1, 0.5}}}, {"ada[1]", -1.0, {}}}};
        QVERIFY(conceptsFrom(toLine(concepts), "x") == concepts);
        QCOMPARE(concepts.added(concepts.segments[0], {true, true}), -0.5);
        QCOMPARE(concepts.added(concepts.segments[0], {true, false}), 0.0);
        QVERIFY(test::failureOf([] { conceptsFrom("{}", "x"); }).starts_with("bad_message"));
    }
};

QTEST_GUILESS_MAIN(TestSparseCode)
#include "tst_sparse_code.moc"
