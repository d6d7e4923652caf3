#include "engine/conversations/known_conversations.h"
#include "engine/conversations/prefixed_lines.h"
#include "engine/core/error.h"

#include <QTest>

#include <cmath>

using namespace engine;

/// Conversations of a dataset list, and names in front of lines. What is refused: tst_conversation_commands.
class TestConversationList : public QObject {
    Q_OBJECT

private slots:
    void timesGoBothWays()
    {
        const RecordingTime time{1.0, 50.0};
        QCOMPARE(time.ofFile(0.0), 1.0);
        QCOMPARE(time.ofFile(1e6), 1e6 + 51.0);
        QVERIFY(std::abs(time.inFile(time.ofFile(123.4)) - 123.4) < 1e-9);
    }

    void idsAreMadeOfNames()
    {
        QCOMPARE(participantId("The Neighbour"), std::string("the_neighbour"));
        QCOMPARE(participantId("Dr. Moor"), std::string("dr_moor"));
        QCOMPARE(participantId("Zoë 2"), std::string("zoë_2"));
    }

    void noIdBeginsWithAnother()
    {
        QCOMPARE(participantIds({"Ada", "Adam", "Bert", "Ada"}),
                 (std::vector<std::string>{"ada-", "adam", "bert", "ada-"}));
    }

    void whatIsStoredIsRead()
    {
        Conversation made{"m", ConversationMedia::Channels, "e1", {}, {}};
        made.participants.push_back({"ada", "Ada", "p1", "host", {0.5, 2.0}, std::nullopt, 0});
        made.participants.push_back({"bert", "", "", "", {}, 3, 1});
        made.clips.push_back({"a/b.mp4", "ada", 0.0, 1.5});
        nlohmann::ordered_json more{{"note", 1}};
        storeConversations(more, {made});
        QCOMPARE(conversationsOf(more, "list.json"), std::vector<Conversation>{made});
        QCOMPARE(more.at("note").get<int>(), 1);
    }

    void aListHasItsConversations()
    {
        const auto more = nlohmann::ordered_json::parse(R"({"conversations": [
            {"id": "m", "media": "clips", "episode": "s1e2", "mood": "blue",
             "participants": [{"id": "ada", "name": "Ada", "person": "p17", "role": "host"},
                              {"id": "bert", "offset_s": 1.5, "drift_ppm": -20, "channel": 1}],
             "clips": [{"file": "x.mp4", "participant": "ada", "start": 0, "end": 0.94}]}]})");
        const std::vector<Conversation> found = conversationsOf(more, "list.json");
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].media, ConversationMedia::Clips);
        QCOMPARE(found[0].episode, std::string("s1e2"));
        QCOMPARE(found[0].participant("ada")->person, std::string("p17"));
        QCOMPARE(found[0].participant("bert")->time, (RecordingTime{1.5, -20.0}));
        QCOMPARE(*found[0].participant("bert")->channel, 1);
        QCOMPARE(found[0].entryOf(found[0].participants[0]), std::string("m@ada"));
        QCOMPARE(found[0].clips[0].end, 0.94);
        QVERIFY(conversationsOf(nlohmann::ordered_json::object(), "list.json").empty());
    }

    void onlyTheTimeOfAParticipantIsSet()
    {
        auto more = nlohmann::ordered_json::parse(
            R"({"note": 1, "conversations": [{"id": "m", "participants": [{"id": "ada", "shoe": 40}]}]})");
        setRecordingTime(more, "m", "ada", {2.0, 3.0});
        QCOMPARE(more.dump(),
                 std::string(R"({"note":1,"conversations":[{"id":"m","participants":[)"
                             R"({"id":"ada","shoe":40,"offset_s":2.0,"drift_ppm":3.0}]}]})"));
        QVERIFY_THROWS_EXCEPTION(FormatError, setRecordingTime(more, "m", "bert", {}));
    }

    void linesHaveNames_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("name"); ///< empty: none
        QTest::addColumn<double>("start"); ///< -1: none
        const auto row = [](const char* line, const char* name, double start) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(name) << start;
        };
        row("Ada: hello", "Ada", -1.0);
        row("  DR. MOOR : fine", "DR. MOOR", -1.0);
        row("(0:12) A: Well: there", "A", 12.0);
        row("1:02:03.5 Bert: so", "Bert", 3723.5);
        row("12:05,25 Bert: so", "Bert", 725.25);
        row("Jürgen: ja", "Jürgen", -1.0);
        row("李雷: 你好", "李雷", -1.0);
        row("no prefix here", "", -1.0);
        row("http://x: y", "", -1.0);
        row("at 12:30 we met", "", -1.0);
        row("Ada:hello", "", -1.0);
        row("9 lives: cats", "", -1.0);
        row("a name that is much too long to be that of a speaker: no", "", -1.0);
    }
    void linesHaveNames()
    {
        QFETCH(QString, line);
        QFETCH(QString, name);
        QFETCH(double, start);
        const std::vector<PrefixedLine> lines = prefixedLines(line.toStdString());
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(lines[0].name.value_or("")), name);
        QCOMPARE(lines[0].start.value_or(-1.0), start);
    }

    void twoNamesThatComeTwiceAreSpeakers()
    {
        QVERIFY(haveSpeakers(prefixedLines("A: x\nB: y\r\nA: z\nB: u\nnobody\n")));
        QVERIFY(!haveSpeakers(prefixedLines("A: x\nB: y\nA: z")));
        QVERIFY(haveSpeakers(prefixedLines("A: x\nB: y"), {"A", "B"}));
        QVERIFY(!haveSpeakers(prefixedLines("nobody")));
    }

    /// Of two recordings of a talk each may be listed by itself.
    void idsNameConversationsOnceThereAreTwo()
    {
        nlohmann::ordered_json more;
        nameConversationsOfIds(more, {"tea@ada"});
        QVERIFY(conversationsOf(more, "list").empty());
        nameConversationsOfIds(more, {"tea@ada", "tea@bert", "talk"});
        setRecordingTime(more, "tea", "bert", {1.3, 0.0});
        nameConversationsOfIds(more, {"tea@ada", "tea@bert", "noon@ada", "noon@cleo"});
        const std::vector<Conversation> named = conversationsOf(more, "list");
        QCOMPARE(named.size(), std::size_t{2});
        QCOMPARE(named[0].participant("bert")->time.offset, 1.3); // what was there stays
        QCOMPARE(named[1].id, std::string("noon"));
    }
};

QTEST_GUILESS_MAIN(TestConversationList)
#include "tst_conversation_list.moc"
