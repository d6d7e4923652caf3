#include "engine/core/segment_id.h"

#include <QTest>

using namespace engine;

class TestSegmentId : public QObject {
    Q_OBJECT

private slots:
    void theVideoIsWhatIsBeforeTheLastBracket_data()
    {
        QTest::addColumn<std::string>("id");
        QTest::addColumn<std::string>("video");
        QTest::addColumn<int>("number");
        const auto row = [](const char* id, const char* video, int number) {
            QTest::newRow(id) << std::string(id) << std::string(video) << number;
        };
        row("ada_1[2]", "ada_1", 3);
        row("ada[1]_x[0]", "ada[1]_x", 1); // a video's name may have brackets
        row("ada[1]_x", "ada[1]_x", 1);
        row("ada_1$_$2", "ada_1", 1);
        row("ada_1[b]", "ada_1", 1);
        row("ada_1", "ada_1", 1);
        row("]", "]", 1);
    }

    void theVideoIsWhatIsBeforeTheLastBracket()
    {
        QFETCH(const std::string, id);
        QFETCH(const std::string, video);
        QFETCH(const int, number);
        QCOMPARE(videoOfSegment(id), video);
        QCOMPARE(numberOfSegment(id), number);
    }

    void aStoredIdHasNoSlash()
    {
        QCOMPARE(storedId("talks/day 1/ada_1"), std::string("talks%2Fday 1%2Fada_1"));
        QVERIFY(storedId("a/b") != storedId("a_b"));
        QCOMPARE(storedId("morning@ada[2]"), std::string("morning@ada[2]"));
    }

    void aPlaceIsANumber()
    {
        QCOMPARE(placeOfSegment("ada[12]"), std::optional<std::int64_t>(12));
        QVERIFY(!placeOfSegment("ada[1x]"));
        QVERIFY(!placeOfSegment("ada"));
        QCOMPARE(segmentName("ada$_$12").clip, std::string("12"));
    }
};

QTEST_GUILESS_MAIN(TestSegmentId)
#include "tst_segment_id.moc"
