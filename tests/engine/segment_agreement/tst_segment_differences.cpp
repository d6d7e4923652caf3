#include "engine/core/error.h"
#include "engine/segment_agreement/segment_differences.h"

#include <QTest>

using namespace engine;

/// Where two raters' segments differ.
class TestSegmentDifferences : public QObject {
    Q_OBJECT

    static std::vector<MarkedVideo> videos()
    {
        std::vector<MarkedVideo> videos{{"v", {0, 20}, {}}, {"w", {0, 9}, {{"ada", {{{0, 1}, "a"}}}}}};
        videos[0].raters["ada"] = {{{1, 3}, "a"}, {{5, 8}, "b"}, {{15, 16}, "c"}};
        videos[0].raters["bob"] = {{{0, 0.5}, "x"}, {{1, 3}, "a"}, {{6, 9}, "d"}};
        return videos;
    }

private slots:
    void whatOneHasAloneAndOtherNamesAreListedByTime()
    {
        const auto found = segmentDifferences(videos(), "ada", "bob");
        QCOMPARE(found.size(), std::size_t{3}); // `w` was done by ada alone
        QCOMPARE(found[0], (SegmentDifference{"v", std::nullopt, NamedSegment{{0, 0.5}, "x"}}));
        QCOMPARE(found[1],
                 (SegmentDifference{"v", NamedSegment{{5, 8}, "b"}, NamedSegment{{6, 9}, "d"}}));
        QCOMPARE(found[2], (SegmentDifference{"v", NamedSegment{{15, 16}, "c"}, std::nullopt}));
        QCOMPARE(found[1].span(), (Interval{5, 9}));
        QCOMPARE(found[2].span(), (Interval{15, 16}));
    }

    void sidesFollowTheOrderOfTheRaters()
    {
        const auto found = segmentDifferences(videos(), "bob", "ada");
        QCOMPARE(found[0], (SegmentDifference{"v", NamedSegment{{0, 0.5}, "x"}, std::nullopt}));
        QCOMPARE(found[1].first->name, std::string("d"));
    }

    void equalSegmentsDoNotDiffer()
    {
        auto same = videos();
        same[0].raters["bob"] = same[0].raters["ada"];
        QVERIFY(segmentDifferences(same, "ada", "bob").empty());
        QVERIFY(segmentDifferences(same, "ada", "nobody").empty());
    }

    void itCanBeStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled,
                                 segmentDifferences(videos(), "ada", "bob", {stop.get_token(), {}}));
    }
};

QTEST_GUILESS_MAIN(TestSegmentDifferences)
#include "tst_segment_differences.moc"
