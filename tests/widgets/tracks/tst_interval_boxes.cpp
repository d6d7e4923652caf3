#include "widgets/tracks/interval_boxes.h"

#include <QTest>

using namespace widgets;

class IntervalBoxesTest : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatIsInSight()
    {
        const std::vector<engine::Interval> words{{0, 1}, {2, 3}, {4, 5}, {6, 7}};
        const IntervalBoxes visible = visibleBoxes(words, {1.5, 100.0}, 300); // 1.5 … 4.5 s
        QCOMPARE(visible.boxes.size(), std::size_t{2});
        QCOMPARE(visible.boxes[0].index, std::size_t{1});
        QCOMPARE(visible.boxes[0].left, 50.0);
        QCOMPARE(visible.boxes[1].right, 350.0);
        QVERIFY(visible.runs.empty());
    }

    void crowdsBecomeRunsThatCoverTheSamePixels()
    {
        std::vector<engine::Interval> words; // 100 a second for 10 s, then nothing, then 10 s more
        for (int i = 0; i < 1000; ++i)
            words.push_back({i * 0.01, i * 0.01 + 0.009});
        for (int i = 0; i < 1000; ++i)
            words.push_back({20 + i * 0.01, 20 + i * 0.01 + 0.009});
        const IntervalBoxes visible = visibleBoxes(words, {0.0, 10.0}, 300);
        QVERIFY(visible.boxes.empty());
        QCOMPARE(visible.runs.size(), std::size_t{2});
        QCOMPARE(visible.runs[0].left, 0);
        QCOMPARE(visible.runs[0].right, 100);
        QCOMPARE(visible.runs[1].left, 200);
        QCOMPARE(visible.runs[1].right, 300);
    }

    void intervalUnderATime()
    {
        const std::vector<engine::Interval> words{{0, 1}, {2, 3}};
        QCOMPARE(intervalAt(words, 2.5), words.data() + 1);
        QVERIFY(!intervalAt(words, 1.5));
        QVERIFY(!intervalAt(words, 3.0));
        QVERIFY(!intervalAt({}, 0.0));
    }
};

QTEST_APPLESS_MAIN(IntervalBoxesTest)
#include "tst_interval_boxes.moc"
