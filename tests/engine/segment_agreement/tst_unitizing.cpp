#include "engine/core/error.h"
#include "engine/segment_agreement/unitizing.h"

#include <QTest>

#include "tests/engine/segment_agreement/made_talks.h"

using namespace engine;
using test::madeTalks;

/// Whether raters say the same at the same moments. Recorded cases: tst_run_case_command.
class TestUnitizing : public QObject {
    Q_OBJECT

    static std::vector<MarkedVideo> oneVideo(std::vector<NamedSegment> first,
                                             std::vector<NamedSegment> second)
    {
        return {{"v", {0.0, 10.0}, {{"ada", std::move(first)}, {"bob", std::move(second)}}}};
    }

private slots:
    void theSameSegmentsAgreeWholly()
    {
        const std::vector<NamedSegment> segments{{{1, 3}, "a"}, {{4, 8}, "b"}};
        const Unitizing alpha = unitizingAlpha(oneVideo(segments, segments));
        QCOMPARE(*alpha.all.value, 1.0);
        QCOMPARE(*alpha.marked.value, 1.0);
        QCOMPARE(*alpha.named.value, 1.0);
        QCOMPARE(alpha.names.size(), std::size_t{2});
        QCOMPARE(*alpha.names[1].coverage, 1.0);
    }

    void otherNamesAtTheSamePlacesOnlyLowerNames()
    {
        const Unitizing alpha
            = unitizingAlpha(oneVideo({{{1, 3}, "a"}, {{4, 8}, "b"}}, {{{1, 3}, "b"}, {{4, 8}, "a"}}));
        QCOMPARE(*alpha.marked.value, 1.0);
        QVERIFY(*alpha.named.value < 0.0);
        QVERIFY(*alpha.all.value < 1.0);
    }

    void whoOverlapsIsNamed()
    {
        const Unitizing alpha = unitizingAlpha(oneVideo({{{1, 5}, "a"}, {{4, 8}, "b"}}, {{{1, 3}, "a"}}));
        QVERIFY(!alpha.all.value);
        QCOMPARE(alpha.all.undefined, std::string("Segments of ada overlap. Gamma takes overlaps."));
        QCOMPARE(alpha.named.undefined, alpha.all.undefined);
    }

    void whatCannotBeIsUndefined_data()
    {
        QTest::addColumn<std::vector<MarkedVideo>>("videos");
        QTest::addColumn<std::string>("reason");
        QTest::newRow("one rater") << std::vector<MarkedVideo>{{"v", {0, 9}, {{"ada", {{{1, 2}, "a"}}}}}}
                                   << std::string("Fewer than two raters.");
        QTest::newRow("nothing") << oneVideo({}, {}) << std::string("Nobody marked anything.");
        QTest::newRow("points") << oneVideo({{{1, 1}, "a"}}, {}) << std::string("Points have no length.");
        QTest::newRow("beyond") << oneVideo({{{1, 11}, "a"}}, {})
                                << std::string("Segments of ada reach beyond the video.");
        QTest::newRow("everything is one name") << oneVideo({{{0, 10}, "a"}}, {{{0, 10}, "a"}})
                                                << std::string("No disagreement is to be expected.");
    }

    void whatCannotBeIsUndefined()
    {
        QFETCH(std::vector<MarkedVideo>, videos);
        QFETCH(std::string, reason);
        const Unitizing alpha = unitizingAlpha(videos);
        QVERIFY(!alpha.all.value);
        QCOMPARE(alpha.all.undefined, reason);
    }

    void videosOfOneRaterAreCounted()
    {
        auto videos = madeTalks({.videos = 3});
        const Unitizing before = unitizingAlpha(videos);
        videos.push_back({"alone", {0, 5}, {{"rater_0", {{{1, 2}, "sad"}}}}});
        const Unitizing after = unitizingAlpha(videos);
        QCOMPARE(*after.all.value, *before.all.value);
        QCOMPARE(after.all.dropped, (std::vector<Dropped>{{"videos with one rater", 1}}));
    }

    void anIntervalNeedsFiveVideos()
    {
        const Unitizing few = unitizingAlpha(madeTalks({.videos = 4}));
        QVERIFY(!few.all.interval);
        QVERIFY(few.all.rule.ends_with("no interval below 5 videos"));
        const Unitizing enough = unitizingAlpha(madeTalks({.videos = 5}));
        QVERIFY(enough.all.interval);
        QVERIFY(enough.all.interval->low < *enough.all.value
                && *enough.all.value < enough.all.interval->high);
        QCOMPARE(enough.all.interval->draws, std::size_t{2000});
        QCOMPARE(*unitizingAlpha(madeTalks({.videos = 5})).all.interval, *enough.all.interval);
        QVERIFY(*unitizingAlpha(madeTalks({.videos = 5}), {.seed = 2}).all.interval != *enough.all.interval);
    }

    /// team-science: cuα −0.003 ± 0.038 of unrelated raters.
    void unrelatedRatersAgreeByChance()
    {
        double all = 0.0;
        double named = 0.0;
        constexpr int seeds = 20;
        for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
            const Unitizing alpha
                = unitizingAlpha(madeTalks({.seed = seed, .areRelated = false}), {.draws = 0});
            all += *alpha.all.value / seeds;
            named += *alpha.named.value / seeds;
        }
        QVERIFY2(std::abs(all) < 0.04, qPrintable(QString::number(all)));
        QVERIFY2(std::abs(named) < 0.04, qPrintable(QString::number(named)));
    }

    void theWorkCanBeStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled,
                                 unitizingAlpha(madeTalks({.videos = 6}), {}, {stop.get_token(), {}}));
    }
};

QTEST_GUILESS_MAIN(TestUnitizing)
#include "tst_unitizing.moc"
