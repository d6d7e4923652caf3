#include "engine/annotation/interval_index.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace engine;

namespace {

using Entry = IntervalIndex::Entry;
using Entries = std::vector<Entry>;

/// The same by looking at every segment.
Entries those(Entries all, const std::function<bool(const Entry&)>& wanted)
{
    std::erase_if(all, [&](const Entry& entry) { return !wanted(entry); });
    std::sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.start, a.id) < std::tie(b.start, b.id);
    });
    return all;
}

bool meets(const Entry& e, std::int64_t from, std::int64_t to)
{
    return e.start == e.end ? e.start >= from && e.start < to : e.start < to && e.end > from;
}

}

class TestIntervalIndex : public QObject {
    Q_OBJECT

private slots:
    void everyQueryFindsWhatLookingAtAllFinds()
    {
        std::mt19937 random(7);
        const auto below = [&](int bound) { return std::uniform_int_distribution(0, bound - 1)(random); };
        for (int round = 0; round < 60; ++round) {
            IntervalIndex index;
            Entries all;
            for (int step = 0; step < 120; ++step) {
                if (!all.empty() && below(4) == 0) {
                    const auto gone = all.begin() + below(static_cast<int>(all.size()));
                    index.erase(*gone);
                    all.erase(gone);
                } else {
                    const std::int64_t start = below(60);
                    all.push_back({start, step + 1, start + (below(8) == 0 ? below(60) : below(4))});
                    index.insert(all.back());
                }
                const std::int64_t from = below(70) - 5;
                const std::int64_t to = from + below(12);
                QCOMPARE(index.size(), all.size());
                QVERIFY(index.all() == those(all, [](const Entry&) { return true; }));
                QVERIFY(index.startingIn(from, to)
                        == those(all, [&](const Entry& e) { return e.start >= from && e.start < to; }));
                QVERIFY(index.spanning(from, to)
                        == those(all, [&](const Entry& e) { return meets(e, from, to); }));
                QVERIFY(index.covering(from)
                        == those(all, [&](const Entry& e) { return meets(e, from, from + 1); }));
                QVERIFY(index.within(from, to)
                        == those(all, [&](const Entry& e) { return e.start >= from && e.end <= to; }));
                std::optional<std::int64_t> nearest;
                for (const Entry& e : all) {
                    for (const std::int64_t b : {e.start, e.end}) {
                        if (!nearest
                            || std::pair(std::abs(b - from), b)
                                < std::pair(std::abs(*nearest - from), *nearest))
                            nearest = b;
                    }
                }
                QVERIFY(index.nearestBoundary(from) == nearest);
            }
        }
    }

    void neighboursFollowStartAndNumber()
    {
        IntervalIndex index;
        const Entry a{0, 5, 10};
        const Entry b{3, 1, 4};
        const Entry c{3, 2, 9};
        for (const Entry& entry : {c, a, b})
            index.insert(entry);
        QVERIFY(index.next(a) == b && index.next(b) == c && !index.next(c));
        QVERIFY(index.previous(c) == b && index.previous(b) == a && !index.previous(a));
        QVERIFY(index.firstFrom(1) == b && index.lastBefore(3) == a && !index.lastBefore(0)
                && !index.firstFrom(4));
    }

    void aCopyIsItsOwn()
    {
        IntervalIndex index;
        index.insert({0, 1, 1});
        IntervalIndex copy = index;
        copy.erase({0, 1, 1});
        QCOMPARE(index.size(), std::size_t(1));
        QCOMPARE(copy.size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestIntervalIndex)
#include "tst_interval_index.moc"
