#include "widgets/player/overview_strip.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace widgets;

class OverviewStripTest : public QObject {
    Q_OBJECT

private slots:
    void clickAsksForThatPlaceAndDoubleClickGoesThere()
    {
        OverviewStrip strip;
        strip.setFixedSize(506, 26); // 3 pixels of margin on both sides
        strip.setDuration(100.0);
        QSignalSpy centres(&strip, &OverviewStrip::centreRequested);
        QSignalSpy seeks(&strip, &OverviewStrip::seekRequested);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, {253, 13});
        QVERIFY(std::abs(centres.last().first().toDouble() - 50.0) < 0.2);
        QTest::mouseDClick(&strip, Qt::LeftButton, {}, {128, 13});
        QVERIFY(std::abs(seeks.last().first().toDouble() - 25.0) < 0.2);
    }

    void settersStaySilent()
    {
        OverviewStrip strip;
        QSignalSpy centres(&strip, &OverviewStrip::centreRequested);
        strip.setDuration(10.0);
        strip.setVisibleSpan({1.0, 2.0});
        strip.setPlayhead(3.0);
        QCOMPARE(centres.count(), 0);
    }
};

QTEST_MAIN(OverviewStripTest)
#include "tst_overview_strip.moc"
