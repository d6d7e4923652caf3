#include "engine/core/seeded_shuffle.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace engine;

namespace {

std::vector<int> numbers(std::size_t count)
{
    std::vector<int> values(count);
    std::iota(values.begin(), values.end(), 0);
    return values;
}

}

class TestSeededShuffle : public QObject {
    Q_OBJECT

private slots:
    void ordersAreTheSameEverywhere()
    {
        std::mt19937_64 random(7);
        std::vector<int> values = numbers(8);
        shuffleSeeded(values, random);
        QCOMPARE(values, (std::vector<int>{2, 3, 5, 6, 1, 0, 4, 7}));
        values = numbers(8);
        shuffleAsPublished(values, random);
        QCOMPARE(values, (std::vector<int>{2, 1, 7, 5, 3, 6, 4, 0}));
        values = numbers(9);
        shuffleAsPublished(values, random);
        QCOMPARE(values, (std::vector<int>{2, 5, 4, 1, 0, 8, 7, 3, 6}));
    }

#ifdef __GLIBCXX__
    void thePublishedOrderIsThatOfGccsLibrary()
    {
        for (std::size_t count = 0; count < 300; ++count) {
            std::mt19937_64 ours(count), theirs(count);
            std::vector<int> values = numbers(count), expected = numbers(count);
            shuffleAsPublished(values, ours);
            std::ranges::shuffle(expected, theirs);
            QCOMPARE(values, expected);
            QCOMPARE(ours(), theirs()); // as many were drawn
        }
    }
#endif
};

QTEST_GUILESS_MAIN(TestSeededShuffle)
#include "tst_seeded_shuffle.moc"
