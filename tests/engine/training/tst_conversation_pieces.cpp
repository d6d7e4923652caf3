#include "engine/training/data/conversation_pieces.h"
#include "engine/training/data/feature_files.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/data/folds.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

#include "tests/engine/training/dialogue_file.h"
#include "tests/support/failure.h"

using namespace engine;

namespace {

constexpr float kNobody = std::numeric_limits<float>::quiet_NaN();

/// Turns of conversations, without features; each with the labels that are given.
FoldData foldOfTurns(std::vector<Turn> turns)
{
    FoldData fold;
    fold.name = "train";
    for (std::size_t i = 0; i < turns.size(); ++i)
        fold.ids.push_back("turn_" + std::to_string(i));
    fold.lengths.assign(turns.size(), 1);
    fold.labels = FeatureMatrix(turns.size(), 1);
    for (std::vector<bool>& presence : fold.present)
        presence.assign(turns.size(), true);
    fold.turns = std::move(turns);
    return fold;
}

/// A conversation of two who take turns.
FoldData longTalk(std::size_t turns)
{
    std::vector<Turn> all;
    for (std::size_t i = 0; i < turns; ++i)
        all.push_back(
            {"talk", i % 2 == 0 ? "ada" : "bert", static_cast<double>(i), static_cast<double>(i) + 0.5});
    return foldOfTurns(std::move(all));
}

}

class TestConversationPieces : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string place(const char* name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }

private slots:
    /// Not in the order of the file; of two that start together the one that ends first, then the first.
    void turnsAreInTheOrderOfTheirStarts()
    {
        const FoldData fold = foldOfTurns({{"b", "cleo", 5.0, 6.0},
                                           {"a", "bert", 3.0, 4.0},
                                           {"a", "ada", 1.0, 9.0},
                                           {"a", "bert", 1.0, 2.0},
                                           {"b", "ada", 0.0, 1.0},
                                           {"a", "cleo", 3.0, 4.0}});
        const std::vector<ConversationPiece> pieces = conversationPieces(fold, 128);
        QCOMPARE(pieces.size(), std::size_t{2});
        QCOMPARE(pieces[0].id, std::string("b"));
        QCOMPARE(pieces[0].turns, (std::vector<std::size_t>{4, 0}));
        QCOMPARE(pieces[1].turns, (std::vector<std::size_t>{3, 2, 1, 5}));
        QCOMPARE(pieces[1].speakers, (std::vector<std::int64_t>{0, 1, 0, 2}));
        QCOMPARE(pieces[1].participants, (std::vector<std::string>{"bert", "ada", "cleo"}));
        QCOMPARE(pieces[1].people, std::size_t{3});
    }

    /// Each turn once, behind at most so many turns; speakers keep their slots.
    void aTurnHasSoMuchContext()
    {
        const FoldData fold = longTalk(5);
        const std::vector<ConversationPiece> pieces = piecesWithContext(fold, 128, 2);
        QCOMPARE(pieces.size(), std::size_t{5});
        QCOMPARE(pieces[0].turns, (std::vector<std::size_t>{0}));
        QCOMPARE(pieces[0].context, std::size_t{0});
        QCOMPARE(pieces[4].turns, (std::vector<std::size_t>{2, 3, 4}));
        QCOMPARE(pieces[4].context, std::size_t{2});
        QCOMPARE(pieces[3].speakers, (std::vector<std::int64_t>{1, 0, 1}));
        QCOMPARE(pieces[3].participants, (std::vector<std::string>{"ada", "bert"}));
        QCOMPARE(pieces[3].id, std::string("turn_3"));
        QCOMPARE(piecesWithContext(fold, 128, 0)[4].turns, (std::vector<std::size_t>{4}));
        QCOMPARE(piecesWithContext(longTalk(40), 10, 100)[39].turns.size(), std::size_t{10});
    }

    void longConversationsAreCut_data()
    {
        QTest::addColumn<int>("turns");
        QTest::addColumn<int>("count");
        QTest::newRow("as many as fit") << 16 << 1;
        QTest::newRow("one more") << 17 << 2;
        QTest::newRow("two whole pieces") << 24 << 2;
        QTest::newRow("three") << 25 << 3;
    }

    void longConversationsAreCut()
    {
        QFETCH(const int, turns);
        QFETCH(const int, count);
        const std::vector<ConversationPiece> pieces
            = conversationPieces(longTalk(static_cast<std::size_t>(turns)), 16);
        QCOMPARE(static_cast<int>(pieces.size()), count);
        std::vector<std::size_t> counted;
        for (const ConversationPiece& piece : pieces) {
            QVERIFY(piece.turns.size() <= 16 && piece.turns.size() > piece.context);
            QCOMPARE(piece.context, &piece == &pieces.front() ? std::size_t{0} : kOverlappingTurns);
            counted.insert(counted.end(), piece.turns.begin() + static_cast<std::ptrdiff_t>(piece.context),
                           piece.turns.end());
            QCOMPARE(piece.speakers.front(), static_cast<std::int64_t>(piece.turns.front() % 2));
        }
        QCOMPARE(counted.size(), static_cast<std::size_t>(turns)); // each turn once, in order
        QVERIFY(std::ranges::is_sorted(counted));
        QVERIFY(count == 1 || pieces[1].id == "talk (2)");
    }

    void idsTellConversationsAsWell()
    {
        FoldData fold = foldOfTurns({{}, {}, {}});
        fold.turns.clear();
        fold.ids = {"tea@bert[0]", "tea@ada[0]", "morning@ada"};
        fold.spans = {{4.0, 5.0}, {1.0, 2.0}, {0.0, 1.0}};
        const std::vector<Turn> turns = turnsOf(fold, "list");
        QCOMPARE(turns[0], (Turn{"tea", "bert", 4.0, 5.0}));
        QCOMPARE(turns[1], (Turn{"tea", "ada", 1.0, 2.0}));
        QCOMPARE(turns[2].conversation, std::string("morning"));
        fold.ids[1] = "video_3[2]";
        QVERIFY(test::failureOf([&] { turnsOf(fold, "list"); }).starts_with("no_conversations: "));
    }

    void whatIsSaidOfTheOtherOneOfTwo()
    {
        FoldData fold = longTalk(4);
        fold.listening = {1, FeatureMatrix(4, 1)};
        fold.listening.values.values = {1.0F, 2.0F, kNobody, 4.0F};
        QCOMPARE(listenerRow(fold.listening, 0, 1, 0).front(), 1.0F);
        QVERIFY(listenerRow(fold.listening, 0, 0, 0).empty()); // who speaks is no listener
        QVERIFY(listenerRow(fold.listening, 0, 2, 0).empty());
        QCOMPARE(conversationPieces(fold, 128).front().people, std::size_t{2});
        fold.turns[3].participant = "cleo";
        QVERIFY(test::failureOf([&] { conversationPieces(fold, 128); }).starts_with("bad_features: "));
    }

    /// One who never speaks has a slot behind the others.
    void listenersWhoNeverSpeakHaveASlot()
    {
        FoldData fold = longTalk(2);
        fold.listening = {3, FeatureMatrix(2, 3)};
        std::ranges::fill(fold.listening.values.values, kNobody);
        QCOMPARE(conversationPieces(fold, 128).front().people, std::size_t{2});
        fold.listening.values.at(1, 2) = 1.0F;
        QCOMPARE(conversationPieces(fold, 128).front().people, std::size_t{3});
        QCOMPARE(listenerRow(fold.listening, 1, 2, 1).front(), 1.0F);
    }

    void placesOfTurns()
    {
        const FoldData fold = foldOfTurns({{"a", "ada", 2.0, 3.0},
                                           {"a", "ada", 0.0, 1.0},
                                           {"b", "ada", 0.0, 1.0},
                                           {"a", "bert", 1.0, 2.0}});
        const std::vector<TurnPlace> places = turnPlaces(fold);
        QCOMPARE(places[0].number, std::size_t{3});
        QCOMPARE(places[0].before, std::optional<std::size_t>(1));
        QCOMPARE(places[0].people, std::size_t{2});
        QVERIFY(!places[1].before && !places[3].before);
        QCOMPARE(places[2].people, std::size_t{1});
    }

    void aFileTellsItsConversations()
    {
        test::DialogueFile::make(place("talks.h5"), 6);
        const FeatureData data = readFeatureFile(place("talks.h5"));
        const FoldData& train = data.training();
        QVERIFY(data.isUtteranceLevel);
        QCOMPARE(train.turns.size(), train.size());
        QCOMPARE(train.turns[1].conversation, std::string("train_0"));
        QCOMPARE(train.turns[1].start, 2.5);
        QCOMPARE(train.listening.count, std::size_t{1});
        QCOMPARE(train.listening.width(), std::size_t{2});
        QCOMPARE(conversationPieces(train, 128).size(), std::size_t{6});
        const FoldData all = pooled(data); // and they are kept where segments are chosen
        QCOMPARE(all.turns.size(), all.size());
        QCOMPARE(all.listening.values.rows, all.size());
        QCOMPARE(slice(train, 1, 2).turns.front(), train.turns[1]);
    }

    void turnsThatNobodyLabelledAreContext()
    {
        const auto write = [&](const char* name, bool areTurns) {
            test::FeatureFile file(place(name));
            for (const std::string fold : {"train", "valid"}) {
                file.write(fold + "/text", {3, 2}, {1, 2, 3, 4, 5, 6});
                file.write(fold + "/labels", {3}, {1.0F, kNobody, -1.0F});
                if (areTurns) {
                    file.writeTexts(fold + "/conversation", {fold, fold, fold});
                    file.writeTexts(fold + "/participant", {"ada", "bert", "ada"});
                }
            }
            file.close();
        };
        write("turns.h5", true);
        write("segments.h5", false);
        FeatureSource source{place("turns.h5"), {}, {}};
        QCOMPARE(readFeatures(source, {}).training().size(), std::size_t{2}); // a model of segments
        source.keepsUnlabelled = true;
        const FeatureData data = readFeatures(source, {});
        QCOMPARE(data.training().size(), std::size_t{3});
        QVERIFY(isUnlabelled(data.training(), 1));
        QCOMPARE(data.training().turns[2].start, 2.0); // without starts, as the file has them
        source.data = place("segments.h5");
        QVERIFY(test::failureOf([&] { readFeatures(source, {}); }).starts_with("bad_features: "));
    }

    void arraysThatDoNotFitAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* const name : {"start", "participant", "labels_listening"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void arraysThatDoNotFitAreRefused()
    {
        QFETCH(const QString, name);
        const std::string broken = name.toStdString();
        test::FeatureFile file(place("broken.h5"));
        for (const std::string fold : {"train", "valid"}) {
            file.write(fold + "/text", {2, 2}, {1, 2, 3, 4});
            file.write(fold + "/labels", {2, 2}, {1, 0, 0, 1});
            file.writeTexts(fold + "/conversation", {fold, fold});
            if (broken != "participant")
                file.writeTexts(fold + "/participant", {"ada", "bert"});
            if (broken == "start")
                file.write(fold + "/start", {2}, {0.0F, kNobody});
            if (broken == "labels_listening")
                file.write(fold + "/labels_listening", {2, 3}, std::vector<float>(6));
        }
        file.close();
        const std::string failure = test::failureOf([&] { readFeatureFile(place("broken.h5")); });
        QVERIFY2(failure.starts_with("bad_features: "), failure.c_str());
        QVERIFY2(failure.find(broken) != std::string::npos, failure.c_str());
    }

    void foldsNeverSplitAConversation()
    {
        test::DialogueFile::make(place("split.h5"), 6, /*isSplit=*/true);
        FeatureData data = readFeatureFile(place("split.h5"));
        // ids are apart, the conversation is not
        for (std::string& id : data.folds[1].ids)
            id += "'";
        QVERIFY(test::failureOf([&] { requireApart(data); }).starts_with("conversation_split: "));
    }

    /// A conversation stands for all its turns.
    void aSplitNamesConversations()
    {
        test::DialogueFile::make(place("named.h5"), 6);
        const FeatureData data = readFeatureFile(place("named.h5"));
        const FeatureData other = resplit(
            data, {{"train", {"train_0", "valid_0"}}, {"valid", {"train_1"}}, {"test", {"test_2@ada"}}});
        QCOMPARE(conversationPieces(other.training(), 128).size(), std::size_t{2});
        QVERIFY(std::ranges::all_of(other.test().turns,
                                    [](const Turn& turn) { return turn.participant == "ada"; }));
        QVERIFY(
            test::failureOf([&] {
                FeatureData halved = resplit(data, {{"train", {"train_0@ada"}}, {"valid", {"train_0@bert"}}});
                requireApart(halved);
            }).starts_with("conversation_split: "));
    }
};

QTEST_GUILESS_MAIN(TestConversationPieces)
#include "tst_conversation_pieces.moc"
