#include "widgets/base/theme.h"
#include "widgets/space/feature_surface.h"
#include "widgets/space/fusion_graph_figure.h"
#include "widgets/space/fusion_tensor.h"
#include "widgets/space/space_view.h"
#include "widgets/space/surface_panel.h"
#include "widgets/space/tensor_panel.h"

#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QSlider>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

#include "tests/support/waiting.h"

using namespace widgets;

namespace {

FeatureSurface surface()
{
    FeatureSurface result;
    result.start = 2;
    result.end = 4;
    result.columns = 3;
    result.dimensions = 2;
    result.names = QStringList{QStringLiteral("pitch [Hz]"), QStringLiteral("energy")};
    result.ranges = {{100, 300}, {0, 1}};
    result.values = {100, 200, 300, 0, std::numeric_limits<float>::quiet_NaN(), 5};
    return result;
}

std::vector<float> numbers(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> uniform(-1, 1);
    std::vector<float> result(count);
    for (float& value : result)
        value = uniform(random);
    return result;
}

QString asItIs(const QString& vertex)
{
    return vertex;
}

}

/// What the views of Space show, as scenes.
class TestSpaceFigures : public QObject {
    Q_OBJECT

private slots:
    void heightsArePartsOfADimensionsRange()
    {
        const FeatureSurface shown = surface();
        QCOMPARE(shown.part(0, 0), std::optional(0.0F));
        QCOMPARE(shown.part(0, 1), std::optional(0.5F));
        QCOMPARE(shown.part(1, 2), std::optional(1.0F)); // beyond its usual range
        QCOMPARE(shown.part(1, 1), std::optional<float>());
        const SpaceFigure figure = surfaceFigure(shown, darkTheme());
        QCOMPARE(figure.places.size(), 6U);
        QVERIFY(figure.places[0][1] < figure.places[1][1] && figure.places[1][1] < figure.places[2][1]);
        QVERIFY(figure.places[0][0] < figure.places[2][0]); // time runs to the right
        QVERIFY(figure.places[0][2] > figure.places[3][2]); // dimensions to the back
    }

    void whereThereIsNoRowTheSurfaceIsOpen()
    {
        FeatureSurface shown = surface();
        QCOMPARE(surfaceFigure(shown, darkTheme()).scene->triangles.size(), 0U); // both squares miss a corner
        shown.values[4] = 0.5F;
        QCOMPARE(surfaceFigure(shown, darkTheme()).scene->triangles.size(), 4U);
    }

    void aSingleDimensionIsARibbon()
    {
        FeatureSurface shown = surface();
        shown.names.removeLast();
        shown.values.resize(3);
        QCOMPARE(surfaceFigure(shown, darkTheme()).scene->triangles.size(), 4U);
    }

    void thePlaneStandsAtItsMoment()
    {
        const FeatureSurface shown = surface();
        QVERIFY(!surfacePlane(shown, 1.9));
        QVERIFY(!surfacePlane(shown, 4.1));
        const SpaceFigure figure = surfaceFigure(shown, darkTheme());
        for (std::size_t column = 0; column < 3; ++column)
            QCOMPARE((*surfacePlane(shown, shown.secondsAt(column)))[0][0], figure.places[column][0]);
    }

    void aTensorIsTheProductWithItsOnes()
    {
        const FusionTensor tensor({2, -3}, {0.5F}, {4});
        QCOMPARE(tensor.extent(0), 3U);
        QCOMPARE(tensor.at({0, 0, 0}), 1.0F);
        QCOMPARE(tensor.at({2, 1, 1}), -6.0F);
        QCOMPARE(tensor.at({1, 0, 1}), 8.0F); // sound and text alone
        QCOMPARE(tensor.greatest(), 12.0F); // −3 × 1 × 4
        QCOMPARE(tensor.marginal(0, {0, 1, 1}), 0.0F); // (1 + 2 − 3) / 3 × …
        QCOMPARE(tensor.marginal(2, {1, 0, 0}), 2.0F * (1 + 4) / 2);
    }

    void strongCellsAreChosen()
    {
        const FusionTensor tensor({2, -3}, {0.5F}, {4});
        const TensorCells all = chosenCells(tensor, {.threshold = 0, .slices = {}});
        QCOMPARE(all.cells.size(), 12U);
        const TensorCells strong = chosenCells(tensor, {.threshold = 0.6, .slices = {}});
        QCOMPARE(strong.cells, (std::vector<FusionTensor::Cell>{{1, 0, 1}, {2, 0, 1}})); // 8 and −12
        TensorChoice slice{.threshold = 0, .slices = {}};
        slice.slices[1] = 1;
        QCOMPARE(chosenCells(tensor, slice).cells.size(), 6U);
        QCOMPARE(chosenCells(FusionTensor(), slice).cells.size(), 0U);
    }

    void ofTooManyCellsTheStrongestAreDrawn()
    {
        const FusionTensor tensor(numbers(32, 1), numbers(32, 2), numbers(64, 3));
        const TensorCells chosen = chosenCells(tensor, {.threshold = 0, .slices = {}});
        QCOMPARE(chosen.above, 33U * 33 * 65);
        QCOMPARE(chosen.cells.size(), kMostCells);
        float least = tensor.greatest();
        for (const auto& cell : chosen.cells)
            least = std::min(least, std::abs(tensor.at(cell)));
        std::size_t stronger = 0;
        for (std::size_t a = 0; a < 33; ++a) {
            for (std::size_t v = 0; v < 33; ++v) {
                for (std::size_t l = 0; l < 65; ++l)
                    stronger += std::abs(tensor.at({a, v, l})) > least ? 1 : 0;
            }
        }
        QVERIFY(stronger < kMostCells);
    }

    void staleFiguresLookOtherwise()
    {
        const FusionTensor tensor({2, -3}, {0.5F}, {4});
        const TensorCells cells = chosenCells(tensor, {.threshold = 0, .slices = {}});
        const SpaceFigure now = tensorFigure(tensor, cells, true, darkTheme());
        const SpaceFigure stale = tensorFigure(tensor, cells, false, darkTheme());
        QCOMPARE(now.scene->vertices, stale.scene->vertices);
        QVERIFY(now.scene->colours != stale.scene->colours);
    }

    void edgesAreAsThickAsTheirEfficacy()
    {
        FusionGraphShown graph;
        graph.edges = {{QStringLiteral("l"), QStringLiteral("la"), 0.1F},
                       {QStringLiteral("a"), QStringLiteral("la"), 0.9F},
                       {QStringLiteral("la"), QStringLiteral("t"), std::nanf("")}};
        const GraphFigure figure = graphFigure(graph, asItIs, true, darkTheme());
        QCOMPARE(figure.figure.marks.size(), 4U); // l, a, la, t
        QVERIFY(!figure.edgeOf.empty());
        QVERIFY(std::ranges::find(figure.edgeOf, 2U) == figure.edgeOf.end()); // it has no number
        const auto width = [&](std::size_t tube) { // two corners of its beginning that lie opposite
            const auto& a = figure.figure.scene->vertices[tube * 16];
            const auto& b = figure.figure.scene->vertices[tube * 16 + 4];
            return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
        };
        QVERIFY(width(1) > 3 * width(0));
    }

    void aFigureIsPaintedAsVectors()
    {
        TensorPanel panel;
        panel.resize(340, 460);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel, support::kPatience));
        panel.setTensor(FusionTensor({2, -3}, {0.5F}, {4}), QStringLiteral("segment 1 of 2"), true);
        QImage image(panel.pictureSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        panel.paintPicture(painter, image.size());
        painter.end();
        const QPoint cube = panel.view().pixelOf(0).toPoint(); // the strongest cells are in sight
        QVERIFY(image.pixel(cube) != image.pixel(2, 2));
        const SpaceFigure shown = tensorFigure(panel.tensor(), panel.cells(), true, darkTheme());
        QCOMPARE(shown.places.size(), panel.cells().cells.size());
    }

    void aMessageHidesWhatCannotBeChosen()
    {
        TensorPanel panel;
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel, support::kPatience));
        auto* threshold = panel.findChild<QSlider*>(QStringLiteral("tensorThreshold"));
        QVERIFY(threshold->isVisible());
        panel.setMessage(QStringLiteral("Nothing is here."), QStringLiteral("Do it"));
        QVERIFY(!threshold->isVisible());
        QVERIFY(panel.findChild<QWidget*>(QStringLiteral("tensorStep"))->isVisible());
        panel.setFailure(QStringLiteral("Nothing can be drawn."));
        QCOMPARE(panel.findChild<QLabel*>(QStringLiteral("tensorMessage"))->text(),
                 QStringLiteral("Nothing can be drawn."));
        panel.setFailure({});
        panel.setMessage({});
        QVERIFY(threshold->isVisible());
    }

    void theCameraStaysWhenValuesChange()
    {
        SurfacePanel panel;
        panel.resize(340, 460);
        panel.setSurface(surface());
        const SpaceCamera turned = panel.view().camera().orbited(30, 5);
        panel.view().setCamera(turned);
        FeatureSurface other = surface();
        other.values[0] = 250;
        panel.setSurface(other);
        QCOMPARE(panel.view().camera(), turned);
    }
};

QTEST_MAIN(TestSpaceFigures)
#include "tst_space_figures.moc"
