#include "engine/corpora/meld.h"
#include "engine/npz/npz_reader.h"
#include "engine/sequences/csd_writer.h"
#include "engine/synchrony/planted.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"
#include "tests/support/level_sound.h"
#include "tests/support/sequences.h"

using namespace engine;

/// `turns`, `synchrony`, `accommodation` and `offset`. The measures themselves: tst_turns, tst_synchrony.
class TestConversationCommands : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    std::filesystem::path file(const char* name) const { return path(name).toStdString(); }

    static QStringList words(const char* text) { return QString::fromLatin1(text).split(u' '); }

    static nlohmann::json jsonOf(const QStringList& arguments)
    {
        const test::ProgramResult result = test::runCli(arguments + QStringList{QStringLiteral("--json")});
        if (result.exitCode != 0)
            qFatal("%s", result.errors.constData());
        return nlohmann::json::parse(result.output.toStdString());
    }

    static void requireError(const QStringList& arguments, int exitCode, const char* code)
    {
        const test::ProgramResult result = test::runCli(arguments);
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY2(result.errors.contains(code), result.errors.constData());
    }

    /// A dataset of two planted dyads; bert's file begins a second late.
    QString planted() const
    {
        std::vector<std::pair<std::string, Entry>> entries;
        for (const auto& [id, seed] : {std::pair("morning", 3), std::pair("tea", 4)}) {
            const planted::Dyad dyad = planted::dyad(static_cast<std::uint64_t>(seed),
                                                     {.coupling = 0.8, .lag = 0.6, .seconds = 90.0});
            entries.emplace_back(std::string(id) + "@ada", rowsOf(dyad.first, 0.0));
            entries.emplace_back(std::string(id) + "@bert", rowsOf(dyad.second, 1.0));
        }
        ComputationalSequence visual = test::sequence("visual", entries);
        Metadata metadata = visual.metadata();
        metadata["dimension names"] = {"smile", "gaze"};
        visual.setMetadata(metadata);
        writeCsd(visual, file("visual.csd"));
        const auto bert = nlohmann::json{{"id", "bert"}, {"offset_s", 1.0}, {"shoe_size", 43}};
        const nlohmann::json list{
            {"name", "planted"},
            {"sequences", {{{"group", "raw"}, {"name", "visual"}, {"file", "visual.csd"}}}},
            {"conversations",
             {{{"id", "morning"}, {"participants", {{{"id", "ada"}}, bert}}},
              {{"id", "tea"}, {"participants", {{{"id", "ada"}}, bert}}}}},
            {"media",
             {{{"id", "morning@ada"}, {"file", "first.wav"}},
              {{"id", "morning@bert"}, {"file", "second.wav"}}}}};
        std::ofstream(file("dataset.json")) << list.dump();
        return path("dataset.json");
    }

    /// Rows at 10 Hz in the time of a file that begins `late` seconds after the conversation.
    static Entry rowsOf(const std::vector<double>& series, double late)
    {
        Entry entry;
        std::vector<float> values;
        for (std::size_t k = 0; k < series.size(); ++k) {
            entry.intervals.values.push_back(
                {static_cast<double>(k) / 10.0 - late, static_cast<double>(k + 1) / 10.0 - late});
            values.push_back(static_cast<float>(series[k]));
            values.push_back(1.0F);
        }
        entry.features.shape = {series.size(), 2};
        entry.features.values = std::move(values);
        return entry;
    }

private slots:
    void turnsOfTiersHaveTheirParticipants()
    {
        const nlohmann::json eaf
            = jsonOf({QStringLiteral("turns"), test::fixture("conversations/plain/talk.eaf")});
        QCOMPARE(eaf.at("source").get<std::string>(), std::string("tiers"));
        QCOMPARE(eaf.at("turns").at(0).at("participant").get<std::string>(), std::string("Ada"));
        QVERIFY(std::abs(eaf.at("transitions").at(0).at("fto").get<double>() - 0.2) < 1e-9);
        const nlohmann::json rttm
            = jsonOf({QStringLiteral("turns"), test::fixture("conversations/plain/talk.rttm")});
        QCOMPARE(rttm.at("source").get<std::string>(), std::string("rttm"));
        QCOMPARE(rttm.at("conversation").get<std::string>(), std::string("talk"));
        QCOMPARE(rttm.at("participants").at("ada").at("turns").get<int>(), 1);
        QCOMPARE(rttm.at("ipus").size(), std::size_t{3});
        const std::vector<std::string> undefined = rttm.at("undefined");
        QVERIFY(std::ranges::find(undefined, "participants.ada.response_median_s") != undefined.end());
    }

    void turnsOfATextHaveNoTimes()
    {
        const nlohmann::json text
            = jsonOf({QStringLiteral("turns"), test::fixture("conversations/plain/prefixes.txt")});
        QCOMPARE(text.at("source").get<std::string>(), std::string("prefixes"));
        QCOMPARE(text.at("summary").at("turns").get<int>(), 4);
        QVERIFY(text.at("summary").at("fto_median_s").is_null());
        QCOMPARE(text.at("findings").at(0).at("code").get<std::string>(), std::string("times_guessed"));
        QVERIFY(text.at("participants").contains("DR. MOOR"));
    }

    void turnsOfADatasetAreInConversationTime()
    {
        const nlohmann::json all = jsonOf({QStringLiteral("turns"), test::fixture("conversations/dataset")});
        QCOMPARE(all.at("conversations").size(), std::size_t{2});
        QVERIFY(all.at("pooled").contains("fto_median_s"));
        const nlohmann::json one = jsonOf({QStringLiteral("turns"), test::fixture("conversations/dataset"),
                                           QStringLiteral("--conversation"), QStringLiteral("morning")});
        QCOMPARE(one.at("source").get<std::string>(), std::string("words"));
        std::vector<std::string> order;
        for (const nlohmann::json& turn : one.at("turns"))
            order.push_back(turn.at("participant"));
        QCOMPARE(order, (std::vector<std::string>{"ada", "bert", "ada"}));
        QVERIFY(std::abs(one.at("turns").at(1).at("start").get<double>() - 1.4) < 1e-3);
    }

    void turnsAreWritten_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("RTTM") << QStringLiteral("out.rttm");
        QTest::newRow("ELAN") << QStringLiteral("out.eaf");
        QTest::newRow("a table") << QStringLiteral("out.csv");
    }
    void turnsAreWritten()
    {
        QFETCH(QString, name);
        const QStringList turns{QStringLiteral("turns"), test::fixture("conversations/plain/talk.rttm")};
        const nlohmann::json expected
            = jsonOf(turns + QStringList{QStringLiteral("--out"), m_folder.filePath(name)});
        const nlohmann::json again = jsonOf({QStringLiteral("turns"), m_folder.filePath(name)});
        QCOMPARE(again.at("turns").size(), expected.at("turns").size());
        for (std::size_t i = 0; i < again.at("turns").size(); ++i) {
            QCOMPARE(again.at("turns")[i].at("participant").get<std::string>(),
                     expected.at("turns")[i].at("participant").get<std::string>());
            QVERIFY(std::abs(again.at("turns")[i].at("end").get<double>()
                             - expected.at("turns")[i].at("end").get<double>())
                    < 1e-3);
        }
    }

    void channelsArePeople()
    {
        std::vector<double> first(600, 20.0), second(600, 20.0);
        std::fill(first.begin() + 100, first.begin() + 300, 70.0);
        std::fill(second.begin() + 350, second.begin() + 550, 70.0);
        test::writeLevels(file("stereo.wav"), {first, second});
        const nlohmann::json json = jsonOf({QStringLiteral("turns"), path("stereo.wav")});
        QCOMPARE(json.at("source").get<std::string>(), std::string("channels"));
        QCOMPARE(json.at("turns").size(), std::size_t{2});
        QVERIFY(std::abs(json.at("transitions").at(0).at("fto").get<double>() - 0.5) < 0.05);
        test::writeLevels(file("mono.wav"), {first});
        requireError({QStringLiteral("turns"), path("mono.wav")}, 1, "one_participant");
    }

    void synchronyFindsWhoComesFirst()
    {
        const QStringList call{QStringLiteral("synchrony"), planted(), QStringLiteral("--signal"),
                               QStringLiteral("visual:smile")};
        const nlohmann::json json = jsonOf(call + QStringList{QStringLiteral("--out"), path("maps.npz")});
        QCOMPARE(json.at("pairs").size(), std::size_t{2});
        for (const nlohmann::json& pair : json.at("pairs")) {
            QCOMPARE(pair.at("pair").dump(), std::string(R"(["ada","bert"])"));
            QVERIFY(std::abs(pair.at("lag_s").get<double>() - 0.6) < 0.1);
            QVERIFY(pair.at("p_strength").get<double>() <= 0.05);
            QVERIFY(pair.at("q_strength").get<double>() <= 0.05);
            QCOMPARE(pair.at("strip").size(), pair.at("rows").get<std::size_t>());
        }
        NpzReader archive(file("maps.npz"));
        QCOMPARE(archive.arrays().size(), std::size_t{8});
        const nlohmann::json pseudo
            = jsonOf(call + words("--chance pseudo --measure wcc,dtw,granger --conversation tea"));
        QVERIFY(pseudo.at("pairs").at(0).at("p_strength").is_null()); // of fewer than 19 others
        QVERIFY(pseudo.at("pairs").at(0).at("granger").at("forwards").at("p").get<double>() < 0.01);
        QVERIFY(pseudo.at("pairs").at(0).at("dtw").at("distance").get<double>() > 0.0);
        const nlohmann::json constant = jsonOf({QStringLiteral("synchrony"), planted(),
                                                QStringLiteral("--signal"), QStringLiteral("visual:gaze")});
        QCOMPARE(constant.at("pairs").at(0).at("defined").get<bool>(), false);
        QCOMPARE(constant.at("undefined").size(), std::size_t{2});
    }

    void accommodationCountsExchanges()
    {
        const nlohmann::json json
            = jsonOf({QStringLiteral("accommodation"), test::fixture("conversations/dataset"),
                      QStringLiteral("--value"), QStringLiteral("rate")});
        const nlohmann::json& first = json.at("conversations").at(0).at("values").at("rate");
        QVERIFY(first.at("proximity").is_null()); // of three turns
        QCOMPARE(first.at("pairs").get<int>(), 2);
        QVERIFY(!json.at("undefined").empty());
    }

    /// A value that a dataset lacks does not keep the others from being told.
    void whatAValueLacksIsSaidBesideTheOthers()
    {
        const test::ProgramResult result = test::runCli(
            {QStringLiteral("accommodation"), test::fixture("conversations/dataset"),
             QStringLiteral("--value"), QStringLiteral("shoe_size,rate"), QStringLiteral("--json")});
        QCOMPARE(result.exitCode, 1); // nobody has it
        QVERIFY2(result.errors.contains("shoe_size"), result.errors.constData());
        const nlohmann::json json = nlohmann::json::parse(result.output.toStdString());
        QVERIFY(json.at("conversations").at(0).at("values").contains("rate"));
        QVERIFY(!json.at("conversations").at(0).at("values").contains("shoe_size"));
    }

    void offsetsAreFoundAndApplied()
    {
        const planted::TwoMicrophones heard = planted::twoMicrophones(8, {.minutes = 2.0, .drift = 0.0});
        test::writeLevels(file("first.wav"), {heard.first});
        test::writeLevels(file("second.wav"), {heard.second});
        const QString list = planted();
        const nlohmann::json json = jsonOf({QStringLiteral("offset"), path("first.wav"), path("second.wav"),
                                            QStringLiteral("--apply"), list});
        QVERIFY(json.at("found").get<bool>());
        QVERIFY(std::abs(json.at("offset_s").get<double>() - 1.37) < 0.02);
        std::ifstream stream(list.toStdString());
        const nlohmann::json written = nlohmann::json::parse(stream);
        const nlohmann::json& bert = written.at("conversations").at(0).at("participants").at(1);
        QCOMPARE(bert.at("offset_s").get<double>(), json.at("offset_s").get<double>());
        QCOMPARE(bert.at("shoe_size").get<int>(), 43); // what nobody knows is kept
        requireError({QStringLiteral("offset"), path("first.wav"), path("second.wav"),
                      QStringLiteral("--apply"), test::fixture("conversations/dataset")},
                     1, "unknown_participant");
    }

    /// Of a list that names no conversations, as `extract` and `make-dataset` write it.
    void offsetsAreAppliedToConversationsThatIdsTell()
    {
        const planted::TwoMicrophones heard = planted::twoMicrophones(8, {.minutes = 2.0, .drift = 0.0});
        test::writeLevels(file("noon@ada.wav"), {heard.first});
        test::writeLevels(file("noon@bert.wav"), {heard.second});
        const nlohmann::json media{{{"id", "noon@ada"}, {"file", "noon@ada.wav"}},
                                   {{"id", "noon@bert"}, {"file", "noon@bert.wav"}},
                                   {{"id", "night@cleo"}, {"file", "noon@ada.wav"}},
                                   {{"id", "night@dan"}, {"file", "noon@bert.wav"}}};
        std::ofstream(file("told.json"))
            << nlohmann::json{{"name", "x"}, {"sequences", nlohmann::json::array()}, {"media", media}};
        const nlohmann::json json
            = jsonOf({QStringLiteral("offset"), path("noon@ada.wav"), path("noon@bert.wav"),
                      QStringLiteral("--apply"), path("told.json")});
        std::ifstream stream(file("told.json"));
        const nlohmann::json written = nlohmann::json::parse(stream);
        QCOMPARE(written.at("conversations").size(), std::size_t{2}); // the other one stays a conversation
        const nlohmann::json& bert = written.at("conversations").at(1).at("participants").at(1);
        QCOMPARE(bert.at("id").get<std::string>(), std::string("bert"));
        QCOMPARE(bert.at("offset_s").get<double>(), json.at("offset_s").get<double>());
    }

    void meldBecomesConversations()
    {
        const std::filesystem::path folder = test::fixture("conversations/meld").toStdString();
        const meld::Corpus corpus = meld::read(folder);
        std::ifstream stream(folder / "expected.json");
        const nlohmann::json expected = nlohmann::json::parse(stream);
        std::size_t next = 0;
        for (const meld::Dialogue& dialogue : corpus.dialogues) {
            for (const meld::Utterance& said : dialogue.utterances) {
                const nlohmann::json& turn = expected.at("turns").at(next++);
                QCOMPARE(dialogue.conversation.id, turn.at("conversation").get<std::string>());
                QCOMPARE(dialogue.fold, turn.at("fold").get<std::string>());
                QCOMPARE(dialogue.conversation.episode, turn.at("episode").get<std::string>());
                QCOMPARE(said.participant, turn.at("participant").get<std::string>());
                QCOMPARE(said.text, turn.at("text").get<std::string>());
                QCOMPARE(said.emotion, turn.at("emotion").get<std::string>());
                QVERIFY(std::abs(said.start - turn.at("start").get<double>()) < 1e-6);
                if (turn.at("end").is_null()) // the length of a clip, which an encoder made
                    QVERIFY(*said.end > said.start);
                else
                    QVERIFY(std::abs(*said.end - turn.at("end").get<double>()) < 1e-6);
            }
        }
        QCOMPARE(next, expected.at("turns").size());
        std::vector<std::string> told;
        for (const Finding& finding : corpus.findings.all())
            told.push_back(finding.code + " " + finding.place);
        QCOMPARE(told,
                 (std::vector<std::string>{"missing_clip train_dia0_utt2", "numbers_skipped train_dia0_utt4",
                                           "damaged_clip train_dia1_utt0", "time_reversed train_dia1_utt1"}));
        QCOMPARE(corpus.dialogues.back().conversation.clips.back().file.filename().string(),
                 std::string("final_videos_testdia0_utt1.mp4"));
    }

    void meldIsMadeADataset()
    {
        std::filesystem::copy(test::fixture("conversations/meld").toStdString(), file("meld"),
                              std::filesystem::copy_options::recursive);
        const test::ProgramResult made = test::runCli({QStringLiteral("make-dataset"), path("meld"),
                                                       QStringLiteral("--layout"), QStringLiteral("meld")});
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        QVERIFY(made.errors.contains("missing_clip: 1 (train_dia0_utt2)"));
        std::ifstream stream(file("meld") / "dataset.json");
        const nlohmann::json list = nlohmann::json::parse(stream);
        QCOMPARE(list.at("conversations").size(), std::size_t{4});
        QCOMPARE(list.at("conversations").at(0).at("participants").at(2).at("id").get<std::string>(),
                 std::string("the_neighbour"));
        QCOMPARE(list.at("folds").at("valid").dump(), std::string(R"(["dev_dia0"])"));
        const nlohmann::json turns = jsonOf({QStringLiteral("turns"), path("meld")});
        QCOMPARE(turns.at("conversations").at(0).at("turns").size(), std::size_t{4});
    }

    void whatIsWrongIsSaid()
    {
        const QString list = planted();
        const QString dataset = test::fixture("conversations/dataset");
        requireError(
            {QStringLiteral("synchrony"), list, QStringLiteral("--signal"), QStringLiteral("visual:frown")},
            1, "unknown_signal");
        requireError(
            {QStringLiteral("synchrony"), list, QStringLiteral("--signal"), QStringLiteral("smell:smile")}, 1,
            "unknown_signal");
        requireError({QStringLiteral("synchrony"), list, QStringLiteral("--signal"),
                      QStringLiteral("visual:smile"), QStringLiteral("--pair"), QStringLiteral("ada,eve")},
                     1, "unknown_participant");
        requireError({QStringLiteral("synchrony"), list}, 2, "--signal");
        requireError({QStringLiteral("turns"), list, QStringLiteral("--source"), QStringLiteral("words")}, 1,
                     "no_turns");
        requireError({QStringLiteral("turns"), dataset, QStringLiteral("--source"), QStringLiteral("faces")},
                     1, "no_turns");
        requireError(
            {QStringLiteral("turns"), dataset, QStringLiteral("--conversation"), QStringLiteral("lunch")}, 1,
            "unknown_conversation");
        requireError({QStringLiteral("turns"), path("nowhere.eaf")}, 1, "file_not_found");
    }

    void aConversationThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("conversations");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const char* text, const char* said) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(said);
        };
        row("an id twice",
            R"([{"id":"a","participants":[{"id":"p"}]},{"id":"a","participants":[{"id":"p"}]}])",
            "another conversation");
        row("an @ too many", R"([{"id":"a@b","participants":[{"id":"p"}]}])", "without @");
        row("a prefix", R"([{"id":"a","participants":[{"id":"ada"},{"id":"adam"}]}])", "begins with");
        row("a face twice", R"([{"id":"a","participants":[{"id":"p","face":0},{"id":"q","face":0}]}])",
            "face");
        row("a channel twice",
            R"([{"id":"a","participants":[{"id":"p","channel":1},{"id":"q","channel":1}]}])", "channel");
        row("a stranger's clip",
            R"([{"id":"a","media":"clips","participants":[{"id":"p"}],"clips":[{"file":"x","participant":"q","start":0,"end":1}]}])",
            "participant of the conversation");
        row("no participants", R"([{"id":"a"}])", "no participants");
        row("an odd medium", R"([{"id":"a","media":"smell","participants":[{"id":"p"}]}])", "media");
    }
    void aConversationThatCannotBeIsRefused()
    {
        QFETCH(QByteArray, conversations);
        QFETCH(QByteArray, said);
        std::ofstream(file("invalid.json"))
            << R"({"name": "x", "sequences": [], "conversations": )" << conversations.constData() << "}";
        requireError({QStringLiteral("turns"), path("invalid.json")}, 1, "conversation_invalid");
        requireError({QStringLiteral("turns"), path("invalid.json")}, 1, said.constData());
    }
};

QTEST_GUILESS_MAIN(TestConversationCommands)
#include "tst_conversation_commands.moc"
