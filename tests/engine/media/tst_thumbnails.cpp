#include "engine/media/thumbnails.h"

#include <QTest>

#include "tests/support/odd_media.h"

using namespace engine;
using support::frameNumber;

class TestThumbnails : public QObject {
    Q_OBJECT

    support::OddMedia m_media;

private slots:
    /// Key frames lie at 0, 2.4, 4.8, … s.
    void keyFramesServeWhenTheyAreNear_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("tolerance");
        QTest::addColumn<int>("expected");
        QTest::newRow("key frame near") << 5.0 << 1.0 << 120;
        QTest::newRow("key frame too far") << 6.8 << 1.0 << 170;
        QTest::newRow("exact") << 5.0 << 0.0 << 125;
        QTest::newRow("at the key frame") << 4.8 << 0.0 << 120;
        QTest::newRow("after the end") << 99.0 << 1.0 << 299;
    }
    void keyFramesServeWhenTheyAreNear()
    {
        QFETCH(double, seconds);
        QFETCH(double, tolerance);
        QFETCH(int, expected);
        VideoReader reader(m_media.file("long_gops.ts"));
        const auto frame = thumbnail(reader, seconds, tolerance, 180);
        QCOMPARE(frame->height, 180);
        QCOMPARE(frame->width, 320);
        QCOMPARE(frameNumber(*frame), expected);
    }

    void behindTheLastPictureThereIsNone()
    {
        VideoReader reader(m_media.file("long_gops.ts"));
        QCOMPARE(frameNumber(*pictureOfTime(reader, 5.0, 0.2, 180)), 125);
        const double end = reader.index().end();
        QVERIFY(pictureOfTime(reader, end - 0.01, 0.2, 180));
        QVERIFY(pictureOfTime(reader, end + 0.2, 0.2, 180)); // as good as the last
        QVERIFY(!pictureOfTime(reader, end + 1.0, 0.2, 180));
        QVERIFY(!pictureOfTime(reader, 99.0, 0.2, 180));
    }
};

QTEST_GUILESS_MAIN(TestThumbnails)
#include "tst_thumbnails.moc"
