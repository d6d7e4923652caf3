#include "engine/core/error.h"
#include "engine/numbers/nearest_neighbours.h"
#include "engine/space/point_tree.h"
#include "engine/space/projection.h"
#include "engine/space/trustworthiness.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace engine;

namespace {

constexpr std::size_t kGroups = 5;

/// Points of five groups whose middles are far from each other; point i belongs to group i % 5.
FeatureMatrix groups(std::size_t rows, std::size_t columns, float apart = 6)
{
    std::mt19937 random(5);
    std::normal_distribution<float> normal;
    FeatureMatrix middles(kGroups, columns);
    for (float& value : middles.values)
        value = normal(random) * apart;
    FeatureMatrix result(rows, columns);
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t d = 0; d < columns; ++d)
            result.at(i, d) = middles.at(i % kGroups, d) + normal(random);
    }
    return result;
}

float squared(const std::array<float, 3>& a, const std::array<float, 3>& b)
{
    float sum = 0;
    for (std::size_t axis = 0; axis < 3; ++axis)
        sum += (a.at(axis) - b.at(axis)) * (a.at(axis) - b.at(axis));
    return sum;
}

/// The part of the points whose nearest point in the layout is of their own group.
double purity(const PointLayout& layout)
{
    std::size_t own = 0;
    for (std::size_t i = 0; i < layout.size(); ++i) {
        std::size_t nearest = i == 0 ? 1 : 0;
        for (std::size_t j = 0; j < layout.size(); ++j) {
            if (j != i && squared(layout[i], layout[j]) < squared(layout[i], layout[nearest]))
                nearest = j;
        }
        own += nearest % kGroups == i % kGroups;
    }
    return static_cast<double>(own) / static_cast<double>(layout.size());
}

}

Q_DECLARE_METATYPE(ProjectionMethod)

/// UMAP, t-SNE and PCA, and what they are made of.
class TestProjection : public QObject {
    Q_OBJECT

private slots:
    void neighboursAreThoseOfALookAtAllPairs()
    {
        const FeatureMatrix rows = groups(301, 7);
        const NearestNeighbours found = nearestNeighbours(rows, 10);
        QCOMPARE(found.count, std::size_t(10));
        for (const std::size_t i : {0U, 150U, 300U}) {
            std::vector<std::pair<double, std::size_t>> all;
            for (std::size_t j = 0; j < rows.rows; ++j) {
                double sum = 0;
                for (std::size_t d = 0; d < rows.columns; ++d)
                    sum += std::pow(static_cast<double>(rows.at(i, d) - rows.at(j, d)), 2);
                if (j != i)
                    all.emplace_back(sum, j);
            }
            std::sort(all.begin(), all.end());
            for (std::size_t k = 0; k < found.count; ++k) {
                QCOMPARE(std::size_t(found.of(i)[k]), all[k].second);
                QVERIFY(std::abs(static_cast<double>(found.distancesOf(i)[k]) - std::sqrt(all[k].first))
                        < 1e-4);
            }
        }
    }

    void fewPointsHaveFewNeighbours()
    {
        QCOMPARE(nearestNeighbours(groups(4, 3), 15).count, std::size_t(3));
        QCOMPARE(nearestNeighbours(groups(1, 3), 15).count, std::size_t(0));
        QCOMPARE(nearestNeighbours(FeatureMatrix(), 15).count, std::size_t(0));
    }

    /// Far cells count as one point: the sums are those of all pairs, but for a little.
    void theTreeSumsWhatPushes()
    {
        std::mt19937 random(2);
        std::normal_distribution<float> normal;
        PointLayout layout(500);
        for (auto& point : layout)
            point = {normal(random) * 20, normal(random) * 10, normal(random) * 5};
        layout[7] = layout[8]; // at the same place
        const PointTree tree(layout);
        for (const std::size_t i : {0U, 7U, 499U}) {
            double sum = 0;
            std::array<double, 3> force{};
            for (std::size_t j = 0; j < layout.size(); ++j) {
                if (j == i)
                    continue;
                const double near = 1.0 / (1.0 + static_cast<double>(squared(layout[i], layout[j])));
                sum += near;
                for (std::size_t axis = 0; axis < 3; ++axis)
                    force.at(axis)
                        += near * near * static_cast<double>(layout[i].at(axis) - layout[j].at(axis));
            }
            const PointTree::Repulsion found = tree.repulsion(layout[i]);
            QVERIFY2(std::abs(found.sum - sum) < 0.03 * sum, qPrintable(QString::number(found.sum / sum)));
            const double size = std::hypot(force[0], force[1], force[2]);
            QVERIFY(
                std::hypot(found.force[0] - force[0], found.force[1] - force[1], found.force[2] - force[2])
                < 0.05 * size + 1e-3);
        }
    }

    void trustworthinessByHand()
    {
        // On a line, 0 … 9. One neighbour each: the layout swaps nothing, then everything.
        FeatureMatrix rows(10, 1);
        PointLayout same(10);
        for (std::size_t i = 0; i < 10; ++i) {
            rows.at(i, 0) = static_cast<float>(i * i);
            same[i] = {static_cast<float>(i * i), 0, 0};
        }
        QCOMPARE(trustworthiness(rows, same, 1), 1.0);
        // Point 9 lies beside point 0, whose ranks are 9 from both sides: 1 − 2 (8 + 8) / (10 (20 − 4)) =
        // 0.8.
        PointLayout moved = same;
        moved[9] = {-0.5F, 0, 0};
        QCOMPARE(trustworthiness(rows, moved, 1), 0.8);
        QCOMPARE(trustworthiness(rows, moved, 8), 1.0); // too few points to tell
    }

    void groupsStayTogether_data()
    {
        QTest::addColumn<ProjectionMethod>("method");
        QTest::addColumn<bool>("isFlat");
        QTest::newRow("UMAP") << ProjectionMethod::Umap << false;
        QTest::newRow("UMAP, flat") << ProjectionMethod::Umap << true;
        QTest::newRow("t-SNE") << ProjectionMethod::TSne << false;
        QTest::newRow("t-SNE, flat") << ProjectionMethod::TSne << true;
    }
    void groupsStayTogether()
    {
        QFETCH(const ProjectionMethod, method);
        QFETCH(const bool, isFlat);
        const FeatureMatrix rows = groups(400, 40);
        const Projection placed = project(rows, {method, isFlat});
        const Projection pca = project(rows, {ProjectionMethod::Pca, isFlat});
        QVERIFY2(purity(placed.points) > 0.999, qPrintable(QString::number(purity(placed.points))));
        QVERIFY2(placed.trustworthiness > 0.9, qPrintable(QString::number(placed.trustworthiness)));
        QVERIFY2(placed.trustworthiness > pca.trustworthiness + 0.005,
                 qPrintable(QString::number(pca.trustworthiness)));
        QCOMPARE(std::ranges::all_of(placed.points, [](const auto& point) { return point[2] == 0; }), isFlat);
        QCOMPARE(placed.explained[0], 0.0);
        QVERIFY(project(rows, {method, isFlat}).points == placed.points); // the same bytes
        QVERIFY(project(rows, {method, isFlat, 2}).points != placed.points); // by another seed
    }

    void rowsWithoutValuesHaveNoPlace_data() { groupsStayTogether_data(); }
    void rowsWithoutValuesHaveNoPlace()
    {
        QFETCH(const ProjectionMethod, method);
        QFETCH(const bool, isFlat);
        FeatureMatrix rows = groups(60, 5);
        std::ranges::fill(rows.row(3), std::numeric_limits<float>::quiet_NaN());
        const Projection placed = project(rows, {method, isFlat});
        for (std::size_t i = 0; i < rows.rows; ++i)
            QCOMPARE(std::isfinite(placed.points[i][0]), i != 3);
    }

    void pointsThatAreAllTheSameHaveAPlace_data()
    {
        QTest::addColumn<ProjectionMethod>("method");
        QTest::addColumn<std::size_t>("count");
        for (const std::size_t count : {0U, 1U, 2U, 3U, 40U}) {
            for (const ProjectionMethod method : {ProjectionMethod::Umap, ProjectionMethod::TSne})
                QTest::addRow("%d of %zu", static_cast<int>(method), count) << method << count;
        }
    }
    void pointsThatAreAllTheSameHaveAPlace()
    {
        QFETCH(const ProjectionMethod, method);
        QFETCH(const std::size_t, count);
        FeatureMatrix rows(count, 4);
        std::ranges::fill(rows.values, 2.5F);
        const Projection same = project(rows, {method});
        QCOMPARE(same.points.size(), count);
        QVERIFY(std::ranges::all_of(same.points, [](const auto& point) { return std::isfinite(point[0]); }));
        const Projection halves = project(groups(count, 4, 50), {method});
        QVERIFY(std::ranges::all_of(halves.points, [](const auto& point) {
            return std::isfinite(point[0]) && std::isfinite(point[1]) && std::isfinite(point[2]);
        }));
    }

    void itCanBeStopped_data() { groupsStayTogether_data(); }
    void itCanBeStopped()
    {
        QFETCH(const ProjectionMethod, method);
        QFETCH(const bool, isFlat);
        std::stop_source stop;
        double last = 0;
        const RunContext run{stop.get_token(), [&](double fraction) {
                                 last = std::max(last, fraction);
                                 if (fraction > 0.6)
                                     stop.request_stop();
                             }};
        QVERIFY_EXCEPTION_THROWN(project(groups(300, 10), {method, isFlat}, run), Cancelled);
        QVERIFY(last > 0.6 && last < 0.9);
    }
};

QTEST_GUILESS_MAIN(TestProjection)
#include "tst_projection.moc"
