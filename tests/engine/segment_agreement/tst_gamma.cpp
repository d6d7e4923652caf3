#include "engine/core/error.h"
#include "engine/segment_agreement/gamma.h"
#include "engine/segment_agreement/unit_alignment.h"

#include <QTest>

#include <functional>
#include <limits>

#include "tests/engine/segment_agreement/made_talks.h"

using namespace engine;
using test::madeTalks;

namespace {

/// Every way to part the units into unitary alignments, tried one after the other.
double leastOfAll(const std::vector<PlacedUnit>& units, std::size_t raters, const UnitDistance& distance)
{
    const double pairs = static_cast<double>(raters * (raters - 1)) / 2.0;
    const auto costOf = [&](const std::vector<std::size_t>& members) {
        double sum = pairs - static_cast<double>(members.size() * (members.size() - 1)) / 2.0;
        for (std::size_t a = 0; a < members.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b)
                sum += distance(units[members[a]], units[members[b]]);
        }
        return sum / pairs;
    };
    std::vector<std::vector<std::size_t>> parts;
    double best = std::numeric_limits<double>::infinity();
    const std::function<void(std::size_t)> place = [&](std::size_t unit) {
        if (unit == units.size()) {
            double sum = 0.0;
            for (const auto& part : parts)
                sum += costOf(part);
            best = std::min(best, sum);
            return;
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const bool isTaken = std::ranges::any_of(
                parts[i], [&](std::size_t other) { return units[other].rater == units[unit].rater; });
            if (isTaken)
                continue;
            parts[i].push_back(unit);
            place(unit + 1);
            parts[i].pop_back();
        }
        parts.push_back({unit});
        place(unit + 1);
        parts.pop_back();
    };
    place(0);
    return best;
}

std::vector<PlacedUnit> drawnUnits(Draws& draws, std::size_t count, std::uint32_t raters)
{
    std::vector<PlacedUnit> units;
    for (std::size_t i = 0; i < count; ++i) {
        const double start = draws.uniform() * 10.0;
        units.push_back({start, start + 0.2 + draws.uniform() * 3.0, draws.below(raters), draws.below(3)});
    }
    return units;
}

std::vector<MarkedVideo> pairOf(std::vector<NamedSegment> first, std::vector<NamedSegment> second)
{
    return {{"v", {0.0, 100.0}, {{"ada", std::move(first)}, {"bob", std::move(second)}}}};
}

}

/// Whether segments can be paired, in place and in name. Recorded cases: tst_run_case_command.
class TestGamma : public QObject {
    Q_OBJECT

private slots:
    void theAlignmentIsTheBestOfAll()
    {
        Draws draws(3);
        for (int round = 0; round < 120; ++round) {
            const std::uint32_t raters = 2 + draws.below(4);
            const std::vector<PlacedUnit> units = drawnUnits(draws, 1 + draws.below(8), raters);
            const UnitDistance distance{0.5 + draws.uniform() * 3.0, draws.uniform() * 2.0, 3, {}};
            const AlignmentDisorder found = leastDisorder(units, raters, distance);
            QVERIFY(found.isExact);
            const double best = leastOfAll(units, raters, distance);
            QVERIFY2(std::abs(found.sum - best) < 1e-9,
                     qPrintable(QStringLiteral("round %1: %2, not %3").arg(round).arg(found.sum).arg(best)));
        }
    }

    void theSameSegmentsAgreeWholly()
    {
        const std::vector<NamedSegment> segments{{{1, 3}, "a"}, {{40, 48}, "b"}};
        QCOMPARE(*gammaAgreement(pairOf(segments, segments)).statistic.value, 1.0);
    }

    void overlapsOfOneRaterAreAllowed()
    {
        const std::vector<NamedSegment> segments{{{1, 30}, "a"}, {{4, 48}, "b"}};
        QVERIFY(gammaAgreement(pairOf(segments, segments)).statistic.value);
    }

    void theSeedDecides()
    {
        const auto videos = madeTalks({.raters = 3, .videos = 2});
        const Gamma gamma = gammaAgreement(videos);
        QCOMPARE(gammaAgreement(videos).statistic, gamma.statistic);
        GammaOptions other;
        other.seed = 2;
        const Gamma again = gammaAgreement(videos, other);
        QVERIFY(again.expected != gamma.expected);
        QCOMPARE(again.observed, gamma.observed);
        QVERIFY(std::abs(*again.statistic.value - *gamma.statistic.value) < 0.1);
    }

    void whatCannotBeIsUndefined_data()
    {
        QTest::addColumn<std::vector<MarkedVideo>>("videos");
        QTest::addColumn<std::string>("reason");
        QTest::newRow("one rater") << std::vector<MarkedVideo>{{"v", {0, 9}, {{"ada", {{{1, 2}, "a"}}}}}}
                                   << std::string("Fewer than two raters.");
        QTest::newRow("nothing") << pairOf({}, {}) << std::string("Nobody marked anything.");
        QTest::newRow("points") << pairOf({{{1, 1}, "a"}}, {}) << std::string("Points have no length.");
        QTest::newRow("nobody with all") << std::vector<MarkedVideo>{{"v", {0, 9}, {{"a", {}}, {"b", {}}}},
                                                                     {"w", {0, 9}, {{"b", {}}, {"c", {}}}}}
                                         << std::string("No video was done by all raters.");
    }

    void whatCannotBeIsUndefined()
    {
        QFETCH(std::vector<MarkedVideo>, videos);
        QFETCH(std::string, reason);
        const Gamma gamma = gammaAgreement(videos);
        QVERIFY(!gamma.statistic.value);
        QCOMPARE(gamma.statistic.undefined, reason);
    }

    void videosThatNotAllDidAreCounted()
    {
        auto videos = madeTalks({.raters = 3, .videos = 2});
        const Gamma before = gammaAgreement(videos);
        videos.push_back({"two", {0, 9}, {{"rater_0", {{{1, 2}, "sad"}}}, {"rater_1", {}}}});
        const Gamma after = gammaAgreement(videos);
        QCOMPARE(*after.statistic.value, *before.statistic.value);
        QCOMPARE(after.statistic.dropped, (std::vector<Dropped>{{"videos that not all raters did", 1}}));
    }

    /// team-science: two unrelated raters 0.003 ± 0.035.
    void unrelatedRatersAgreeByChance()
    {
        double mean = 0.0;
        constexpr int seeds = 20;
        for (std::uint32_t seed = 1; seed <= seeds; ++seed)
            mean += *gammaAgreement(madeTalks({.seed = seed, .areRelated = false})).statistic.value / seeds;
        QVERIFY2(std::abs(mean) < 0.06, qPrintable(QString::number(mean)));
    }

    void namesOnAScaleAreNearEachOther()
    {
        const NameDistances distances = scaleDistances({"-1", "0", "3"});
        QCOMPARE(distances.at({"-1", "0"}), 0.25);
        QCOMPARE(distances.at({"0", "3"}), 0.75);
        QVERIFY(scaleDistances({"1", "x"}).empty());
        QVERIFY(scaleDistances({"1"}).empty());
    }

    void manyRatersComeToAnEnd()
    {
        GammaOptions options;
        options.samples = 2;
        const Gamma gamma = gammaAgreement(madeTalks({.raters = 9, .videos = 1, .segments = 8}), options);
        QVERIFY(gamma.statistic.value);
        QVERIFY(gamma.statistic.rule.find("about") != std::string::npos || gamma.approximate == 0);
    }

    void theWorkCanBeStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, gammaAgreement(madeTalks({}), {}, {stop.get_token(), {}}));
    }
};

QTEST_GUILESS_MAIN(TestGamma)
#include "tst_gamma.moc"
