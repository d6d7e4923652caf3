#include "engine/conversation_sources/seen_speakers.h"
#include "engine/conversation_sources/spoken_lines.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/timed_features.h"

#include <QTest>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"
#include "tests/support/level_sound.h"
#include "tests/support/sequences.h"
#include "tests/support/two_faces.h"

using namespace engine;

/// Where `turns` takes turns from: words or voices, faces, sounds with a channel for each person, texts with
/// their sound.
class TestTurnSources : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    std::filesystem::path file(const char* name) const { return path(name).toStdString(); }

    static nlohmann::json turns(const QString& input, const char* source = "auto")
    {
        const test::ProgramResult result
            = test::runCli({QStringLiteral("turns"), input, QStringLiteral("--source"), QLatin1String(source),
                            QStringLiteral("--json")});
        if (result.exitCode != 0)
            qFatal("%s", result.errors.constData());
        return nlohmann::json::parse(result.output.toStdString());
    }

    static void requireSaid(const QString& input, const char* code, const char* words,
                            const QStringList& options = {})
    {
        const test::ProgramResult result
            = test::runCli(QStringList{QStringLiteral("turns"), input} + options);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains(code), result.errors.constData());
        QVERIFY2(result.errors.contains(words), result.errors.constData());
    }

    static void requireTurn(const nlohmann::json& turn, const char* who, double start, double end)
    {
        QCOMPARE(turn.at("participant").get<std::string>(), std::string(who));
        QVERIFY(std::abs(turn.at("start").get<double>() - start) < 0.06);
        QVERIFY(std::abs(turn.at("end").get<double>() - end) < 0.06);
    }

    static std::vector<std::string> codesOf(const nlohmann::json& turns)
    {
        std::vector<std::string> codes;
        for (const nlohmann::json& finding : turns.at("findings"))
            codes.push_back(finding.at("code"));
        return codes;
    }

    /// A list of one conversation.
    QString listed(const char* name, nlohmann::json sequences, const char* media, nlohmann::json participants,
                   nlohmann::json files = nlohmann::json::array(), const char* id = "tea") const
    {
        const nlohmann::json list{
            {"name", "x"},
            {"sequences", std::move(sequences)},
            {"conversations", {{{"id", id}, {"media", media}, {"participants", std::move(participants)}}}},
            {"media", std::move(files)}};
        std::ofstream(file(name)) << list.dump();
        return path(name);
    }

    /// The words of a talk of the demo, eight for each turn of two people who take turns.
    static std::vector<Interval> writeTurns(const std::filesystem::path& target)
    {
        const TimedText words = readText(CsdFile(std::filesystem::path(DEMO) / "words.csd"), "ada_1");
        std::vector<Interval> turns;
        std::ofstream text(target);
        std::size_t said = 0;
        for (std::size_t i = 0; i < words.texts.size(); ++i) {
            if (words.texts[i] == "sp")
                continue;
            if (said % 8 == 0) {
                text << (turns.size() % 2 == 0 ? "\nAda: " : "\nBert Moor: ");
                turns.push_back(words.intervals[i]);
            }
            text << words.texts[i] << ' ';
            turns.back().end = words.intervals[i].end;
            ++said;
        }
        return turns;
    }

    static void requirePlaced(const nlohmann::json& found, const std::vector<Interval>& expected)
    {
        QCOMPARE(found.at("source").get<std::string>(), std::string("prefixes"));
        QCOMPARE(codesOf(found), std::vector<std::string>{"words_aligned"});
        QCOMPARE(found.at("turns").size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const double start = found.at("turns")[i].at("start"), end = found.at("turns")[i].at("end");
            QVERIFY2(std::abs(start - expected[i].start) < 0.1, std::to_string(start).c_str());
            QVERIFY2(std::abs(end - expected[i].end) < 0.25, std::to_string(end - expected[i].end).c_str());
        }
        QVERIFY(found.at("summary").at("fto_median_s").is_number());
    }

private slots:
    void turnsOfATextLieWhereTheirWordsAreSaid()
    {
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("talk")));
        const std::vector<Interval> expected = writeTurns(file("talk/tea.txt"));
        const std::filesystem::path sound = std::filesystem::path(DEMO) / "media" / "ada_1.mp4";
        const QString text = path("talk/tea.txt");
        QCOMPARE(codesOf(turns(text)), std::vector<std::string>{"times_guessed"}); // without a sound
        const test::ProgramResult named
            = test::runCli({QStringLiteral("turns"), text, QStringLiteral("--json"),
                            QStringLiteral("--sound"), QString::fromStdString(sound.string())});
        QVERIFY2(named.exitCode == 0, named.errors.constData());
        requirePlaced(nlohmann::json::parse(named.output.toStdString()), expected);
        std::filesystem::copy_file(sound, file("talk/tea.mp4"));
        requirePlaced(turns(text), expected); // the recording beside the text

        const nlohmann::json media{{{"id", "tea"}, {"file", "talk/tea.mp4"}}};
        const nlohmann::json people{{{"id", "bert"}, {"name", "Bert Moor"}}, {{"id", "ada"}}};
        requirePlaced(turns(listed("text.json", nlohmann::json::array(), "picture", people, media)),
                      expected);
        const nlohmann::json alone = turns(listed("alone.json", nlohmann::json::array(), "picture",
                                                  nlohmann::json{{{"id", "ada"}, {"name", "Ada"}}}, media));
        QCOMPARE(codesOf(alone), (std::vector<std::string>{"words_aligned", "unknown_participant"}));
        requireSaid(text, "not_media", "tea.txt", {QStringLiteral("--sound"), path("talk/tea.txt")});
    }

    void aTimeInFrontOfALineIsTheStart()
    {
        const std::vector<PrefixedLine> lines
            = prefixedLines("Ada: one two\n(0:05) Bert: three four\nAda: five");
        const auto placer = [](const std::vector<std::string>& words) {
            PlacedWords placed;
            for (std::size_t i = 0; i < words.size(); ++i)
                placed.words.emplace_back(
                    Interval{static_cast<double>(i) * 2.0, static_cast<double>(i) * 2.0 + 1.6});
            placed.words.back().reset(); // five is not found
            placed.duration = 20.0;
            return placed;
        };
        const HeardConversation heard = heardInLines(lines, "tea", placer);
        QCOMPARE(heard.speakers.at(0).spans.front(), (Interval{0.0, 3.6})); // the gap of 0.4 s is bridged
        QCOMPARE(heard.speakers.at(1).spans.front(), (Interval{5.0, 7.6}));
        QCOMPARE(heard.speakers.at(0).spans.back().start, 7.6); // behind the turn before
        QVERIFY(heard.timesAreGuessed); // one turn of three was not found
        QCOMPARE(heard.duration, 20.0);
    }

    /// Two microphones, 20 dB apart for the voice that is not their owner's, and words that were recognised
    /// in both.
    void wordsThatWereOverheardCountForNobody()
    {
        std::vector<double> ada = test::levelsOfVoice(1.0, 3.0, 8.0);
        std::vector<double> bert = test::levelsOfVoice(4.0, 6.5, 8.0);
        const std::vector<double> ofAda = ada;
        for (std::size_t k = 0; k < ada.size(); ++k) {
            ada[k] = std::max(ada[k], bert[k] - 20.0);
            bert[k] = std::max(bert[k], ofAda[k] - 20.0);
        }
        test::writeLevels(file("tea@ada.wav"), {ada});
        test::writeLevels(file("tea@bert.wav"), {bert});
        const auto write
            = [this](const char* name, std::vector<Interval> ofAda, std::vector<Interval> ofBert) {
                  const auto entry = [](std::vector<Interval> spans) {
                      const std::vector<std::string> words(spans.size(), "word");
                      return Entry{{ElementType::Float64, std::move(spans)}, test::texts(words)};
                  };
                  writeCsd(test::sequence("words",
                                          {{"tea@ada", entry(std::move(ofAda))},
                                           {"tea@bert", entry(std::move(ofBert))}}),
                           file(name));
              };
        const Interval first{1.0, 3.0}, second{4.0, 6.5};
        write("overheard.csd", {first, second}, {first, second});
        write("own.csd", {first}, {second});
        const nlohmann::json media{{{"id", "tea@ada"}, {"file", "tea@ada.wav"}},
                                   {{"id", "tea@bert"}, {"file", "tea@bert.wav"}}};
        const auto list = [&](const char* words, double offset) {
            return listed("talk.json", {{{"group", "words"}, {"name", "words"}, {"file", words}}},
                          "recordings", {{{"id", "ada"}}, {{"id", "bert"}, {"offset_s", offset}}}, media);
        };
        const nlohmann::json heard = turns(list("overheard.csd", 0.0));
        QCOMPARE(heard.at("source").get<std::string>(), std::string("vad"));
        QCOMPARE(codesOf(heard), std::vector<std::string>{"words_overheard"});
        QCOMPARE(heard.at("turns").size(), std::size_t{2});
        requireTurn(heard.at("turns")[0], "ada", 1.0, 3.0);
        requireTurn(heard.at("turns")[1], "bert", 4.0, 6.5);
        QCOMPARE(turns(list("own.csd", 0.0)).at("source").get<std::string>(), std::string("words"));
        QCOMPARE(turns(list("overheard.csd", 0.0), "words").at("source").get<std::string>(),
                 std::string("words")); // who asks for words gets them
        write("adas.csd", {first, second}, {});
        const nlohmann::json partly = turns(list("adas.csd", 0.0)); // Bert's were not looked for yet
        QCOMPARE(codesOf(partly), std::vector<std::string>{"words_missing"});
        QCOMPARE(partly.at("turns").size(), std::size_t{2});
        const std::vector<double> silence(800, 20.0);
        std::filesystem::rename(file("tea@bert.wav"), file("kept.wav"));
        test::writeLevels(file("tea@bert.wav"), {silence});
        QCOMPARE(turns(list("adas.csd", 0.0)).at("source").get<std::string>(), std::string("words"));
        std::filesystem::rename(file("kept.wav"), file("tea@bert.wav"));
        // 2.5 s too late by the list, so that microphones seem to be loud at the same time
        const nlohmann::json late = turns(list("overheard.csd", -2.5));
        QCOMPARE(late.at("source").get<std::string>(), std::string("words"));
        QCOMPARE(codesOf(late), std::vector<std::string>{"much_overlap"});
        std::filesystem::remove(file("tea@bert.wav"));
        QCOMPARE(turns(list("overheard.csd", 0.0)).at("source").get<std::string>(), std::string("words"));
    }

    void facesOfAPictureArePeople()
    {
        writeCsd(test::sequence("face_landmarks", {{"tea", test::entryOf(landmarkRows(test::twoFaces()))}}),
                 file("face_landmarks.csd"));
        const nlohmann::json sequences{
            {{"group", "visual"}, {"name", "face_landmarks"}, {"file", "face_landmarks.csd"}}};
        const QString list = listed("picture.json", sequences, "picture",
                                    {{{"id", "cleo"}, {"face", 1}}, {{"id", "ada"}, {"face", 0}}});
        for (const char* source : {"auto", "faces"}) {
            const nlohmann::json found = turns(list, source);
            QCOMPARE(found.at("source").get<std::string>(), std::string("faces"));
            QCOMPARE(found.at("turns").size(), std::size_t{2});
            requireTurn(found.at("turns")[0], "ada", 1.0, 3.0);
            requireTurn(found.at("turns")[1], "cleo", 3.5, 6.0);
            QVERIFY(std::abs(found.at("duration").get<double>() - 8.0) < 1e-6);
            QCOMPARE(codesOf(found), std::vector<std::string>{"faces_estimated"});
        }
        const nlohmann::json partly
            = turns(listed("partly.json", sequences, "picture",
                           {{{"id", "ada"}, {"face", 0}}, {{"id", "bert"}, {"face", 7}}, {{"id", "cleo"}}}));
        QCOMPARE(partly.at("turns").size(), std::size_t{1});
        QCOMPARE(codesOf(partly),
                 (std::vector<std::string>{"face_missing", "face_missing", "faces_estimated"}));
        QCOMPARE(partly.at("findings")[1].at("place").get<std::string>(), std::string("tea@cleo"));
    }

    void correctionsOfFacesCount()
    {
        writeCsd(test::sequence("face_landmarks", {{"tea", test::entryOf(landmarkRows(test::twoFaces()))}}),
                 file("corrected.csd"));
        const auto landmarks = std::make_shared<const CsdFile>(file("corrected.csd"));
        const DatasetList list;
        FaceCorrections corrections;
        corrections.names = {{1, "Ada"}}; // who has no face in the list
        corrections.steps = {ChosenSpeaker{std::size_t{1}, {1.0, 2.0}}};
        const ConversationFiles dataset{
            list, "x", [&](const std::string& key) { return key == "face_landmarks" ? landmarks : nullptr; },
            [&](const std::string&) { return corrections; }};
        ConversationParticipant ada;
        ada.id = "ada";
        ada.name = "Ada";
        const Conversation tea{"tea", ConversationMedia::Picture, {}, {ada}, {}};
        const HeardConversation heard = heardInFaces(dataset, tea, {});
        QCOMPARE(spokenStretches(heard.speakers.at(0).spans, 0.01, 0.0).size(), std::size_t{2});
        QVERIFY(std::abs(heard.speakers[0].spans.front().start - 1.0) < 1e-6);
    }

    /// Recordings: everybody's own rows say whether their mouth goes with their sound.
    void facesOfRecordingsLieInConversationTime()
    {
        const FaceTracks tracks = test::twoFaces();
        ComputationalSequence faces = test::sequence("face",
                                                     {{"tea@ada", test::entryOf(faceRows(tracks, 0))},
                                                      {"tea@bert", test::entryOf(faceRows(tracks, 1))}});
        Metadata metadata = faces.metadata();
        for (const FeatureColumn& column : faceColumns())
            metadata["dimension names"].push_back(column.name);
        faces.setMetadata(metadata);
        writeCsd(faces, file("face.csd"));
        const nlohmann::json found
            = turns(listed("recordings.json", {{{"group", "visual"}, {"name", "face"}, {"file", "face.csd"}}},
                           "recordings", {{{"id", "ada"}}, {{"id", "bert"}, {"offset_s", 2.0}}}));
        QCOMPARE(found.at("source").get<std::string>(), std::string("faces"));
        QCOMPARE(found.at("turns").size(), std::size_t{2});
        requireTurn(found.at("turns")[1], "bert", 5.5, 8.0);
    }

    /// What is written as a sequence is read as the same turns, of recordings that begin at other moments,
    /// too.
    void turnsOfASequenceLieWhereTheyWere()
    {
        const QString demo = QStringLiteral(DEMO "_conversation");
        const QString written = path("spoken.csd");
        const test::ProgramResult result
            = test::runCli({QStringLiteral("turns"), demo, QStringLiteral("--out"), written});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const nlohmann::json before = turns(demo);
        std::ifstream stream(std::filesystem::path(DEMO "_conversation") / "dataset.json");
        const nlohmann::json list = nlohmann::json::parse(stream);
        const nlohmann::json again = turns(listed(
            "spoken.json", {{{"group", "raw"}, {"name", "turns"}, {"file", "spoken.csd"}}}, "recordings",
            list.at("conversations")[0].at("participants"), nlohmann::json::array(), "saturday"));
        QCOMPARE(again.at("turns").size(), before.at("turns").size());
        for (std::size_t i = 0; i < again.at("turns").size(); ++i)
            QVERIFY(std::abs(again.at("turns")[i].at("start").get<double>()
                             - before.at("turns")[i].at("start").get<double>())
                    < 1e-6);
    }

    void eachOfFourChannelsIsAPerson()
    {
        std::vector<std::vector<double>> levels;
        for (int c = 0; c < 4; ++c)
            levels.push_back(test::levelsOfVoice(1.0 + 2.0 * c, 2.5 + 2.0 * c, 10.0));
        test::writeLevels(file("four.wav"), levels);
        const nlohmann::json alone = turns(path("four.wav"));
        QCOMPARE(alone.at("source").get<std::string>(), std::string("channels"));
        QCOMPARE(alone.at("turns").size(), std::size_t{4});
        for (int c = 0; c < 4; ++c)
            requireTurn(alone.at("turns")[static_cast<std::size_t>(c)],
                        ("channel_" + std::to_string(c)).c_str(), 1.0 + 2.0 * c, 2.5 + 2.0 * c);
        const nlohmann::json media{{{"id", "tea"}, {"file", "four.wav"}}};
        const nlohmann::json found
            = turns(listed("channels.json", nlohmann::json::array(), "channels",
                           {{{"id", "ada"}, {"channel", 3}}, {{"id", "bert"}, {"channel", 1}}}, media));
        QCOMPARE(found.at("turns").size(), std::size_t{2});
        requireTurn(found.at("turns")[0], "bert", 3.0, 4.5);
        requireTurn(found.at("turns")[1], "ada", 7.0, 8.5);
        requireSaid(listed("lacking.json", nlohmann::json::array(), "channels",
                           {{{"id", "ada"}, {"channel", 0}}, {{"id", "bert"}, {"channel", 4}}}, media),
                    "conversation_invalid", "tea@bert has channel 4, but the sound four.wav has 4");
    }

    void aMicrophoneThatNobodySpeaksIntoDrownsNobody()
    {
        std::vector<double> soft = test::levelsOfVoice(1.0, 3.0, 10.0);
        std::fill(soft.begin() + 150, soft.begin() + 200, 55.0);
        test::writeLevels(file("unused.wav"),
                          {soft, test::levelsOfVoice(0.0, 0.0, 10.0), test::levelsOfVoice(4.0, 6.0, 10.0)});
        const nlohmann::json found = turns(path("unused.wav"));
        QVERIFY(std::abs(found.at("participants").at("channel_0").at("talk_s").get<double>() - 2.0) < 0.1);
        QVERIFY(found.at("participants").at("channel_1").at("talk_s").get<double>() == 0.0);
    }

    void soundsThatCannotBeTakenApartAreSaid()
    {
        const std::vector<double> voice = test::levelsOfVoice(1.0, 3.0, 5.0);
        test::writeLevels(file("mono.wav"), {voice});
        requireSaid(path("mono.wav"), "one_participant", "one channel");
        test::writeLevels(file("nine.wav"), std::vector<std::vector<double>>(9, voice));
        requireSaid(path("nine.wav"), "too_many_channels", "9 channels");
        const nlohmann::json people{{{"id", "ada"}, {"channel", 0}}, {{"id", "bert"}, {"channel", 1}}};
        requireSaid(listed("mono.json", nlohmann::json::array(), "channels", people,
                           {{{"id", "tea"}, {"file", "mono.wav"}}}),
                    "conversation_invalid", "channel 1, but the sound mono.wav has 1");
    }
};

QTEST_GUILESS_MAIN(TestTurnSources)
#include "tst_turn_sources.moc"
