#include "app/space/space_painter.h"
#include "widgets/space/scene_shapes.h"
#include "widgets/space/space_view.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <random>

#include "tests/support/waiting.h"

using widgets::SpaceColour;
using widgets::SpaceDrawing;
using widgets::SpaceView;

namespace {

constexpr SpaceColour kBlue{30, 60, 250};
constexpr SpaceColour kOrange{250, 140, 30};

SpaceDrawing drawing(std::vector<std::array<float, 3>> positions, std::vector<SpaceColour> colours)
{
    SpaceDrawing result;
    result.positions = std::make_shared<const std::vector<std::array<float, 3>>>(std::move(positions));
    result.colours = std::make_shared<const std::vector<SpaceColour>>(std::move(colours));
    result.camera = {.yaw = 20, .pitch = 10, .radius = 3};
    result.box = {{-2, -2, -2}, {2, 2, 2}};
    result.width = 340;
    result.height = 260;
    result.pointSize = 9;
    result.background = {20, 22, 27};
    result.line = {48, 54, 68};
    return result;
}

bool isLike(QRgb pixel, const SpaceColour& colour)
{
    const bool blue = qBlue(pixel) > qRed(pixel);
    return std::max(qBlue(pixel), qRed(pixel)) > 100 && blue == (colour[2] > colour[0]);
}

std::vector<std::array<float, 3>> cloud(std::size_t count)
{
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    std::vector<std::array<float, 3>> positions(count);
    for (auto& position : positions)
        position = {normal(random) * 2, normal(random), normal(random) * 0.5F};
    return positions;
}

}

/// Real pictures, with whatever OpenGL the display has.
class TestSpacePainter : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_painter = std::make_unique<app::SpacePainter>(QStringLiteral(PROGRAMS));
        m_failed = std::make_unique<QSignalSpy>(m_painter.get(), &app::SpacePainter::failed);
        connect(m_painter.get(), &app::SpacePainter::painted, this,
                [this](const QImage& image) { m_images << image; });
        m_images.clear();
        m_painter->start();
    }
    void cleanup()
    {
        m_painter.reset();
        QVERIFY(m_failed->isEmpty());
    }

    void pointsLieWhereTheProjectionHasThem()
    {
        SpaceDrawing wanted = drawing({{-1, 0.5F, 0}, {1, -0.5F, 0}, {0, 1, 1}}, {kBlue, kOrange, kBlue});
        for (const double scale : {1.0, 2.0}) {
            wanted.scale = scale;
            const QImage image = painted(wanted);
            QCOMPARE(image.size(), QSize(340, 260) * scale);
            const widgets::SpaceProjection projection(wanted.camera, wanted.width, wanted.height);
            for (std::size_t i = 0; i < 3; ++i) {
                const auto pixel = projection.pixel((*wanted.positions)[i]);
                const QRgb seen
                    = image.pixel(static_cast<int>(pixel.x * scale), static_cast<int>(pixel.y * scale));
                QVERIFY2(isLike(seen, (*wanted.colours)[i]), qPrintable(QColor(seen).name()));
            }
            const QRgb corner = image.pixel(2, 2);
            QCOMPARE(QColor(corner), QColor(20, 22, 27));
        }
    }

    void pointsAreRound()
    {
        SpaceDrawing wanted = drawing({{0, 0, 0}}, {kOrange});
        wanted.box = {{-50, -50, -50}, {50, 50, 50}}; // no edge of the box near by
        wanted.pointSize = 20;
        const QImage image = painted(wanted);
        QVERIFY(isLike(image.pixel(170, 130), kOrange));
        QVERIFY(isLike(image.pixel(170 + 7, 130), kOrange));
        QCOMPARE(QColor(image.pixel(170 + 9, 130 + 9)), QColor(20, 22, 27)); // the corner of the square
    }

    void theFrontPointHidesTheOneBehind()
    {
        SpaceDrawing wanted = drawing({{0, 0, 1}, {0, 0, -1}}, {kOrange, kBlue});
        wanted.camera = {.yaw = 0, .pitch = 0, .radius = 3};
        QVERIFY(isLike(painted(wanted).pixel(170, 130), kOrange));
        wanted.camera.yaw = 180;
        QVERIFY(isLike(painted(wanted).pixel(170, 130), kBlue));
    }

    void turningAndColoursChangeThePicture()
    {
        SpaceDrawing wanted = drawing(cloud(500), std::vector<SpaceColour>(500, kBlue));
        const QImage first = painted(wanted);
        QVERIFY(painted(wanted) == first);
        wanted.camera = wanted.camera.orbited(5, 0);
        QVERIFY(painted(wanted) != first);
        wanted.camera = wanted.camera.orbited(-5, 0);
        QVERIFY(painted(wanted) == first);
        wanted.colours
            = std::make_shared<const std::vector<SpaceColour>>(std::vector<SpaceColour>(500, kOrange));
        QVERIFY(painted(wanted) != first);
    }

    void hundredThousandPointsAreDrawn()
    {
        const SpaceDrawing wanted = drawing(cloud(100'000), std::vector<SpaceColour>(100'000, kBlue));
        const QImage image = painted(wanted);
        int blue = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                blue += isLike(image.pixel(x, y), kBlue);
        }
        QVERIFY2(blue > 5000, qPrintable(QString::number(blue)));
    }

    void onlySomeAreDrawnWhereSomeAreWished()
    {
        SpaceDrawing wanted = drawing({{-1, 0, 0}, {1, 0, 0}}, {kBlue, kOrange});
        wanted.most = 1;
        const widgets::SpaceProjection projection(wanted.camera, wanted.width, wanted.height);
        const auto last = projection.pixel({1, 0, 0});
        const auto isDrawn = [&] {
            const QRgb seen = painted(wanted).pixel(static_cast<int>(last.x), static_cast<int>(last.y));
            return isLike(seen, kOrange);
        };
        QVERIFY(!isDrawn());
        wanted.most = 0;
        QVERIFY(isDrawn());
    }

    void surfacesAndLinesAreDrawnInTheirColours()
    {
        SpaceDrawing wanted = drawing({{0, 0, 0}}, {kBlue});
        wanted.camera = {.yaw = 0, .pitch = 0, .radius = 3};
        wanted.pointSize = 0; // the place is only a place
        auto scene = std::make_shared<widgets::SpaceScene>();
        widgets::addQuad(*scene, {{{-1, -1, 0}, {0, -1, 0}, {0, 1, 0}, {-1, 1, 0}}}, kOrange);
        scene->vertices.insert(scene->vertices.end(), {{1, -1, 0}, {1, 1, 0}});
        scene->colours.insert(scene->colours.end(), {kBlue, kBlue});
        scene->lines.push_back({4, 5});
        wanted.scene = scene;
        wanted.scale = 2;
        const QImage image = painted(wanted);
        const widgets::SpaceProjection projection(wanted.camera, wanted.width, wanted.height);
        const auto seen = [&](float x) {
            const auto pixel = projection.pixel({x, 0, 0});
            return image.pixel(static_cast<int>(pixel.x * 2), static_cast<int>(pixel.y * 2));
        };
        QVERIFY2(isLike(seen(-0.5F), kOrange), qPrintable(QColor(seen(-0.5F)).name()));
        QVERIFY2(isLike(seen(1), kBlue), qPrintable(QColor(seen(1)).name()));
        QCOMPARE(QColor(seen(0.5F)), QColor(20, 22, 27));
        wanted.scene.reset();
        QVERIFY(!isLike(painted(wanted).pixel(2, 2), kOrange));
    }

    void aViewIsTurnedWithTheMouse()
    {
        SpaceView view;
        view.resize(340, 260);
        connect(&view, &SpaceView::pictureWanted, m_painter.get(), &app::SpacePainter::want);
        connect(m_painter.get(), &app::SpacePainter::painted, &view, &SpaceView::setPicture);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view, support::kPatience));
        view.setPoints(cloud(2000), std::vector<SpaceColour>(2000, kOrange));
        QTRY_VERIFY(view.isComplete());
        const QImage before = view.grab().toImage();
        QTest::mousePress(&view, Qt::LeftButton, {}, QPoint(100, 100));
        QTest::mouseMove(&view, QPoint(160, 110));
        QTest::mouseMove(&view, QPoint(200, 120));
        QTest::mouseRelease(&view, Qt::LeftButton, {}, QPoint(200, 120));
        QTRY_VERIFY(view.isComplete());
        QVERIFY(view.grab().toImage() != before);
    }

    void onlyTheNewestWishIsDrawn()
    {
        SpaceDrawing wanted = drawing(cloud(1000), std::vector<SpaceColour>(1000, kBlue));
        QVERIFY(!painted(wanted).isNull());
        m_images.clear();
        for (int i = 0; i < 50; ++i) {
            wanted.width = 100 + i;
            m_painter->want(wanted);
        }
        QTRY_VERIFY(!m_images.isEmpty() && m_images.last().width() == 149);
        QVERIFY(m_images.size() < 50);
    }

private:
    QImage painted(const SpaceDrawing& wanted)
    {
        const auto before = m_images.size();
        m_painter->want(wanted);
        const bool came = QTest::qWaitFor([&] { return m_images.size() > before || !m_failed->isEmpty(); },
                                          support::kPatience);
        return came && m_failed->isEmpty() ? m_images.last() : QImage();
    }

    std::unique_ptr<app::SpacePainter> m_painter;
    std::unique_ptr<QSignalSpy> m_failed;
    QList<QImage> m_images;
};

QTEST_MAIN(TestSpacePainter)
#include "tst_space_painter.moc"
