#include "engine/faces/face_measures.h"

#include <QTest>

#include <cmath>

using namespace engine;

namespace {

/// A drawn face: eyes 60 apart and 30 × 10 large, brows 20 above, mouth 50 wide and 12 open, its corners 3
/// above the middle.
FaceLandmarks drawnFace()
{
    FaceLandmarks p{};
    for (const auto& [first, x] : {std::pair<std::size_t, float>{36, 70.0F}, {42, 130.0F}}) {
        p[first] = {x - 15, 100};
        p[first + 1] = {x - 5, 95};
        p[first + 2] = {x + 5, 95};
        p[first + 3] = {x + 15, 100};
        p[first + 4] = {x + 5, 105};
        p[first + 5] = {x - 5, 105};
    }
    p[19] = {70, 75};
    p[24] = {130, 75};
    p[48] = {75, 157};
    p[54] = {125, 157};
    p[51] = {100, 150};
    p[57] = {100, 170};
    for (std::size_t i = 0; i < 3; ++i) {
        p[61 + i] = {92.0F + 8.0F * static_cast<float>(i), 154};
        p[67 - i] = {92.0F + 8.0F * static_cast<float>(i), 166};
    }
    return p;
}

bool isNear(float measured, double expected)
{
    return std::abs(static_cast<double>(measured) - expected) < 1e-4;
}

}

class FaceMeasuresTest : public QObject {
    Q_OBJECT

private slots:
    void measuresOfADrawnFaceAreThoseDrawn_data()
    {
        QTest::addColumn<double>("tilt");
        QTest::newRow("upright") << 0.0;
        QTest::newRow("tilted by 30 degrees") << 0.5236;
    }
    void measuresOfADrawnFaceAreThoseDrawn()
    {
        QFETCH(double, tilt);
        FaceLandmarks face = drawnFace();
        for (FacePoint& p : face) {
            const auto c = static_cast<float>(std::cos(tilt));
            const auto s = static_cast<float>(std::sin(tilt));
            p = {c * p.x - s * p.y, s * p.x + c * p.y};
        }
        const FaceMeasures measures = measuresOf(face);
        QVERIFY(isNear(measures.eyeDistance / 60.0F, 1.0));
        QVERIFY(isNear(measures.mouthOpen, 12.0 / 60.0));
        QVERIFY(isNear(measures.mouthWide, 50.0 / 60.0));
        QVERIFY(isNear(measures.smile, 3.0 / 60.0));
        QVERIFY(isNear(measures.brow, 20.0 / 60.0));
        QVERIFY(isNear(measures.eye, 10.0 / 30.0));
    }

    void faceWithoutSizeHasNoMeasures() { QCOMPARE(measuresOf(FaceLandmarks{}), FaceMeasures{}); }
};

QTEST_GUILESS_MAIN(FaceMeasuresTest)
#include "tst_face_measures.moc"
