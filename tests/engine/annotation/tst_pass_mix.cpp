#include "engine/annotation/pass_mix.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace engine;

namespace {

constexpr std::size_t kCount = 60;

std::vector<ReviewUnit> unitsOfVideos()
{
    std::vector<ReviewUnit> units;
    for (std::size_t i = 0; i < kCount; ++i) {
        const double start = static_cast<double>(i % 10) * 3;
        units.push_back({"v" + std::to_string(i / 10), {start, start + 2}});
    }
    return units;
}

/// All but the last ten.
std::vector<ReviewItem> someOf(const std::vector<ReviewUnit>& units)
{
    std::vector<ReviewItem> queue;
    for (std::size_t i = 0; i + 10 < units.size(); ++i)
        queue.push_back({i, ReviewReason::Spread, 2.0});
    return queue;
}

std::vector<std::size_t> unitsIn(const std::vector<MixedItem>& mixed, bool repeats)
{
    std::vector<std::size_t> found;
    for (const MixedItem& item : mixed) {
        if (item.isRepeat == repeats)
            found.push_back(item.item.unit);
    }
    return found;
}

}

class TestPassMix : public QObject {
    Q_OBJECT

private slots:
    void withoutWishesTheQueueStays()
    {
        const auto units = unitsOfVideos();
        const auto queue = someOf(units);
        const auto mixed = mixPass(units, queue, {55, 56}, {}, {});
        QCOMPARE(mixed.size(), queue.size());
        for (std::size_t i = 0; i < queue.size(); ++i)
            QVERIFY(mixed[i] == (MixedItem{queue[i], false}));
    }

    void goldIsAsManyAsWishedWithWhatTheQueueHas_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<int>("inQueue");
        QTest::addColumn<int>("expected");
        QTest::newRow("a tenth") << 0.1 << 0 << 5;
        QTest::newRow("a tenth, two are there") << 0.1 << 2 << 5;
        QTest::newRow("more are there than wished") << 0.02 << 3 << 3;
        QTest::newRow("at least one") << 0.001 << 0 << 1;
        QTest::newRow("more than there are") << 0.9 << 0 << 10;
    }
    void goldIsAsManyAsWishedWithWhatTheQueueHas()
    {
        QFETCH(const double, share);
        QFETCH(const int, inQueue);
        QFETCH(const int, expected);
        const auto units = unitsOfVideos();
        std::set<std::size_t> gold{50, 51, 52, 53, 54, 55, 56, 57, 58, 59};
        for (int i = 0; i < inQueue; ++i)
            gold.insert(static_cast<std::size_t>(i) * 7);
        const auto mixed = mixPass(units, someOf(units), gold, {}, {share, 0, 10});
        const auto places = unitsIn(mixed, false);
        QCOMPARE(std::ranges::count_if(places, [&](std::size_t unit) { return gold.contains(unit); }),
                 static_cast<std::ptrdiff_t>(expected));
        QCOMPARE(std::set(places.begin(), places.end()).size(), places.size());
    }

    void goldIsNotKnownByReasonNorByPlace()
    {
        const auto units = unitsOfVideos();
        auto queue = someOf(units);
        std::erase_if(queue, [](const ReviewItem& item) { return item.unit == 17 || item.unit == 33; });
        ReviewSettings settings;
        settings.order = ReviewOrder::Context;
        const auto mixed = mixPass(units, queue, {17, 33}, settings, {0.05, 0, 10});
        QCOMPARE(mixed.size(), queue.size() + 2);
        for (std::size_t i = 0; i < mixed.size(); ++i) {
            QCOMPARE(mixed[i].item.unit, i); // where the video goes
            QVERIFY(mixed[i].item.reason == ReviewReason::Spread);
        }
        queue[16] = {18, ReviewReason::TooShort, 0.2};
        const auto beside = mixPass(units, {{18, ReviewReason::TooShort, 0.2}}, {17}, settings, {0.5, 0, 10});
        QVERIFY(beside.front().item == (ReviewItem{17, ReviewReason::NotLabelled, 0.0}));
    }

    void repeatsComeOnceAndFarEnough_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void repeatsComeOnceAndFarEnough()
    {
        QFETCH(const unsigned, seed);
        const auto units = unitsOfVideos();
        ReviewSettings settings;
        settings.seed = seed;
        const std::set<std::size_t> gold{3, 4, 55};
        const auto mixed = mixPass(units, someOf(units), gold, settings, {0.05, 0.2, 12});
        std::map<std::size_t, std::size_t> first;
        std::size_t repeats = 0;
        for (std::size_t place = 0; place < mixed.size(); ++place) {
            const std::size_t unit = mixed[place].item.unit;
            if (!mixed[place].isRepeat) {
                QVERIFY(first.emplace(unit, place).second);
                continue;
            }
            ++repeats;
            QVERIFY(!gold.contains(unit));
            QVERIFY(first.contains(unit));
            QVERIFY2(place - first[unit] >= 12, qPrintable(QString::number(place - first[unit])));
        }
        const auto again = unitsIn(mixed, true);
        QCOMPARE(std::set(again.begin(), again.end()).size(), again.size());
        QCOMPARE(repeats, std::size_t(10)); // a fifth of 51
        QVERIFY(mixed == mixPass(units, someOf(units), gold, settings, {0.05, 0.2, 12}));
        settings.seed += 100;
        QVERIFY(mixed != mixPass(units, someOf(units), gold, settings, {0.05, 0.2, 12}));
    }

    void aShortPassHasNoRepeats()
    {
        const auto units = unitsOfVideos();
        const std::vector<ReviewItem> queue{{0, ReviewReason::Control, 0}, {1, ReviewReason::Control, 0}};
        QCOMPARE(mixPass(units, queue, {}, {}, {0, 0.5, 10}).size(), std::size_t(2));
        QCOMPARE(mixPass(units, queue, {}, {}, {0, 0.5, 1}).size(), std::size_t(3));
        QVERIFY(mixPass(units, {}, {5}, {}, {0.5, 0.5, 1}).empty());
    }
};

QTEST_GUILESS_MAIN(TestPassMix)
#include "tst_pass_mix.moc"
