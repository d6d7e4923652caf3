#include "widgets/base/time_scale.h"

#include <QTest>

using widgets::TimeScale;

class TimeScaleTest : public QObject {
    Q_OBJECT

private slots:
    void pixelsAndSecondsAreInverse()
    {
        const TimeScale scale{2.5, 80.0};
        QCOMPARE(scale.x(2.5), 0.0);
        QCOMPARE(scale.x(3.5), 80.0);
        QCOMPARE(scale.seconds(40.0), 3.0);
    }

    void zoomKeepsTheTimeUnderThePointer_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<double>("pixel");
        QTest::newRow("closer at the left rim") << 2.0 << 0.0;
        QTest::newRow("closer in the middle") << 1.25 << 431.0;
        QTest::newRow("farther at the right") << 0.3 << 1200.0;
    }
    void zoomKeepsTheTimeUnderThePointer()
    {
        QFETCH(double, factor);
        QFETCH(double, pixel);
        const TimeScale before{7.25, 133.0};
        const TimeScale after = before.zoomed(factor, pixel);
        QVERIFY(std::abs(after.seconds(pixel) - before.seconds(pixel)) < 1e-12);
        QCOMPARE(after.pixelsPerSecond, 133.0 * factor);
    }

    void fittingLeavesTheMargin()
    {
        const TimeScale scale = TimeScale::fitting({10.0, 20.0}, 1100.0, 50.0);
        QCOMPARE(scale.x(10.0), 50.0);
        QCOMPARE(scale.x(20.0), 1050.0);
    }
};

QTEST_APPLESS_MAIN(TimeScaleTest)
#include "tst_time_scale.moc"
