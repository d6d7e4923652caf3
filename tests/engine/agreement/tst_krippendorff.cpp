#include "engine/agreement/krippendorff.h"
#include "engine/core/error.h"

#include <QTest>

#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

#include "tests/engine/agreement/ratings.h"

using namespace engine;
using test::byRater;
using test::printed;

namespace {

constexpr std::array kMetrics{AlphaMetric::Nominal, AlphaMetric::Ordinal, AlphaMetric::Interval,
                              AlphaMetric::Ratio};

/// Krippendorff's own example: four raters, twelve units.
RatingTable fourRaters()
{
    return byRater({"1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .",
                    "1 2 3 3 2 4 4 1 2 5 1 ."});
}

RatingTable sentiment()
{
    return byRater({"-3 -2 0 1 2 3 1 0 -1 2", "-2 -2 0 1 3 3 1 . -1 1", "-3 -1 1 1 2 2 . 0 0 2"});
}

/// α from its definition: the whole matrix of coincidences, from all ordered pairs of different raters.
std::optional<double> byDefinition(const RatingTable& table, AlphaMetric metric)
{
    std::map<std::pair<double, double>, double> coincidences;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        const std::size_t m = table.valuesOf(unit).size();
        for (std::size_t i = 0; i < table.raters().size(); ++i) {
            for (std::size_t j = 0; j < table.raters().size(); ++j) {
                if (i != j && table.value(unit, i) && table.value(unit, j))
                    coincidences[{*table.value(unit, i), *table.value(unit, j)}]
                        += 1.0 / static_cast<double>(m - 1);
            }
        }
    }
    std::map<double, double> marginals;
    double n = 0.0;
    for (const auto& [pair, count] : coincidences) {
        marginals[pair.first] += count;
        n += count;
    }
    const auto distance = [&](double c, double k) {
        if (c == k)
            return 0.0;
        switch (metric) {
        case AlphaMetric::Nominal:
            return 1.0;
        case AlphaMetric::Interval:
            return (c - k) * (c - k);
        case AlphaMetric::Ratio:
            return std::pow((c - k) / (c + k), 2);
        case AlphaMetric::Sets:
        case AlphaMetric::Ordinal:
            break;
        }
        double between = 0.0;
        for (const auto& [value, count] : marginals) {
            if (value >= std::min(c, k) && value <= std::max(c, k))
                between += count;
        }
        return std::pow(between - (marginals[c] + marginals[k]) / 2.0, 2);
    };
    double observed = 0.0;
    double expected = 0.0;
    for (const auto& [pair, count] : coincidences)
        observed += count * distance(pair.first, pair.second) / n;
    for (const auto& [c, countC] : marginals) {
        for (const auto& [k, countK] : marginals)
            expected += countC * countK * distance(c, k) / (n * (n - 1.0));
    }
    return expected > 0.0 ? std::optional(1.0 - observed / expected) : std::nullopt;
}

/// @param values  how many different ones  @param spacing  between them
RatingTable randomTable(unsigned seed, std::size_t units, std::size_t raters, int values, double spacing)
{
    std::mt19937 random(seed);
    RatingTable table("random", std::vector<std::string>(units, "u"), std::vector<std::string>(raters, "r"));
    for (std::size_t unit = 0; unit < units; ++unit) {
        for (std::size_t rater = 0; rater < raters; ++rater) {
            const auto step = static_cast<double>(random() % static_cast<unsigned>(values));
            if (random() % 4 != 0)
                table.setValue(unit, rater, step * spacing);
        }
    }
    return table;
}

}

/// Krippendorff's α against printed figures and against its definition.
class TestKrippendorff : public QObject {
    Q_OBJECT

private slots:
    void printedExamplesAreReproduced_data()
    {
        QTest::addColumn<bool>("own");
        QTest::addColumn<int>("metric");
        QTest::addColumn<std::string>("alpha");
        QTest::newRow("four raters, nominal") << true << 0 << std::string("0.7434");
        QTest::newRow("four raters, ordinal") << true << 1 << std::string("0.8154");
        QTest::newRow("four raters, interval") << true << 2 << std::string("0.8491");
        QTest::newRow("four raters, ratio") << true << 3 << std::string("0.7974");
        QTest::newRow("sentiment, nominal") << false << 0 << std::string("0.4220");
        QTest::newRow("sentiment, ordinal") << false << 1 << std::string("0.9264");
        QTest::newRow("sentiment, interval") << false << 2 << std::string("0.9184");
    }

    void printedExamplesAreReproduced()
    {
        QFETCH(const bool, own);
        QFETCH(const int, metric);
        QFETCH(const std::string, alpha);
        const Alpha result
            = krippendorffsAlpha(own ? fourRaters() : sentiment(),
                                 {.metric = kMetrics[static_cast<std::size_t>(metric)], .draws = 0});
        QCOMPARE(printed(result.statistic), alpha);
    }

    void randomTablesGiveWhatTheDefinitionGives_data()
    {
        QTest::addColumn<int>("metric");
        for (std::size_t metric = 0; metric < kMetrics.size(); ++metric)
            QTest::newRow(std::string(name(kMetrics[metric])).c_str()) << static_cast<int>(metric);
    }

    void randomTablesGiveWhatTheDefinitionGives()
    {
        QFETCH(const int, metric);
        const AlphaMetric how = kMetrics[static_cast<std::size_t>(metric)];
        for (unsigned seed = 0; seed < 60; ++seed) {
            const RatingTable table = randomTable(seed, 1 + seed % 20, 1 + seed % 5,
                                                  1 + static_cast<int>(seed % 9), 0.1 + seed % 3);
            const auto expected = byDefinition(table, how);
            const Statistic actual = krippendorffsAlpha(table, {.metric = how, .draws = 0}).statistic;
            QCOMPARE(actual.value.has_value(), expected.has_value());
            if (expected)
                QVERIFY2(std::abs(*actual.value - *expected) < 1e-9, qPrintable(QString::number(seed)));
        }
    }

    void unitsAndRatersAreCounted()
    {
        const Statistic statistic = krippendorffsAlpha(fourRaters(), {.draws = 0}).statistic;
        QCOMPARE(statistic.units, std::size_t(11));
        QCOMPARE(statistic.raters, std::size_t(4));
        QCOMPARE(test::droppedOf(statistic, "units with fewer than two ratings"), std::size_t(1));
        QCOMPARE(statistic.rule, std::string("ordinal metric"));
    }

    void contributionsSumToTheObservedDisagreement()
    {
        for (const AlphaMetric metric : kMetrics) {
            const Alpha alpha = krippendorffsAlpha(fourRaters(), {.metric = metric, .draws = 0});
            double sum = 0.0;
            for (const auto& part : alpha.contributions)
                sum += part.value_or(0.0);
            QVERIFY(std::abs(sum - alpha.observed) < 1e-12);
            QVERIFY(std::abs(1.0 - alpha.observed / alpha.expected - *alpha.statistic.value) < 1e-12);
            QVERIFY(!alpha.contributions[11]); // one rating only
            QCOMPARE(alpha.contributions[2], std::optional(0.0));
            QVERIFY(*alpha.contributions[5] > *alpha.contributions[1]); // 1 2 3 4 against 2 2 3 2
        }
    }

    void scaleAndOriginDoNotMatterToIntervals()
    {
        const std::vector<const char*> large{"1000000001 1000000002 1000000003",
                                             "1000000001 1000000003 1000000003"};
        const std::vector<const char*> small{"1 2 3", "1 3 3"};
        const auto alpha = [](const std::vector<const char*>& lines) {
            return *krippendorffsAlpha(byRater(lines), {.metric = AlphaMetric::Interval, .draws = 0})
                        .statistic.value;
        };
        QVERIFY(std::abs(alpha(large) - alpha(small)) < 1e-9);
    }

    void whatHasNoAlphaSaysWhy_data()
    {
        QTest::addColumn<QStringList>("raters");
        QTest::addColumn<int>("metric");
        QTest::addColumn<QString>("reason");
        const QStringList same{QStringLiteral("2 2 . 2"), QStringLiteral("2 2 2 .")};
        QTest::newRow("one value") << same << 1 << QStringLiteral("All 4 ratings are 2,");
        QTest::newRow("one value, interval, not a binary fraction")
            << QStringList{QStringLiteral("0.1 0.1 0.1"), QStringLiteral("0.1 0.1 0.1")} << 2
            << QStringLiteral("All 6 ratings are 0.1,");
        QTest::newRow("one rater") << QStringList{QStringLiteral("1 2 3")} << 1
                                   << QStringLiteral("No unit has two ratings.");
        QTest::newRow("no unit of two") << QStringList{QStringLiteral("1 ."), QStringLiteral(". 2")} << 0
                                        << QStringLiteral("No unit has two ratings.");
        QTest::newRow("below the scale") << QStringList{QStringLiteral("-1 1"), QStringLiteral("1 1")} << 3
                                         << QStringLiteral("a scale that begins at 0");
        QTest::newRow("too large") << QStringList{QStringLiteral("1e300 -1e300"),
                                                  QStringLiteral("1e300 1e300")}
                                   << 2 << QStringLiteral("too large");
    }

    void whatHasNoAlphaSaysWhy()
    {
        QFETCH(const QStringList, raters);
        QFETCH(const int, metric);
        QFETCH(const QString, reason);
        std::vector<std::string> texts;
        std::vector<const char*> lines;
        for (const QString& rater : raters)
            texts.push_back(rater.toStdString());
        for (const std::string& text : texts)
            lines.push_back(text.c_str());
        const Statistic statistic
            = krippendorffsAlpha(byRater(lines), {.metric = kMetrics[static_cast<std::size_t>(metric)]})
                  .statistic;
        QVERIFY(!statistic.value && !statistic.interval);
        QVERIFY2(QString::fromStdString(statistic.undefined).contains(reason), statistic.undefined.c_str());
    }

    void anEmptyTableHasNone()
    {
        const Alpha alpha = krippendorffsAlpha(RatingTable("empty", {}, {}));
        QCOMPARE(alpha.statistic.undefined, std::string("No unit has two ratings."));
        QVERIFY(alpha.contributions.empty());
    }

    void categoriesHaveNoOrder()
    {
        RatingTable table = byRater({"0 1 1", "0 1 0"});
        table.setCategories({"happy", "sad"});
        QVERIFY(!krippendorffsAlpha(table).statistic.value);
        QVERIFY(krippendorffsAlpha(table, {.metric = AlphaMetric::Nominal}).statistic.value);
    }

    void theSameSeedDrawsTheSame()
    {
        for (const AlphaMetric metric : kMetrics) {
            const AlphaOptions options{.metric = metric, .draws = 300, .seed = 7};
            const auto first = krippendorffsAlpha(fourRaters(), options).statistic.interval;
            QCOMPARE(krippendorffsAlpha(fourRaters(), options).statistic.interval, first);
            QCOMPARE(first->seed, std::uint32_t(7));
            AlphaOptions other = options;
            other.seed = 8;
            QVERIFY(krippendorffsAlpha(fourRaters(), other).statistic.interval != first);
        }
    }

    void theIntervalLiesAroundAlpha()
    {
        const RatingTable table = randomTable(3, 200, 3, 5, 1.0);
        for (const AlphaMetric metric : kMetrics) {
            const Statistic statistic = krippendorffsAlpha(table, {.metric = metric}).statistic;
            QVERIFY(statistic.interval->low < *statistic.value
                    && *statistic.value < statistic.interval->high);
            QCOMPARE(statistic.interval->draws, std::size_t(2000));
        }
    }

    /// Ratings of the ratio metric are drawn by a table of the units where there are more values than units.
    void theRatioMetricDrawsAlikeByValuesAndByUnits()
    {
        const auto distribution = [](std::size_t copies) {
            // The same ratings, each unit `copies` times: from 3 copies on there are fewer values than units.
            const RatingTable few = byRater({"1 2 3 5 7", "1.5 2.5 3.5 5.5 6"});
            RatingTable many("many", std::vector<std::string>(5 * copies, "u"), few.raters());
            for (std::size_t unit = 0; unit < many.units().size(); ++unit) {
                for (std::size_t rater = 0; rater < 2; ++rater)
                    many.setValue(unit, rater, few.value(unit % 5, rater));
            }
            return many;
        };
        for (const std::size_t copies : {1, 3}) {
            const RatingTable table = distribution(copies);
            const std::size_t units = table.units().size();
            // The drawn α by its definition, from the units as the draws take them: 32 bits of mt19937 each.
            std::mt19937 random(1);
            std::vector<double> alphas;
            for (int draw = 0; draw < 3; ++draw) {
                RatingTable drawn("drawn", std::vector<std::string>(units, "u"), table.raters());
                for (std::size_t place = 0; place < units; ++place) {
                    const auto unit
                        = static_cast<std::size_t>((random() * static_cast<std::uint64_t>(units)) >> 32U);
                    drawn.setValue(place, 0, table.value(unit, 0));
                    drawn.setValue(place, 1, table.value(unit, 1));
                }
                alphas.push_back(*byDefinition(drawn, AlphaMetric::Ratio));
            }
            std::ranges::sort(alphas);
            const auto interval
                = krippendorffsAlpha(table, {.metric = AlphaMetric::Ratio, .draws = 3}).statistic.interval;
            QVERIFY(std::abs(interval->low - std::lerp(alphas[0], alphas[1], 0.05)) < 1e-9);
            QVERIFY(std::abs(interval->high - std::lerp(alphas[1], alphas[2], 0.95)) < 1e-9);
        }
    }

    void drawsWithoutExpectedDisagreementAreDropped()
    {
        // Two units, each of one value: half of the draws take the same one twice.
        const auto interval = krippendorffsAlpha(byRater({"1 2", "1 2"}), {.draws = 1000}).statistic.interval;
        QCOMPARE(interval->draws + interval->droppedDraws, std::size_t(1000));
        QVERIFY(interval->droppedDraws > 400 && interval->droppedDraws < 600);
        QCOMPARE(interval->low, 1.0);
    }

    void withoutDrawsThereIsNoInterval()
    {
        QVERIFY(!krippendorffsAlpha(fourRaters(), {.draws = 0}).statistic.interval);
    }

    void drawingCanBeStopped()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, krippendorffsAlpha(fourRaters(), {}, {source.get_token(), {}}));
    }

    /// Worked by hand: δ of {a} and {a, b} is 1 − 2/3 · 1/2, of {a} and {b} 1; D_o = 2/9, D_e = 8/15.
    void setsOfTermsAreComparedByWhatTheyShare()
    {
        RatingTable table("mood", {"1", "2", "3"}, {"ada", "bob"});
        const std::array<std::pair<double, double>, 3> given{{{0, 1}, {2, 2}, {1, 1}}};
        for (std::size_t unit = 0; unit < given.size(); ++unit) {
            table.setValue(unit, 0, given[unit].first);
            table.setValue(unit, 1, given[unit].second);
        }
        table.setCategories({"a", "a; b", "b"});
        QCOMPARE(usualMetric(table), AlphaMetric::Sets);
        const Alpha alpha = krippendorffsAlpha(table, {.metric = AlphaMetric::Sets, .draws = 50});
        QVERIFY(std::abs(alpha.statistic.value.value_or(9.0) - (1.0 - (2.0 / 9.0) / (8.0 / 15.0))) < 1e-12);
        QVERIFY(alpha.statistic.interval.has_value());
        QVERIFY(krippendorffsAlpha(table, {.metric = AlphaMetric::Nominal}).statistic.value.value_or(9.0)
                < alpha.statistic.value.value_or(9.0));
        table.setCategories({"yes, it is", "no", "b"}); // a comma alone makes no set
        QCOMPARE(usualMetric(table), AlphaMetric::Nominal);
        QVERIFY(!krippendorffsAlpha(sentiment(), {.metric = AlphaMetric::Sets}).statistic.value);
    }

    void valuesThatAreNotFiniteAreRefused()
    {
        RatingTable table("sentiment", {"u"}, {"a"});
        QVERIFY_THROWS_EXCEPTION(ShapeError, table.setValue(0, 0, std::nan("")));
    }
};

QTEST_GUILESS_MAIN(TestKrippendorff)
#include "tst_krippendorff.moc"
