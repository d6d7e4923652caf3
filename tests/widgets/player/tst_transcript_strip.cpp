#include "widgets/base/theme.h"
#include "widgets/player/transcript_strip.h"

#include <QSignalSpy>
#include <QTest>

using namespace widgets;

class TranscriptStripTest : public QObject {
    Q_OBJECT

private slots:
    void clickOnAWordSeeksToItsStart()
    {
        TranscriptStrip strip;
        strip.setFixedSize(600, 40);
        strip.setWords({{{1.0, 1.5}, {1.5, 2.0}, {2.0, 2.6}}, {"good", "morning", "everybody"}});
        strip.setCurrentWord(1, true);
        QSignalSpy seeks(&strip, &TranscriptStrip::seekRequested);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, {300, 20}); // the current word stands in the middle
        QCOMPARE(seeks.count(), 1);
        QCOMPARE(seeks.first().first().toDouble(), 1.5);
    }

    void spokenWordIsLit()
    {
        TranscriptStrip strip;
        strip.setPalette(paletteOf(darkTheme()));
        strip.setFixedSize(600, 40);
        strip.setWords({{{1.0, 1.5}}, {"hello"}});
        strip.setCurrentWord(0, false);
        const QImage before = strip.grab().toImage();
        strip.setCurrentWord(0, true);
        const QImage after = strip.grab().toImage();
        QVERIFY(before != after);
        QCOMPARE(after.pixelColor(300, 6), darkTheme().language);
    }

    void emptyVideoSaysSo()
    {
        TranscriptStrip strip;
        strip.setFixedSize(600, 40);
        strip.setWords({});
        QSignalSpy seeks(&strip, &TranscriptStrip::seekRequested);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, {300, 20});
        QCOMPARE(seeks.count(), 0);
    }
};

QTEST_MAIN(TranscriptStripTest)
#include "tst_transcript_strip.moc"
