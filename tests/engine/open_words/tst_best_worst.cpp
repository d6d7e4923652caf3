#include "engine/numbers/draws.h"
#include "engine/open_words/best_worst.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace engine;

/// Scores of who is best and worst of a few, and which sets to ask about.
class TestBestWorst : public QObject {
    Q_OBJECT

    static std::vector<std::string> items(std::size_t count)
    {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < count; ++i)
            names.push_back("i" + std::to_string(i));
        return names;
    }

private slots:
    void setsAreBalancedAndPairsComeOnce_data()
    {
        QTest::addColumn<std::size_t>("count");
        QTest::newRow("so few that pairs come again") << std::size_t{6};
        QTest::newRow("30") << std::size_t{30};
        QTest::newRow("101") << std::size_t{101};
    }

    void setsAreBalancedAndPairsComeOnce()
    {
        QFETCH(std::size_t, count);
        const auto sets = bestWorstSets(items(count), 3);
        QCOMPARE(sets.size(), 2 * count);
        std::map<std::string, std::size_t> uses;
        std::map<std::pair<std::string, std::string>, std::size_t> pairs;
        std::size_t repeated = 0;
        for (const auto& set : sets) {
            QCOMPARE(std::set<std::string>(set.begin(), set.end()).size(), std::size_t{4});
            for (const std::string& item : set) {
                ++uses[item];
                for (const std::string& other : set)
                    repeated += item < other && ++pairs[{item, other}] > 1 ? 1 : 0;
            }
        }
        QCOMPARE(uses.size(), count);
        for (const auto& [item, times] : uses)
            QVERIFY2(times >= 6 && times <= 10, qPrintable(QString::number(times)));
        if (count > 100)
            QCOMPARE(repeated, std::size_t{0});
        QCOMPARE(bestWorstSets(items(count), 3), sets);
        QVERIFY(bestWorstSets(items(count), 4) != sets);
    }

    void tooFewItemsHaveNoSets() { QVERIFY(bestWorstSets(items(3)).empty()); }

    /// team-science: planted items, 60 sets judged twice: r with the truth .95.
    void plantedStrengthsAreFound()
    {
        Draws draws(5);
        const std::vector<std::string> names = items(30);
        std::map<std::string, double> truth;
        for (const std::string& name : names)
            truth[name] = draws.normal();
        std::vector<BestWorstJudgement> judgements;
        for (const auto& set : bestWorstSets(names)) {
            for (int twice = 0; twice < 2; ++twice) {
                std::vector<std::pair<double, std::string>> seen;
                for (const std::string& item : set)
                    seen.emplace_back(truth[item] + 0.5 * draws.normal(), item);
                std::ranges::sort(seen);
                judgements.push_back({set, seen.back().second, seen.front().second});
            }
        }
        const auto scores = bestWorstScores(judgements);
        double same = 0.0; // Kendall: pairs in the right order
        double all = 0.0;
        for (const auto& [a, score] : scores) {
            for (const auto& [b, other] : scores) {
                if (truth[a] - truth[b] > 0.5) {
                    all += 1.0;
                    same += score > other ? 1.0 : 0.0;
                }
            }
        }
        QVERIFY2(same / all > 0.9, qPrintable(QString::number(same / all)));
        const SplitHalf halves = splitHalf(judgements);
        QVERIFY(*halves.correlation > 0.7 && *halves.whole > *halves.correlation);
    }
};

QTEST_GUILESS_MAIN(TestBestWorst)
#include "tst_best_worst.moc"
