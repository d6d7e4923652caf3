#include "widgets/timeline/ruler.h"

#include <QTest>

using namespace widgets;

class RulerTest : public QObject {
    Q_OBJECT

private slots:
    void labelsHaveRoomAtEveryZoom_data()
    {
        QTest::addColumn<double>("pixelsPerSecond");
        for (const double scale : {0.05, 0.5, 7.0, 90.0, 3000.0, 50000.0})
            QTest::addRow("%g pixels per second", scale) << scale;
    }
    void labelsHaveRoomAtEveryZoom()
    {
        QFETCH(double, pixelsPerSecond);
        const RulerSteps steps = rulerSteps({0.0, pixelsPerSecond}, 70.0);
        QVERIFY(steps.major * pixelsPerSecond >= 70.0);
        QVERIFY(steps.minor < steps.major);
    }

    void labelsSayWhatIsNeeded_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("step");
        QTest::addColumn<QString>("expected");
        QTest::newRow("whole seconds") << 7.0 << 1.0 << "7 s";
        QTest::newRow("tenths") << 2.5 << 0.5 << "2.5 s";
        QTest::newRow("milliseconds") << 0.012 << 0.001 << "0.012 s";
        QTest::newRow("minutes") << 90.0 << 30.0 << "1:30";
        QTest::newRow("minutes with tenths") << 61.5 << 0.5 << "1:01.5";
        QTest::newRow("hours") << 3723.0 << 1.0 << "1:02:03";
    }
    void labelsSayWhatIsNeeded()
    {
        QFETCH(double, seconds);
        QFETCH(double, step);
        QTEST(rulerLabel(seconds, step), "expected");
    }
};

QTEST_APPLESS_MAIN(RulerTest)
#include "tst_ruler.moc"
