#include "engine/core/error.h"
#include "engine/segment_agreement/segment_sweep.h"

#include <QTest>

#include "tests/engine/segment_agreement/made_talks.h"

using namespace engine;
using test::madeTalks;

/// What is found by two raters, named the same, and where their edges are. Recorded: tst_run_case_command.
class TestSegmentSweep : public QObject {
    Q_OBJECT

private slots:
    void whoCutsLaterIsTold()
    {
        std::vector<MarkedVideo> videos{{"v", {0, 20}, {}}};
        videos[0].raters["ada"] = {{{1, 3}, "a"}, {{5, 8}, "b"}, {{10, 12}, "a"}};
        videos[0].raters["bob"] = {{{1.2, 2.9}, "a"}, {{5.2, 7.9}, "b"}, {{10.2, 11.9}, "b"}};
        const SegmentSweep sweep = segmentSweeps(videos).front();
        QVERIFY(qAbs(*sweep.startsLater - 0.2) < 1e-9);
        QVERIFY(qAbs(*sweep.endsLater + 0.1) < 1e-9);
        QCOMPARE(sweep.found[3].found, std::size_t{3});
        QCOMPARE(*sweep.found[0].f.value, 1.0);
        QCOMPARE(*sweep.found[0].sameName.value, 2.0 / 3.0);
        QCOMPARE(*sweep.edge[1].f.value, 0.0);
        QCOMPARE(*sweep.edge[2].f.value, 0.5); // ends are 0.1 s apart
        QCOMPARE(*sweep.edge[3].f.value, 1.0);
    }

    void whatIsMissingHasAReason()
    {
        const std::vector<MarkedVideo> videos{{"v", {0, 20}, {{"ada", {}}, {"bob", {}}}}};
        const SegmentSweep sweep = segmentSweeps(videos).front();
        QVERIFY(!sweep.startsLater);
        QVERIFY(!sweep.found[0].f.value);
        QCOMPARE(sweep.found[0].f.reason.english(), std::string("Nobody marked anything."));
        QCOMPARE(sweep.found[0].kappa.reason.english(), std::string("Nothing was found by both."));
        QCOMPARE(sweep.edge[0].beyond.reason.english(), std::string("Nobody set a boundary."));
    }

    void pairsWithoutACommonVideoHaveNone()
    {
        const std::vector<MarkedVideo> videos{{"v", {0, 9}, {{"a", {}}, {"b", {}}}},
                                              {"w", {0, 9}, {{"c", {}}}}};
        QCOMPARE(segmentSweeps(videos).size(), std::size_t{1});
    }

    /// team-science: F(0.25 s) 0.172, beyond chance 0.006 ± 0.028.
    void unrelatedRatersAreNotBeyondChance()
    {
        double f = 0.0;
        double beyond = 0.0;
        constexpr int seeds = 20;
        for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
            const auto sweep = segmentSweeps(madeTalks({.seed = seed, .areRelated = false})).front();
            f += *sweep.edge[3].f.value / seeds;
            beyond += *sweep.edge[3].beyond.value / seeds;
        }
        QVERIFY2(f > 0.1, qPrintable(QString::number(f)));
        QVERIFY2(std::abs(beyond) < 0.04, qPrintable(QString::number(beyond)));
    }

    void edgesFarApartAreSeen()
    {
        const auto near = segmentSweeps(madeTalks({.seed = 4, .edge = 0.02})).front();
        const auto far = segmentSweeps(madeTalks({.seed = 4, .edge = 0.6})).front();
        QVERIFY(*near.edge[3].beyond.value > *far.edge[3].beyond.value + 0.3);
    }

    void theWorkCanBeStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, segmentSweeps(madeTalks({}), {}, {stop.get_token(), {}}));
    }
};

QTEST_GUILESS_MAIN(TestSegmentSweep)
#include "tst_segment_sweep.moc"
