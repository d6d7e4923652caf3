#include "engine/conversations/conversation_folds.h"

#include <QTest>

#include "tests/support/failure.h"

using namespace engine;

namespace {

/// `C: P P …`, where P is also a person's name.
KnownConversations conversations(const std::vector<std::pair<std::string, std::vector<std::string>>>& all,
                                 const std::string& episode = {})
{
    std::vector<Conversation> made;
    for (const auto& [id, people] : all) {
        Conversation& one = made.emplace_back();
        one.id = id;
        one.episode = episode;
        for (const std::string& who : people) {
            one.participants.emplace_back();
            one.participants.back().id = who;
            one.participants.back().person = who;
        }
    }
    return KnownConversations(made);
}

}

class ConversationFoldsTest : public QObject {
    Q_OBJECT

private slots:
    void aConversationStandsForItsEntries()
    {
        const FoldLists entries
            = withEntries({{"train", {"morning", "talk"}}, {"test", {"tea@cleo"}}},
                          conversations({{"morning", {"ada", "bert"}}, {"tea", {"cleo"}}}));
        QCOMPARE(entries.at("train"),
                 (std::vector<std::string>{"morning", "morning@ada", "morning@bert", "talk"}));
        QCOMPARE(entries.at("test"), std::vector<std::string>{"tea@cleo"});
        QVERIFY(withEntries({{"train", {"a@b"}}}, {}).at("train") == std::vector<std::string>{"a@b"});
    }

    void entriesAreFound()
    {
        const KnownConversations known = conversations({{"morning", {"ada"}}});
        QVERIFY(known.of("morning") && known.of("morning@ada") == known.of("morning"));
        QVERIFY(!known.of("morning@bert") && !known.of("tea@ada"));
        QVERIFY(known.participantOf("morning@ada") && !known.participantOf("morning"));
    }

    void aSplitConversationIsRefused_data()
    {
        QTest::addColumn<std::string>("train");
        QTest::addColumn<std::string>("test");
        QTest::newRow("entries") << std::string("tea@ada") << std::string("tea@cleo");
        QTest::newRow("all and one") << std::string("tea") << std::string("tea@cleo");
        QTest::newRow("segments") << std::string("tea@ada[0]") << std::string("tea@ada[1]");
    }

    void aSplitConversationIsRefused()
    {
        QFETCH(std::string, train);
        QFETCH(std::string, test);
        const KnownConversations known = conversations({{"tea", {"ada", "cleo"}}});
        const std::string failure = test::failureOf([&] {
            foldFindings({{"train", {train}}, {"test", {test}}}, known, "list.json");
        });
        QVERIFY2(failure.starts_with("conversation_split") && failure.find("tea") != std::string::npos,
                 failure.c_str());
        QVERIFY(foldFindings({{"train", {train, test}}}, known, "list.json").empty());
    }

    void peopleInSeveralFoldsAreNamed()
    {
        const KnownConversations known = conversations(
            {{"morning", {"ada", "bert"}}, {"tea", {"ada", "cleo"}}, {"noon", {"cleo"}}}, "e1");
        const auto findings
            = foldFindings({{"train", {"morning"}}, {"test", {"tea", "noon"}}}, known, "l.json");
        QCOMPARE(findings.size(), std::size_t(2));
        QCOMPARE(findings[0].code, std::string("person_in_several_folds"));
        QVERIFY(findings[0].message.starts_with("1 person is in several folds: ada (test, train)."));
        QCOMPARE(findings[1].code, std::string("episode_in_several_folds"));
        QVERIFY(foldFindings({{"train", {"morning", "tea", "noon"}}}, known, "l.json").empty());
    }
};

QTEST_APPLESS_MAIN(ConversationFoldsTest)
#include "tst_conversation_folds.moc"
