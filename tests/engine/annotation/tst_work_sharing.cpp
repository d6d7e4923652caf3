#include "engine/annotation/work_sharing.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace engine;

class TestWorkSharing : public QObject {
    Q_OBJECT

private slots:
    void commonItemsHaveSeveralRatersAndTheRestOne_data()
    {
        QTest::addColumn<int>("raters");
        QTest::addColumn<double>("common");
        QTest::addColumn<int>("each");
        QTest::newRow("two of three on a fifth") << 3 << 0.2 << 2;
        QTest::newRow("three of five on a third") << 5 << 1.0 / 3 << 3;
        QTest::newRow("all on all") << 4 << 1.0 << 4;
        QTest::newRow("none in common") << 3 << 0.0 << 2;
        QTest::newRow("more wished than there are") << 2 << 0.5 << 5;
    }
    void commonItemsHaveSeveralRatersAndTheRestOne()
    {
        QFETCH(const int, raters);
        QFETCH(const double, common);
        QFETCH(const int, each);
        const WorkSharing sharing{static_cast<std::size_t>(raters), common, static_cast<std::size_t>(each),
                                  5};
        const auto shares = shareWork(150, sharing);
        QCOMPARE(shares.size(), static_cast<std::size_t>(raters));
        std::map<std::size_t, std::size_t> judges;
        std::size_t least = 1000, most = 0;
        for (const auto& share : shares) {
            QVERIFY(std::ranges::is_sorted(share));
            QCOMPARE(std::set(share.begin(), share.end()).size(), share.size());
            least = std::min(least, share.size());
            most = std::max(most, share.size());
            for (const std::size_t item : share)
                ++judges[item];
        }
        QCOMPARE(judges.size(), std::size_t(150)); // nobody forgot one
        QVERIFY(most - least <= 1);
        const auto several = std::ranges::count_if(judges, [&](const auto& item) {
            return item.second == static_cast<std::size_t>(std::min(each, raters));
        });
        QCOMPARE(several, static_cast<std::ptrdiff_t>(std::llround(common * 150)));
        QVERIFY(shareWork(150, sharing) == shares);
    }

    void theRestCanHaveSeveralRatersToo()
    {
        std::map<std::size_t, int> judges;
        for (const auto& share : shareWork(100, {5, 0.3, 4, 9, 2})) {
            for (const std::size_t item : share)
                ++judges[item];
        }
        QCOMPARE(judges.size(), std::size_t(100));
        QCOMPARE(std::ranges::count_if(judges, [](const auto& item) { return item.second == 4; }), 30);
        QCOMPARE(std::ranges::count_if(judges, [](const auto& item) { return item.second == 2; }), 70);
    }

    void allPairsMeet()
    {
        const auto shares = shareWork(300, {4, 0.3, 2, 9});
        for (std::size_t one = 0; one < 4; ++one) {
            for (std::size_t other = one + 1; other < 4; ++other) {
                std::vector<std::size_t> both;
                std::ranges::set_intersection(shares[one], shares[other], std::back_inserter(both));
                QVERIFY2(both.size() >= 4, qPrintable(QString::number(both.size())));
            }
        }
    }

    void nobodyGetsNothing()
    {
        QVERIFY(shareWork(10, {0, 0.5, 2, 1}).empty());
        QCOMPARE(shareWork(0, {2, 0.5, 2, 1}), (std::vector<std::vector<std::size_t>>(2)));
    }
};

QTEST_GUILESS_MAIN(TestWorkSharing)
#include "tst_work_sharing.moc"
