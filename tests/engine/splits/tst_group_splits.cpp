#include "engine/core/error.h"
#include "engine/numbers/draws.h"
#include "engine/splits/group_splits.h"

#include <QTest>

#include <set>

using namespace engine;

namespace {

const std::vector<SplitShare> kUsualShares{{"train", 0.7}, {"valid", 0.15}, {"test", 0.15}};

/// A dataset of any kind: some speakers in many videos, some conversations, some cut from one recording.
std::vector<SplitVideo> drawnDataset(Draws& draws)
{
    std::vector<SplitVideo> videos;
    const std::uint32_t count = 1 + draws.below(60);
    const std::uint32_t speakers = 1 + draws.below(80);
    for (std::uint32_t i = 0; i < count; ++i) {
        SplitVideo video{"v" + std::to_string(i), 1.0 + draws.uniform() * 100.0};
        for (std::uint32_t s = draws.below(3); s > 0; --s)
            video.speakers.push_back("s" + std::to_string(draws.below(speakers)));
        if (draws.below(4) == 0)
            video.conversation = "c" + std::to_string(draws.below(20));
        if (draws.below(4) == 0)
            video.source = "r" + std::to_string(draws.below(20));
        videos.push_back(std::move(video));
    }
    return videos;
}

/// Everything that a video could share.
std::vector<std::string> sharedBy(const SplitVideo& video)
{
    std::vector<std::string> shared;
    for (const std::string& speaker : video.speakers)
        shared.push_back("speaker " + speaker);
    if (!video.conversation.empty())
        shared.push_back("conversation " + video.conversation);
    if (!video.source.empty())
        shared.push_back("source " + video.source);
    return shared;
}

}

/// Nothing that connects videos is in two splits. The recorded case: tst_run_case_command.
class TestGroupSplits : public QObject {
    Q_OBJECT

private slots:
    /// Groups come in an order of the seed, and each goes where most is lacking, the first split of equals.
    void aSeedDrawsTheOrder()
    {
        std::vector<SplitVideo> videos;
        for (int i = 0; i < 20; ++i)
            videos.push_back({"c" + std::to_string(i) + "@a", 1.0, {}, "c" + std::to_string(i)});
        for (int i = 0; i < 20; ++i)
            videos.push_back({"c" + std::to_string(i) + "@b", 1.0, {}, "c" + std::to_string(i)});
        const GroupSplits first = groupSplits(videos, kUsualShares, 1);
        QVERIFY(first.videos.at("c3@a").split == first.videos.at("c3@b").split);
        QCOMPARE(first.splits[0].seconds, 28.0);
        QCOMPARE(first.splits[1].seconds, 6.0);
        const auto placesOf = [](const GroupSplits& splits) {
            std::string places;
            for (const auto& [video, place] : splits.videos)
                places += place.split + ' ';
            return places;
        };
        QVERIFY(placesOf(first) == placesOf(groupSplits(videos, kUsualShares, 1)));
        QVERIFY(placesOf(first) != placesOf(groupSplits(videos, kUsualShares, 2)));
        QVERIFY(placesOf(groupSplits(videos, kUsualShares)) != placesOf(first));
    }

    void noGroupIsEverCut()
    {
        Draws draws(7);
        for (int round = 0; round < 200; ++round) {
            const std::vector<SplitVideo> videos = drawnDataset(draws);
            const GroupSplits splits = groupSplits(videos, kUsualShares);
            QCOMPARE(splits.videos.size(), videos.size());
            std::map<std::string, std::set<std::string>> splitsOf;
            double seconds = 0.0;
            for (const SplitVideo& video : videos) {
                seconds += video.seconds;
                for (const std::string& shared : sharedBy(video))
                    splitsOf[shared].insert(splits.videos.at(video.id).split);
            }
            for (const auto& [shared, where] : splitsOf)
                QVERIFY2(where.size() == 1, shared.c_str());
            double placed = 0.0;
            for (const SplitShare& split : splits.splits)
                placed += split.seconds;
            QVERIFY(qAbs(placed - seconds) < 1e-6);
        }
    }

    void theOrderOfVideosDoesNotMatter()
    {
        Draws draws(8);
        std::vector<SplitVideo> videos = drawnDataset(draws);
        const GroupSplits before = groupSplits(videos, kUsualShares);
        std::ranges::reverse(videos);
        const GroupSplits after = groupSplits(videos, kUsualShares);
        for (const SplitVideo& video : videos)
            QCOMPARE(after.videos.at(video.id).split, before.videos.at(video.id).split);
    }

    void manyShortGroupsComeNearTheWish()
    {
        std::vector<SplitVideo> videos;
        for (int i = 0; i < 200; ++i)
            videos.push_back({"v" + std::to_string(i), 10.0 + i % 7, {"s" + std::to_string(i)}});
        const GroupSplits splits = groupSplits(videos, kUsualShares);
        QVERIFY(splits.largestDeviation < 0.01);
        QVERIFY(splits.tooLarge.empty());
        QVERIFY(splits.unknownSpeakers.empty());
    }

    void aGroupThatIsTooLargeIsSaid()
    {
        const GroupSplits splits
            = groupSplits({{"b", 100.0, {"s"}}, {"a", 100.0, {"s"}}, {"c", 1.0}}, {{"x", 0.5}, {"y", 0.5}});
        QCOMPARE(splits.tooLarge, std::vector<std::string>{"a"});
        QCOMPARE(splits.unknownSpeakers, std::vector<std::string>{"c"});
        QCOMPARE(splits.videos.at("a").split, splits.videos.at("b").split);
    }

    void theSameNameOfAnotherKindConnectsNothing()
    {
        const GroupSplits splits
            = groupSplits({{"a", 1.0, {"x"}}, {"b", 1.0, {}, "x"}, {"c", 1.0, {}, {}, "x"}}, kUsualShares);
        QVERIFY(splits.videos.at("a").group != splits.videos.at("b").group);
        QVERIFY(splits.videos.at("b").group != splits.videos.at("c").group);
    }

    void wrongWishesAreRefused()
    {
        QVERIFY_THROWS_EXCEPTION(ShapeError, groupSplits({}, {}));
        QVERIFY_THROWS_EXCEPTION(ShapeError, groupSplits({}, {{"a", 0.5}, {"b", 0.6}}));
        QVERIFY_THROWS_EXCEPTION(ShapeError, groupSplits({}, {{"a", 0.5}, {"a", 0.5}}));
        QVERIFY_THROWS_EXCEPTION(ShapeError, groupSplits({{"v", 1.0}, {"v", 1.0}}, kUsualShares));
        QVERIFY_THROWS_EXCEPTION(ShapeError, groupSplits({{"v", -1.0}}, kUsualShares));
    }
};

QTEST_GUILESS_MAIN(TestGroupSplits)
#include "tst_group_splits.moc"
