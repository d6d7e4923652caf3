#include "widgets/player/transport_bar.h"

#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace widgets;

class TransportBarTest : public QObject {
    Q_OBJECT

private slots:
    void timeCodeIsExactToTheMillisecond_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("zero") << 0.0 << "00:00:00.000";
        QTest::newRow("rounded, not cut") << 83.4567 << "00:01:23.457";
        QTest::newRow("hours") << 7384.5 << "02:03:04.500";
    }
    void timeCodeIsExactToTheMillisecond()
    {
        QFETCH(double, seconds);
        QTEST(timeCode(seconds), "expected");
    }

    void buttonsTriggerTheirActions()
    {
        TransportBar bar;
        QAction action(QStringLiteral("&Play"));
        bar.addButton(&action);
        QSignalSpy triggered(&action, &QAction::triggered);
        auto* button = bar.findChild<QToolButton*>();
        QVERIFY(button);
        QCOMPARE(button->accessibleName(), QStringLiteral("Play"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
    }

    void soundOnlyHasNoFrameNumber()
    {
        TransportBar bar;
        bar.setPosition(1.5, 37);
        QCOMPARE(bar.findChild<QLabel*>(QStringLiteral("frameNumber"))->text(), QStringLiteral("frame 37"));
        bar.setPosition(1.5, -1);
        QCOMPARE(bar.findChild<QLabel*>(QStringLiteral("frameNumber"))->text(), QStringLiteral("no picture"));
        QCOMPARE(bar.findChild<QLabel*>(QStringLiteral("timeCode"))->text(), QStringLiteral("00:00:01.500"));
    }
};

QTEST_MAIN(TransportBarTest)
#include "tst_transport_bar.moc"
