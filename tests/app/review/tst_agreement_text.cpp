#include "app/agreement/agreement_text.h"

#include <QTest>

#include "tests/engine/agreement/ratings.h"

using engine::RatingTable;
using engine::Statistic;

namespace {

std::vector<Statistic> figuresOf(const RatingTable& table,
                                 std::optional<engine::AlphaMetric> metric = std::nullopt)
{
    engine::RatingTables ratings;
    ratings.tables.push_back(table);
    engine::AgreementOptions options;
    options.statistics = app::shownFamilies();
    options.statistics.insert(engine::Agreement::RaterUse);
    options.metric = metric;
    options.draws = 10;
    return engine::agreementReports(ratings, options, {}).front().statistics;
}

RatingTable nominal(RatingTable table)
{
    table.setCategories({"zero", "one", "two", "three"});
    return table;
}

}

class AgreementTextTest : public QObject {
    Q_OBJECT

private slots:
    void everyRuleAndReasonCanBeSaidInOtherLanguages_data()
    {
        using engine::test::byRater;
        QTest::addColumn<RatingTable>("table");
        QTest::newRow("three raters") << byRater({"1 2 3 . 0", "1 2 2 1 0", "1 3 3 1 1"});
        QTest::newRow("different numbers") << byRater({"1 2 3 .", "1 2 2 1"});
        QTest::newRow("all equal") << byRater({"1 1 1", "1 1 1"});
        QTest::newRow("nothing by both") << byRater({"1 . 2 .", ". 2 . 1"});
        QTest::newRow("one unit") << byRater({"1 .", "2 ."});
        QTest::newRow("a rater without ratings") << byRater({"1 2 3", ". . ."});
        QTest::newRow("nothing") << byRater({". .", ". ."});
        QTest::newRow("no more than chance") << byRater({"1 2 1 2", "2 1 2 1"});
        QTest::newRow("categories") << nominal(byRater({"0 1 2 .", "0 1 1 2"}));
        QTest::newRow("one category") << nominal(byRater({"1 1 1", "1 1 1"}));
        QTest::newRow("below zero") << byRater({"-1 2 3", "-1 2 2"});
        RatingTable measured("m", std::vector<std::string>(300, "u"), {"a", "b"});
        for (std::size_t unit = 0; unit < 300; ++unit) {
            measured.setValue(unit, 0, 0.5 * static_cast<double>(unit));
            measured.setValue(unit, 1, 0.5 * static_cast<double>(unit) + 0.1);
        }
        QTest::newRow("measurements") << measured;
    }

    void everyRuleAndReasonCanBeSaidInOtherLanguages()
    {
        QFETCH(const RatingTable, table);
        using engine::AlphaMetric;
        for (const auto metric : {std::optional<AlphaMetric>(), std::optional(AlphaMetric::Nominal),
                                  std::optional(AlphaMetric::Interval), std::optional(AlphaMetric::Ratio)}) {
            for (const Statistic& statistic : figuresOf(table, metric)) {
                QCOMPARE(statistic.reason.english(), statistic.undefined);
                if (!statistic.value)
                    QVERIFY2(app::isTranslatable(statistic.reason.form), statistic.undefined.c_str());
                for (const QString& part : QString::fromStdString(statistic.rule).split(QStringLiteral(", ")))
                    QVERIFY2(app::isTranslatable(part.toStdString()), qPrintable(part));
                for (const engine::Dropped& dropped : statistic.dropped)
                    QVERIFY2(app::isTranslatable(dropped.reason), dropped.reason.c_str());
            }
        }
    }

    void partsStandInTheirPlaces()
    {
        Statistic statistic;
        statistic.refuse(
            {"The units have {} to {} ratings; this needs the same number for each. Alpha does not.",
             {"1", "3"}});
        QCOMPARE(app::undefinedText(statistic),
                 QStringLiteral(
                     "The units have 1 to 3 ratings; this needs the same number for each. Alpha does not."));
        QCOMPARE(statistic.undefined, app::undefinedText(statistic).toStdString());
    }

    void whatHasNoValueSaysWhy()
    {
        engine::RatingTables ratings;
        ratings.tables.push_back(engine::test::byRater({"1 1", "1 1"}));
        engine::AgreementOptions options;
        options.statistics = app::shownFamilies();
        const auto figures = app::shownAgreement(engine::agreementReports(ratings, options, {}));
        QVERIFY(!figures.empty());
        QCOMPARE(figures.front().key, QStringLiteral("alpha"));
        for (const auto& figure : figures) {
            for (const auto& row : figure.rows) {
                QCOMPARE(row.value, QStringLiteral("undefined"));
                QVERIFY2(row.detail.contains(QLatin1Char('.')), qPrintable(row.detail)); // a sentence
            }
        }
    }
};

QTEST_GUILESS_MAIN(AgreementTextTest)
#include "tst_agreement_text.moc"
