#include "engine/conversations/random_folds.h"
#include "engine/core/seeded_shuffle.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <random>
#include <set>

#include "tests/support/failure.h"

using namespace engine;

namespace {

const std::vector<SplitShare> kThreeFolds{{"train", 0.7}, {"valid", 0.1}, {"test", 0.2}};

std::vector<FoldedTalk> talksOf(int count)
{
    std::vector<FoldedTalk> talks;
    for (int i = 0; i < count; ++i)
        talks.push_back({"talk_" + std::string(i < 10 ? "0" : "") + std::to_string(i),
                         static_cast<std::size_t>(5 + 7 * i % 11)});
    return talks;
}

/// In which fold each talk is.
std::map<std::string, std::string> placesOf(const FoldLists& folds)
{
    std::map<std::string, std::string> places;
    for (const auto& [fold, ids] : folds) {
        for (const std::string& id : ids)
            places[id] = fold;
    }
    return places;
}

}

class RandomFoldsTest : public QObject {
    Q_OBJECT

private slots:
    /// In the order of the ids, shuffled by the seed, each to the fold that lacks most turns.
    void theRuleIsThatOfTheDocumentation()
    {
        const std::vector<FoldedTalk> talks = talksOf(12);
        double total = 0.0;
        for (const FoldedTalk& talk : talks)
            total += static_cast<double>(talk.turns);
        std::vector<std::size_t> order(talks.size());
        std::iota(order.begin(), order.end(), 0);
        std::mt19937_64 random(5);
        shuffleSeeded(order, random);
        std::vector<double> got(3, 0.0);
        std::map<std::string, std::string> expected;
        for (const std::size_t at : order) {
            std::size_t best = 0;
            for (std::size_t fold = 1; fold < 3; ++fold) {
                if (kThreeFolds[fold].part * total - got[fold] > kThreeFolds[best].part * total - got[best])
                    best = fold;
            }
            got[best] += static_cast<double>(talks[at].turns);
            expected[talks[at].id] = kThreeFolds[best].name;
        }
        QVERIFY(placesOf(randomFolds(talks, kThreeFolds, FoldUnit::Conversation, 5).folds) == expected);
    }

    void aSeedDrawsTheSameFoldsAgain()
    {
        const auto drawn = [](std::uint64_t seed) {
            return randomFolds(talksOf(30), kThreeFolds, FoldUnit::Conversation, seed);
        };
        QVERIFY(drawn(1).folds == drawn(1).folds);
        QVERIFY(drawn(1).folds != drawn(2).folds);
        QCOMPARE(placesOf(drawn(1).folds).size(), std::size_t{30});
        QVERIFY(drawn(1).largestDeviation < 0.06);
    }

    void equalTalksGoToTheFirstFoldThatLacksMost()
    {
        std::vector<FoldedTalk> talks = talksOf(4);
        for (FoldedTalk& talk : talks)
            talk.turns = 3;
        const FoldLists folds
            = randomFolds(talks, {{"train", 0.5}, {"test", 0.5}}, FoldUnit::Conversation, 0).folds;
        QCOMPARE(folds.at("train").size(), std::size_t{2});
        QCOMPARE(folds.at("test").size(), std::size_t{2});
    }

    void whatIsAskedForStaysTogether_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<bool>("episodesStay");
        QTest::addColumn<bool>("peopleStay");
        QTest::newRow("conversations") << int(FoldUnit::Conversation) << false << false;
        QTest::newRow("episodes") << int(FoldUnit::Episode) << true << false;
        QTest::newRow("persons") << int(FoldUnit::Person) << false << true;
    }

    void whatIsAskedForStaysTogether()
    {
        QFETCH(int, unit);
        QFETCH(bool, episodesStay);
        QFETCH(bool, peopleStay);
        std::vector<FoldedTalk> talks = talksOf(40);
        for (std::size_t i = 0; i < talks.size(); ++i) {
            talks[i].episode = "e" + std::to_string(i % 10);
            talks[i].people = {"p" + std::to_string(i / 4), "q" + std::to_string(i / 4)};
        }
        bool episodesStayed = true, peopleStayed = true;
        for (std::uint64_t seed = 0; seed < 5; ++seed) {
            const auto places
                = placesOf(randomFolds(talks, kThreeFolds, static_cast<FoldUnit>(unit), seed).folds);
            std::map<std::string, std::set<std::string>> shared;
            for (const FoldedTalk& talk : talks) {
                shared[talk.episode].insert(places.at(talk.id));
                shared[talk.people.front()].insert(places.at(talk.id));
            }
            for (const auto& [name, folds] : shared)
                (name.front() == 'e' ? episodesStayed : peopleStayed) &= folds.size() == 1;
        }
        QCOMPARE(episodesStayed, episodesStay);
        QCOMPARE(peopleStayed, peopleStay);
    }

    /// Talks that share a person with a talk that shares another one are together, too.
    void peopleConnectConversations()
    {
        const std::vector<FoldedTalk> talks{{"a", 3, {"ada", "bert"}},
                                            {"b", 3, {"bert", "cleo"}},
                                            {"c", 3, {"cleo", "dan"}},
                                            {"d", 3, {"eve"}}};
        const RandomFolds drawn = randomFolds(talks, {{"train", 0.75}, {"test", 0.25}}, FoldUnit::Person, 1);
        const auto places = placesOf(drawn.folds);
        QCOMPARE(places.at("a"), places.at("b"));
        QCOMPARE(places.at("a"), places.at("c"));
    }

    void silentTalksAreCounted()
    {
        std::vector<FoldedTalk> talks = talksOf(10);
        for (FoldedTalk& talk : talks)
            talk.turns = 0;
        const FoldLists folds = randomFolds(talks, kThreeFolds, FoldUnit::Conversation, 0).folds;
        QCOMPARE(folds.at("train").size(), std::size_t{7});
        QCOMPARE(folds.at("valid").size(), std::size_t{1});
        QCOMPARE(folds.at("test").size(), std::size_t{2});
    }

    void aFoldThatNothingIsLeftForIsEmpty()
    {
        const RandomFolds drawn = randomFolds(talksOf(1), kThreeFolds, FoldUnit::Conversation, 0);
        QCOMPARE(drawn.folds.at("train").size(), std::size_t{1});
        QVERIFY(drawn.folds.at("test").empty());
        QVERIFY(test::failureOf([] {
                    randomFolds(talksOf(3), {{"train", 0.5}}, FoldUnit::Conversation, 0);
                }).starts_with("bad_shares"));
    }

    void aConversationBringsItsPeopleAndEpisode()
    {
        Conversation conversation;
        conversation.id = "tea";
        conversation.episode = "s1e1";
        conversation.participants.resize(3);
        conversation.participants[0].name = "Ada";
        conversation.participants[1].name = "Bert";
        conversation.participants[1].person = "p7";
        const FoldedTalk talk = foldedTalk(conversation, 4);
        QCOMPARE(talk.id, std::string("tea"));
        QCOMPARE(talk.turns, std::size_t{4});
        QCOMPARE(talk.people, (std::vector<std::string>{"Ada", "p7"}));
        QCOMPARE(talk.episode, std::string("s1e1"));
    }
};

QTEST_APPLESS_MAIN(RandomFoldsTest)
#include "tst_random_folds.moc"
