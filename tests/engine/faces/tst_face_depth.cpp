#include "engine/faces/average_face.h"
#include "engine/faces/face_depth.h"

#include <QTest>

#include <limits>
#include <numbers>

using namespace engine;

namespace {

/// Where the points of the average face lie after turning the head by degrees: yaw, then pitch, then roll; x
/// to the right, y down, z towards the camera, in mm.
std::array<FacePoint3, 68> turnedHead(double yaw, double pitch, double roll)
{
    constexpr double degree = std::numbers::pi / 180.0;
    std::array<FacePoint3, 68> turned{};
    for (std::size_t i = 0; i < turned.size(); ++i) {
        const FacePoint3& p = kAverageFace.at(i);
        const double x1 = std::cos(yaw * degree) * p[0] + std::sin(yaw * degree) * p[2];
        const double z1 = -std::sin(yaw * degree) * p[0] + std::cos(yaw * degree) * p[2];
        const double y2 = std::cos(pitch * degree) * p[1] - std::sin(pitch * degree) * z1;
        const double z2 = std::sin(pitch * degree) * p[1] + std::cos(pitch * degree) * z1;
        turned.at(i) = {std::cos(roll * degree) * x1 - std::sin(roll * degree) * y2,
                        std::sin(roll * degree) * x1 + std::cos(roll * degree) * y2, z2};
    }
    return turned;
}

FacePoint3 middleOf(const std::array<FacePoint3, 68>& points)
{
    FacePoint3 mean{};
    for (const FacePoint3& point : points) {
        for (std::size_t k = 0; k < 3; ++k)
            mean.at(k) += point.at(k) / 68;
    }
    return mean;
}

}

class TestFaceDepth : public QObject {
    Q_OBJECT

private slots:
    void theAverageFaceGetsItsOwnDepthBack_data()
    {
        QTest::addColumn<double>("yaw");
        QTest::addColumn<double>("pitch");
        QTest::addColumn<double>("roll");
        QTest::newRow("straight") << 0.0 << 0.0 << 0.0;
        QTest::newRow("to the right") << 30.0 << 0.0 << 0.0;
        QTest::newRow("up and bent") << 0.0 << 15.0 << -20.0;
        QTest::newRow("all") << -25.0 << -10.0 << 12.0;
    }
    void theAverageFaceGetsItsOwnDepthBack()
    {
        QFETCH(const double, yaw);
        QFETCH(const double, pitch);
        QFETCH(const double, roll);
        constexpr double scale = 1.7; // pixels per mm
        const auto head = turnedHead(yaw, pitch, roll);
        FaceLandmarks landmarks{};
        for (std::size_t i = 0; i < head.size(); ++i)
            landmarks.at(i) = {static_cast<float>(320 + scale * head.at(i)[0]),
                               static_cast<float>(240 + scale * head.at(i)[1])};
        const FaceInDepth face = withDepth(landmarks);
        QVERIFY(face.isThere);
        QVERIFY(face.isFitted);
        const FacePoint3 middle = middleOf(head);
        for (std::size_t i = 0; i < head.size(); ++i) {
            const FacePoint3 expected{head.at(i)[0] - middle[0], -(head.at(i)[1] - middle[1]),
                                      head.at(i)[2] - middle[2]};
            for (std::size_t k = 0; k < 3; ++k)
                QVERIFY2(std::abs(static_cast<double>(face.points.at(i).at(k)) - expected.at(k)) < 0.5,
                         qPrintable(QStringLiteral("landmark %1, axis %2").arg(i).arg(k)));
        }
    }

    void theAverageFaceIsEvenOnBothSides()
    {
        constexpr std::array<std::pair<std::size_t, std::size_t>, 7> pairs{
            {{0, 16}, {7, 9}, {17, 26}, {36, 45}, {31, 35}, {48, 54}, {60, 64}}};
        for (const auto& [left, right] : pairs) {
            QCOMPARE(kAverageFace.at(left)[0], -kAverageFace.at(right)[0]);
            QCOMPARE(kAverageFace.at(left)[1], kAverageFace.at(right)[1]);
            QCOMPARE(kAverageFace.at(left)[2], kAverageFace.at(right)[2]);
        }
    }

    void landmarksAtOnePlaceAreNoFace()
    {
        FaceLandmarks landmarks{};
        landmarks.fill({10, 10});
        QVERIFY(!withDepth(landmarks).isThere);
    }

    void aFilesOwnDepthIsTurnedTowardsTheViewer()
    {
        std::array<float, 68> x{}, y{}, z{};
        for (std::size_t i = 0; i < 68; ++i) {
            x.at(i) = static_cast<float>(i);
            y.at(i) = 20;
            z.at(i) = 500;
        }
        y[8] = 20 + 68; // the chin: below
        z[30] = 500 - 68; // the tip of the nose: nearer
        const FaceInDepth face = fromCamera(x, y, z);
        QVERIFY(face.isThere);
        QVERIFY(!face.isFitted);
        QCOMPARE(face.points[8][1] - face.points[0][1], -68.0F);
        QCOMPARE(face.points[30][2] - face.points[0][2], 68.0F);
        QCOMPARE(face.points[67][0] - face.points[0][0], 67.0F);
        z[3] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(!fromCamera(x, y, z).isThere);
        QVERIFY(!fromCamera({std::array<float, 68>{}}, {std::array<float, 68>{}}, {std::array<float, 68>{}})
                     .isThere);
    }
};

QTEST_GUILESS_MAIN(TestFaceDepth)
#include "tst_face_depth.moc"
