#include "engine/raters/category_routing.h"

#include <QTest>

#include <set>

using namespace engine;

class TestCategoryVotes : public QObject {
    Q_OBJECT

private slots:
    void votesAreEnough_data()
    {
        QTest::addColumn<QList<int>>("votes");
        QTest::addColumn<bool>("enough");
        QTest::newRow("none") << QList<int>{0, 0, 0} << false;
        QTest::newRow("one") << QList<int>{1, 0, 0} << false;
        QTest::newRow("a lead of two") << QList<int>{0, 2, 0} << true;
        QTest::newRow("one each") << QList<int>{1, 1, 0} << false;
        QTest::newRow("a lead of one") << QList<int>{2, 1, 0} << false;
        QTest::newRow("three against one") << QList<int>{3, 1, 0} << true;
        QTest::newRow("five without a lead") << QList<int>{2, 2, 1} << true;
        QTest::newRow("the last category leads") << QList<int>{0, 1, 3} << true;
    }

    void votesAreEnough()
    {
        QFETCH(const QList<int>, votes);
        QFETCH(const bool, enough);
        const std::vector<std::size_t> counts(votes.begin(), votes.end());
        QCOMPARE(areVotesEnough(counts), enough);
    }

    void onlyOpenUnitsAreRoutedEachToTheRaterWithLeastVotes()
    {
        RatingTable table("emotion", {"done", "open", "new"}, {"ann", "bob", "cem", "dan"});
        table.setCategories({"joy", "fear"});
        table.setValue(0, 0, 0.0);
        table.setValue(0, 1, 0.0);
        table.setValue(1, 0, 0.0);
        table.setValue(1, 2, 1.0);
        const CategoryRouting routing = routeVotes(table, {}, 10, 1);
        QCOMPARE(routing.done, std::size_t(1));
        QCOMPARE(routing.open, std::size_t(2));
        // `new` has no votes and comes first; dan has none so far, and then bob and dan have one each
        const std::vector<std::pair<std::size_t, std::size_t>> expected{{2, 3}, {1, 1}};
        QCOMPARE(routing.next, expected);
        QVERIFY(routing.expected.low >= 3.0); // two of `new`, one of `open` at least
        QVERIFY(routing.expected.high <= 8.0);
    }
};

QTEST_GUILESS_MAIN(TestCategoryVotes)
#include "tst_category_votes.moc"
