#include "engine/faces/face_pose.h"

#include <QTest>

#include <numbers>

using namespace engine;

namespace {

struct HeadPoint {
    std::size_t landmark;
    double x, y, z;
};
/// The average face of face_pose.cpp, in mm.
constexpr HeadPoint kHead[]
    = {{36, -45, 0, 0},   {39, -17, 0, 4},   {42, 17, 0, 4},     {45, 45, 0, 0},    {30, 0, 38, 32},
       {33, 0, 48, 20},   {31, -16, 46, 12}, {35, 16, 46, 12},   {48, -26, 74, 8},  {54, 26, 74, 8},
       {8, 0, 118, 2},    {27, 0, -2, 14},   {21, -12, -18, 14}, {22, 12, -18, 14}, {17, -56, -12, -8},
       {26, 56, -12, -8}, {0, -70, 10, -75}, {16, 70, 10, -75}};

/// The head as a camera far away sees it, turned by angles in degrees: first about the vertical, then the
/// horizontal, then the line of sight.
FaceLandmarks turned(double yaw, double pitch, double roll, double scale)
{
    constexpr double degree = std::numbers::pi / 180.0;
    const double cy = std::cos(yaw * degree), sy = std::sin(yaw * degree);
    const double cp = std::cos(pitch * degree), sp = std::sin(pitch * degree);
    const double cr = std::cos(roll * degree), sr = std::sin(roll * degree);
    FaceLandmarks landmarks{};
    for (const HeadPoint& p : kHead) {
        const double x1 = cy * p.x + sy * p.z; // the face turns to the picture's right
        const double z1 = -sy * p.x + cy * p.z;
        const double y2 = cp * p.y - sp * z1; // and up
        const double x3 = cr * x1 - sr * y2;
        const double y3 = sr * x1 + cr * y2;
        landmarks[p.landmark]
            = {static_cast<float>(200.0 + scale * x3), static_cast<float>(150.0 + scale * y3)};
    }
    return landmarks;
}

}

class FacePoseTest : public QObject {
    Q_OBJECT

private slots:
    void turnedHeadHasItsAngles_data()
    {
        QTest::addColumn<double>("yaw");
        QTest::addColumn<double>("pitch");
        QTest::addColumn<double>("roll");
        QTest::newRow("straight") << 0.0 << 0.0 << 0.0;
        QTest::newRow("to the right") << 20.0 << 0.0 << 0.0;
        QTest::newRow("to the left") << -35.0 << 0.0 << 0.0;
        QTest::newRow("up") << 0.0 << 15.0 << 0.0;
        QTest::newRow("down") << 0.0 << -15.0 << 0.0;
        QTest::newRow("tilted") << 0.0 << 0.0 << 25.0;
        QTest::newRow("all at once") << -25.0 << 12.0 << 17.0;
        QTest::newRow("to the right and tilted") << 20.0 << 0.0 << -10.0;
    }
    void turnedHeadHasItsAngles()
    {
        QFETCH(double, yaw);
        QFETCH(double, pitch);
        QFETCH(double, roll);
        const FacePose pose = poseOf(turned(yaw, pitch, roll, 1.7));
        QVERIFY2(std::abs(pose.yaw - yaw) < 0.1, qPrintable(QString::number(pose.yaw)));
        QVERIFY2(std::abs(pose.pitch - pitch) < 0.1, qPrintable(QString::number(pose.pitch)));
        QVERIFY2(std::abs(pose.roll - roll) < 0.1, qPrintable(QString::number(pose.roll)));
        QVERIFY(pose.residual < 0.01F);
        QVERIFY(std::abs(pose.pixelsPerMm - 1.7F) < 0.001F);
    }

    void landmarksThatAreNoFaceFitBadly()
    {
        FaceLandmarks scattered = turned(0.0, 0.0, 0.0, 1.0);
        for (std::size_t i = 0; i < scattered.size(); ++i)
            scattered[i].x += static_cast<float>(i * 37 % 61) - 30.0F;
        QVERIFY(poseOf(scattered).residual > 10.0F);
        QCOMPARE(poseOf(FaceLandmarks{}).yaw, 0.0F); // all in one point
        QCOMPARE(poseOf(FaceLandmarks{}).residual, 0.0F);
    }
};

QTEST_GUILESS_MAIN(FacePoseTest)
#include "tst_face_pose.moc"
