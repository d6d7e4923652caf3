#include "engine/agreement_reports/agreement_json.h"
#include "engine/agreement_reports/agreement_report.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

using namespace engine;

/// What people say of themselves is set beside what others see, and never pooled with it.
class PerspectivesTest : public QObject {
    Q_OBJECT

    using Row = std::vector<std::optional<double>>;

    static RatingTable table(const std::string& label, const std::vector<std::string>& units,
                             const std::vector<std::string>& raters, const std::vector<Row>& rows)
    {
        RatingTable made(label, units, raters);
        for (std::size_t unit = 0; unit < rows.size(); ++unit) {
            for (std::size_t rater = 0; rater < raters.size(); ++rater)
                made.setValue(unit, rater, rows[unit][rater]);
        }
        return made;
    }
    static const Statistic* figure(const AgreementReport& report, const std::string& key)
    {
        const auto found = std::ranges::find(report.statistics, key, &Statistic::key);
        return found == report.statistics.end() ? nullptr : &*found;
    }

private slots:
    /// A table of judgements of both tiers, as the window writes it.
    void unitsOfBothPerspectivesAreParted()
    {
        const RatingTable both
            = table("sentiment",
                    {"c@ada 0–1", "c@ada 1–2", "c@ada 2–3", "c@ada 0–1 labels_self", "c@ada 1–2 labels_self",
                     "c@ada 2–3 labels_self"},
                    {"anna", "ben", "ada"},
                    {{1, 1, {}}, {2, 2, {}}, {-1, -1, {}}, {{}, {}, 3}, {{}, {}, 2}, {{}, {}, -3}});
        const Perspectives parted = byPerspective({both});
        QCOMPARE(parted.tables.size(), std::size_t{2});
        QCOMPARE(parted.tables[0].label(), std::string("sentiment"));
        QCOMPARE(parted.tables[0].units().size(), std::size_t{3});
        QCOMPARE(parted.tables[1].label(), std::string("sentiment, self"));
        QCOMPARE(parted.pairs.size(), std::size_t{1});
        const RatingTable& beside = parted.pairs[0].beside;
        QCOMPARE(beside.raters(), (std::vector<std::string>{"observer", "self"}));
        QCOMPARE(beside.units().size(), std::size_t{3});
        QCOMPARE(beside.value(0, 0), std::optional(1.0));
        QCOMPARE(beside.value(0, 1), std::optional(3.0));
        QCOMPARE(beside.value(2, 1), std::optional(-3.0));
    }

    /// ICC(2,1) of the three units by hand: mean squares of rows 32/3, of columns 0, of the rest 2.
    void thePairHasItsFigures()
    {
        const RatingTable seen = table("labels: mood", {"a labels 0–1", "a labels 1–2", "a labels 2–3"},
                                       {"anna", "ada"}, {{1, {}}, {2, {}}, {-1, {}}});
        const RatingTable felt
            = table("labels_self: mood", {"a labels_self 0–1", "a labels_self 1–2", "a labels_self 2–3"},
                    {"anna", "ada"}, {{{}, 3}, {{}, 2}, {{}, -3}});
        RatingTables ratings;
        ratings.tables = {seen, felt};
        AgreementOptions options;
        options.draws = 0;
        const std::vector<AgreementReport> reports = agreementReports(ratings, options);
        QCOMPARE(reports.size(), std::size_t{3}); // each alone, and the two beside each other
        QVERIFY(!reports[0].comparesPerspectives && !reports[1].comparesPerspectives);
        const AgreementReport& pair = reports[2];
        QVERIFY(pair.comparesPerspectives);
        QCOMPARE(pair.label, std::string("labels: mood"));
        const Statistic* icc = figure(pair, "icc_2_1");
        QVERIFY(icc && icc->value);
        QVERIFY2(std::abs(*icc->value - 13.0 / 17.0) < 1e-9, qPrintable(QString::number(*icc->value)));
        QVERIFY(figure(pair, "kappa") && figure(pair, "kappa_quadratic"));
        QVERIFY(!figure(pair, "alpha")); // nothing is pooled
        const nlohmann::json json = agreementJson(pair);
        QCOMPARE(json.at("compares").get<std::string>(), std::string("perspectives"));
        QVERIFY(!agreementJson(reports[0]).contains("compares"));
    }

    void severalObserversCountAsTheirMean()
    {
        const RatingTable seen = table("mood", {"a 0–1", "a 1–2"}, {"anna", "ben"}, {{1, 2}, {3, 3}});
        const RatingTable felt
            = table("mood", {"a 0–1 labels_self", "a 1–2 labels_self"}, {"ada"}, {{2}, {3}});
        const PerspectivePair pair = perspectivePair("mood", seen, felt);
        QCOMPARE(pair.beside.value(0, 0), std::optional(1.5));
        QCOMPARE(pair.steps.value(0, 0), std::optional(1.0)); // a value that somebody gave, the lower of two
        QCOMPARE(pair.steps.value(1, 1), std::optional(3.0));
    }

    void categoriesAreMatchedByName()
    {
        RatingTable seen
            = table("mood", {"a 0–1", "a 1–2"}, {"anna", "ben", "cleo"}, {{0, 0, 1}, {0, 1, {}}});
        seen.setCategories({"joy", "anger"});
        RatingTable felt = table("mood", {"a 0–1 labels_self", "a 1–2 labels_self"}, {"ada"}, {{1}, {1}});
        felt.setCategories({"fear", "joy"});
        const PerspectivePair pair = perspectivePair("mood", seen, felt);
        QCOMPARE(pair.beside.units().size(), std::size_t{1}); // of the other two observers tie
        QCOMPARE(pair.beside.value(0, 0), pair.beside.value(0, 1)); // both say joy
    }

    void withoutASecondPerspectiveNothingChanges()
    {
        const RatingTable one = table("mood", {"self 0–1", "myself 1–2"}, {"anna"}, {{1}, {2}});
        const Perspectives alone = byPerspective({one});
        QCOMPARE(alone.tables, std::vector{one});
        QVERIFY(alone.pairs.empty());
        QCOMPARE(observedTier("labels_listening_self"), std::string("labels_listening"));
        QVERIFY(observedTier("myself").empty() && observedTier("_self").empty());
    }
};

QTEST_GUILESS_MAIN(PerspectivesTest)
#include "tst_perspectives.moc"
