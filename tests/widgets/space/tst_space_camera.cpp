#include "widgets/space/space_camera.h"

#include <QTest>

#include <cmath>

using widgets::SpaceCamera;
using widgets::SpacePosition;
using widgets::SpaceProjection;

namespace {

constexpr double kWidth = 340;
constexpr double kHeight = 260;

bool near(double a, double b, double tolerance = 1e-3)
{
    return std::abs(a - b) <= tolerance;
}

double dot(const SpacePosition& a, const SpacePosition& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

SpaceProjection::Pixel pixel(const SpaceCamera& camera, const std::array<float, 3>& position)
{
    return SpaceProjection(camera, kWidth, kHeight).pixel(position);
}

}

class TestSpaceCamera : public QObject {
    Q_OBJECT

private slots:
    void fromTheFrontAxesPointRightUpAndAtUs()
    {
        const SpaceCamera front{.yaw = 0, .pitch = 0, .radius = 2};
        const auto middle = pixel(front, {0, 0, 0});
        QVERIFY(near(middle.x, kWidth / 2) && near(middle.y, kHeight / 2));
        QVERIFY(pixel(front, {1, 0, 0}).x > middle.x);
        QVERIFY(pixel(front, {0, 1, 0}).y < middle.y);
        QVERIFY(pixel(front, {0, 0, 1}).depth < middle.depth);
        QVERIFY(near(pixel(front, {1, 0, 0}).y, middle.y));
    }

    void theSphereFillsTheSmallerSide()
    {
        const SpaceCamera front{.yaw = 0, .pitch = 0, .radius = 2};
        const double top = pixel(front, {0, 2, 0}).y;
        QVERIFY2(top > 0 && top < kHeight * 0.05, qPrintable(QString::number(top)));
    }

    void directionsStayPerpendicular()
    {
        for (const double yaw : {-170.0, 0.0, 33.0, 120.0}) {
            for (const double pitch : {-89.0, -20.0, 0.0, 70.0}) {
                const SpaceCamera camera{.yaw = yaw, .pitch = pitch};
                QVERIFY(near(dot(camera.right(), camera.up()), 0));
                QVERIFY(near(dot(camera.up(), camera.up()), 1));
                QVERIFY(near(dot(camera.eye(), camera.eye()), camera.distance() * camera.distance()));
                QVERIFY(near(dot(camera.eye(), camera.up()), 0));
            }
        }
    }

    void turningNeverGoesOverTheTop()
    {
        SpaceCamera camera;
        for (int i = 0; i < 100; ++i)
            camera = camera.orbited(50, 10);
        QVERIFY(camera.pitch < 90);
        QVERIFY(std::abs(camera.yaw) <= 180);
    }

    void panningMovesTheMiddleWithThePointer()
    {
        const SpaceCamera camera{.yaw = 20, .pitch = 30, .radius = 5};
        const auto before = pixel(camera, {0, 0, 0});
        const auto after = pixel(camera.panned(30, -20, kWidth, kHeight), {0, 0, 0});
        QVERIFY(near(after.x - before.x, 30, 0.5));
        QVERIFY(near(after.y - before.y, -20, 0.5));
    }

    void zoomingKeepsWhatIsUnderThePointer()
    {
        const SpaceCamera camera{.yaw = 0, .pitch = 0, .radius = 5};
        const std::array<float, 3> position{1.5F, -1, 0};
        const auto before = pixel(camera, position);
        const auto zoomed = camera.zoomed(3, before.x - kWidth / 2, before.y - kHeight / 2, kWidth, kHeight);
        const auto after = pixel(zoomed, position);
        QCOMPARE(zoomed.zoom, 3.0);
        QVERIFY(near(after.x, before.x, 0.5));
        QVERIFY(near(after.y, before.y, 0.5));
    }

    void zoomHasEnds()
    {
        SpaceCamera camera;
        QCOMPARE(camera.zoomed(1e9, 0, 0, kWidth, kHeight).zoom, SpaceCamera::kNearest);
        QCOMPARE(camera.zoomed(1e-9, 0, 0, kWidth, kHeight).zoom, SpaceCamera::kFarthest);
    }
};

QTEST_GUILESS_MAIN(TestSpaceCamera)
#include "tst_space_camera.moc"
