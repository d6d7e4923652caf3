#include "engine/open_words/answer_files.h"
#include "engine/open_words/emotion_wheel.h"
#include "engine/open_words/set_agreement.h"

#include <QTest>

using namespace engine;

/// Sets of words, and what they are on a wheel. Recorded cases: tst_run_case_command.
class TestOpenWords : public QObject {
    Q_OBJECT

private slots:
    void distancesOfSets_data()
    {
        QTest::addColumn<TermSet>("a");
        QTest::addColumn<TermSet>("b");
        QTest::addColumn<double>("masi");
        QTest::addColumn<double>("jaccard");
        QTest::newRow("both empty") << TermSet{} << TermSet{} << 0.0 << 0.0;
        QTest::newRow("one empty") << TermSet{} << TermSet{"a"} << 1.0 << 1.0;
        QTest::newRow("equal") << TermSet{"a", "b"} << TermSet{"b", "a"} << 0.0 << 0.0;
        QTest::newRow("within") << TermSet{"a"} << TermSet{"a", "b"} << 1.0 - 0.5 * 2.0 / 3.0 << 0.5;
        QTest::newRow("some") << TermSet{"a", "b"} << TermSet{"b", "c"} << 1.0 - 1.0 / 9.0 << 1.0 - 1.0 / 3.0;
    }

    void distancesOfSets()
    {
        QFETCH(TermSet, a);
        QFETCH(TermSet, b);
        QFETCH(double, masi);
        QFETCH(double, jaccard);
        QCOMPARE(setDistance(SetDistance::Masi, a, b) + 1.0, masi + 1.0);
        QCOMPARE(setDistance(SetDistance::Jaccard, a, b) + 1.0, jaccard + 1.0);
        QCOMPARE(setDistance(SetDistance::Nominal, a, b), a == b ? 0.0 : 1.0);
    }

    void whatCannotBeIsUndefined()
    {
        const SetAlpha single = setAlpha({{{"a"}}}, SetDistance::Masi);
        QCOMPARE(single.statistic.undefined, std::string("No unit has two answers."));
        QCOMPARE(single.statistic.dropped, (std::vector<Dropped>{{"units with fewer than two ratings", 1}}));
        const SetAlpha same = setAlpha({{{"a"}, {"a"}}, {{"a"}, {"a"}}}, SetDistance::Masi);
        QCOMPARE(same.statistic.undefined, std::string("All answers are the same set."));
        QCOMPARE(setScores({{{}, {"a"}}}).undefined.english(),
                 std::string("No unit has a word that the wheel knows."));
    }

    void wordsGoToTheirNamesOnTheWheel()
    {
        const WheelTables tables{
            {{"gladly", {"glad"}}, {"mad", {"mad"}}, {"odd", {"odd"}}},
            {{"glad", {"joy", "glee"}}, {"mad", {"fury"}}},
            {{{"happy", "bright", "glee"}, {"happy", "calm", "joy"}, {"angry", "hot", "fury"}}}};
        const WheelScores first = wheelScores({{{" Gladly"}, {"mad"}}, {{"odd"}, {"mad"}}}, tables, 1);
        QCOMPARE(first.mean.units, std::size_t{1}); // nothing true is known of the second
        QCOMPARE(first.mean.f, 0.0);
        QCOMPARE(first.dropped, (std::map<std::string, std::size_t>{{"odd", 1}}));
        const auto place = wheelPlace(" Gladly", tables);
        QVERIFY(place);
        QCOMPARE(place->name, std::string("happy"));
        QCOMPARE(place->place, std::size_t{0});
        QCOMPARE(wheelPlace("mad", tables)->place, std::size_t{1});
        QVERIFY(!wheelPlace("odd", tables));
        const WheelScores same = wheelScores({{{"gladly"}, {"GLADLY"}}}, tables, 2);
        QCOMPARE(same.mean.f, 1.0);
        QVERIFY(!wheelScores({{{"odd"}, {"odd"}}}, tables, 1).mean.undefined.empty());
        QVERIFY(!wheelScores({{{"gladly"}, {"gladly"}}}, {{}, {}, {}}, 1).mean.undefined.empty());
    }

    void cellsListWords()
    {
        QCOMPARE(listedWords("['Happy', 'very sad']"), (TermSet{"happy", "very sad"}));
        QCOMPARE(listedWords(" a; B ,c|"), (TermSet{"a", "b", "c"}));
        QVERIFY(listedWords("[]").empty());
    }
};

QTEST_GUILESS_MAIN(TestOpenWords)
#include "tst_open_words.moc"
