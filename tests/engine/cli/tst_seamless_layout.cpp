#include "engine/core/error.h"
#include "engine/core/tar_archive.h"
#include "engine/corpora/seamless.h"
#include "engine/corpora/seamless_record.h"
#include "engine/npz/npz_reader.h"
#include "engine/sequences/timed_features.h"

#include <QTest>

#include <cmath>

#include "tests/support/corpus_folder.h"
#include "tests/support/made_tar.h"

using namespace engine;

namespace {

namespace fs = std::filesystem;

constexpr const char* kFirst = "V00_S9001_I00000001_P0001A";
constexpr const char* kBatch = "improvised/dev/0000/";

bool areNear(const std::vector<Interval>& spans, const nlohmann::json& expected)
{
    if (spans.size() != expected.size())
        return false;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (std::abs(spans[i].start - expected.at(i).at(0).get<double>()) > 1e-6
            || std::abs(spans[i].end - expected.at(i).at(1).get<double>()) > 1e-6)
            return false;
    }
    return true;
}

}

/// Seamless Interaction: folders, archives that stay packed, and folders by feature.
class TestSeamlessLayout : public QObject {
    Q_OBJECT

    std::unique_ptr<test::CorpusFolder> m_corpus;

    static fs::path firstArchive() { return test::corpusFixture("seamless") / kBatch / "0001.tar"; }

private slots:
    void init() { m_corpus = std::make_unique<test::CorpusFolder>(); }

    void recordingsLieInFoldersAndArchives()
    {
        CorpusFindings findings;
        const std::vector<seamless::Recording> recordings
            = seamless::recordingsIn(test::corpusFixture("seamless"), findings);
        const nlohmann::json expected = test::jsonIn(test::corpusFixture("seamless") / "expected.json");
        QVERIFY(findings.all().empty());
        for (const seamless::Recording& recording : recordings) {
            QCOMPARE(recording.fold, std::string("valid"));
            const std::vector<seamless::Word> words = wordsOf(recording, expected, findings);
            if (!expected.contains(recording.participant)
                || !expected.at(recording.participant).contains("words"))
                continue;
            const nlohmann::json& said = expected.at(recording.participant).at("words");
            QCOMPARE(words.size(), said.size());
            for (std::size_t i = 0; i < words.size(); ++i) {
                QCOMPARE(words[i].text, said.at(i).at(0).get<std::string>());
                QVERIFY(areNear({words[i].times}, {{said.at(i).at(1), said.at(i).at(2)}}));
                QCOMPARE(words[i].hasTimes, words[i].text != "7");
            }
        }
        const auto interactions = seamless::interactionsOf(recordings, findings);
        QCOMPARE(interactions.size(), expected.at("conversations").size());
        for (const seamless::Interaction& interaction : interactions) {
            std::vector<std::string> people;
            for (const ConversationParticipant& who : interaction.conversation.participants)
                people.push_back(who.id);
            QCOMPARE(
                people,
                expected.at("conversations").at(interaction.conversation.id).get<std::vector<std::string>>());
        }
        QCOMPARE(interactions[0].conversation.participants[0].person, std::string("V00_P0001A"));
        std::vector<std::string> members;
        for (const TarMember& member : readTar(firstArchive())->members)
            members.push_back(member.name);
        QCOMPARE(members, expected.at("tar_members").get<std::vector<std::string>>());
    }

    static std::vector<seamless::Word> wordsOf(const seamless::Recording& recording,
                                               const nlohmann::json& expected, CorpusFindings& findings)
    {
        const seamless::Record record = seamless::readRecord(recording, findings);
        std::vector<seamless::Word> words;
        for (const seamless::Line& line : record.lines)
            words.insert(words.end(), line.words.begin(), line.words.end());
        const nlohmann::json of = expected.value(recording.participant, nlohmann::json::object());
        if (of.contains("turns"))
            [&] { QVERIFY(areNear(record.turns, of.at("turns"))); }();
        if (of.contains("source"))
            [&] { QCOMPARE(record.turnsAreWords, of.at("source") != "vad"); }();
        const nlohmann::json moments = of.value("moments", nlohmann::json::array());
        [&] { QCOMPARE(record.moments.size(), moments.size()); }();
        for (std::size_t i = 0; i < std::min(record.moments.size(), moments.size()); ++i) {
            [&] {
                QCOMPARE(record.moments[i].kind, moments[i].at("kind").get<std::string>());
                QCOMPARE(record.moments[i].text, moments[i].at("text").get<std::string>());
                QCOMPARE(record.moments[i].isSelf, moments[i].at("perspective") == "self");
                QVERIFY(areNear({record.moments[i].times}, {{moments[i].at("start"), moments[i].at("end")}}));
            }();
        }
        return words;
    }

    void becomesADatasetAndNothingIsUnpacked()
    {
        const test::ProgramResult result = m_corpus->make("seamless");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        for (const char* const said :
             {"empty_recording: 1 (V01_S9003_I00000003_P0005)", "missing_media: 3",
              "unknown_offset: 1 (V00_S9001_I00000001)", "polylogue-cli offset",
              "1 recordings have no voice activity", "movement.hypernet_features; --array"})
            QVERIFY2(result.errors.contains(said), result.errors.constData());
        QVERIFY(!fs::exists(m_corpus->path() / kBatch / "0001"));
        const DatasetList list = m_corpus->list();
        QCOMPARE(list.folds.at("valid").size(), std::size_t{3});
        const std::string first = "V00_S9001_I00000001@P0001A", third = "V03_S9002_I00000002@P0003";
        QCOMPARE(list.mediaOf(first)->file.path().extension().string(), std::string(".wav"));
        const Entry face = m_corpus->sequence("movement.FAUValue").entry(first);
        QCOMPARE(face.features.shape, (std::vector<std::size_t>{30, 24}));
        QCOMPARE(face.intervals.values.front().start, 1.0); // the first second is denied
        const Entry pose = m_corpus->sequence("smplh.body_pose").entry(first);
        QCOMPARE(pose.features.shape, (std::vector<std::size_t>{55, 63}));
        QVERIFY(!m_corpus->sequence("movement.FAUValue").contains(third));
        QVERIFY(m_corpus->sequence("smplh.body_pose").contains(third)); // out of the archive
        const Entry place = m_corpus->sequence("smplh.translation").entry(first);
        for (std::size_t i = 0; i < 3 * place.intervals.rows(); ++i)
            QCOMPARE(place.features.number(i), 0.0); // not ±10¹²
        const CsdFile own = m_corpus->sequence("annotations.1P-IS");
        QCOMPARE(readText(own, first).texts, std::vector<std::string>{"curious"});
        QCOMPARE(own.metadata().at("about").at("perspective").get<std::string>(), std::string("self"));
        m_corpus->requireValid();
        const test::ProgramResult all = test::runCli(
            {QStringLiteral("turns"), QString::fromStdString(m_corpus->path()), QStringLiteral("--json")});
        QVERIFY2(all.exitCode == 0, all.errors.constData());
        const nlohmann::json heard = nlohmann::json::parse(all.output.toStdString()).at("conversations");
        QCOMPARE(heard.size(), std::size_t{3});
        QCOMPARE(heard.at(1).at("findings").at(0).at("code").get<std::string>(), std::string("no_turns"));
        QVERIFY(heard.at(1).at("summary").at("silence_share").is_null()); // nothing is known of its length
        const test::ProgramResult turns
            = test::runCli({QStringLiteral("turns"), QString::fromStdString(m_corpus->path()),
                            QStringLiteral("--conversation"), QStringLiteral("V00_S9001_I00000001"),
                            QStringLiteral("--json")});
        QCOMPARE(nlohmann::json::parse(turns.output.toStdString()).at("turns").size(), std::size_t{2});
    }

    void anArrayMayBeChosen()
    {
        const test::ProgramResult result = m_corpus->make(
            "seamless", {QStringLiteral("--array"), QStringLiteral("movement.hypernet_features")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const Entry wide
            = m_corpus->sequence("movement.hypernet_features").entry("V00_S9001_I00000001@P0001A");
        QCOMPARE(wide.features.shape, (std::vector<std::size_t>{2, 5120})); // four of 15 frames, two denied
        QCOMPARE(wide.intervals.values.front().start, 1.0);
        QVERIFY(!fs::exists(m_corpus->path() / "movement.FAUValue.csd"));
        QCOMPARE(
            m_corpus->made("mer", {QStringLiteral("--array"), QStringLiteral("x"), QStringLiteral("--force")})
                .exitCode,
            2);
    }

    void foldersByFeatureAreRead()
    {
        const std::string id = "V01_S0001_I00000001_P0001", other = "V01_S0001_I00000001_P00012";
        m_corpus->write("metadata/vad/" + id + ".jsonl",
                        "{\"start\": 0.5, \"end\": 1.5}\n{\"start\": 2, \"end\": 3, \"is_speech\": false}\n");
        m_corpus->write(
            "metadata/transcript/" + other + ".jsonl",
            "{\"start\": 1.5, \"end\": 2.5, \"transcript\": \"it is\", \"words\": [{\"word\": \"it\", "
            "\"start\": null, \"end\": null}, {\"word\": \"is\", \"start\": null, \"end\": null}]}\n"
            "nothing\n");
        m_corpus->write("annotations/3P-V/" + id + ".json",
                        R"([{"annotation": "smiles", "start_ts": 0, "end_ts": 1},
                            {"annotation": "backwards", "start_ts": 2, "end_ts": 1}])");
        const fs::path arrays = test::corpusFixture("mer") / "features";
        fs::create_directories(m_corpus->path() / "movement/FAUValue");
        fs::copy(arrays / "own-audio-FRA/sample_00000002.npy",
                 m_corpus->path() / "movement/FAUValue" / (id + ".npy"));
        fs::create_directories(m_corpus->path() / "movement/things");
        fs::copy(arrays / "own-objects-UTT/sample_00000001.npy",
                 m_corpus->path() / "movement/things" / (id + ".npy"));
        m_corpus->write("audio/notes.wav", "no recording");
        fs::create_directory_symlink(m_corpus->path(), m_corpus->path() / "video"); // links in a circle
        fs::create_directory_symlink(m_corpus->path(), m_corpus->path() / "improvised");
        m_corpus->write("filelist.csv",
                        "file_id,label,split\n" + id + ",improvised,test\nV09_S1_I1_P1,improvised,dev\n");
        const test::ProgramResult result = m_corpus->made("seamless");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        for (const char* const said : {"damaged_json: 1", "time_reversed: 1", "object_array: 1",
                                       "bad_id: ", "missing_recording: 1 (V09_S1_I1_P1)", "missing_media: 2"})
            QVERIFY2(result.errors.contains(said), result.errors.constData());
        QCOMPARE(m_corpus->list().folds.at("test"), std::vector<std::string>{"V01_S0001_I00000001"});
        const std::string entry = "V01_S0001_I00000001@P0001-"; // P00012 begins with that name
        QCOMPARE(m_corpus->sequence("movement.FAUValue").entry(entry).intervals.values.back().end, 0.2);
        QCOMPARE(m_corpus->sequence("turns").intervals(entry).rows(), std::size_t{1});
        QCOMPARE(m_corpus->sequence("words").intervals("V01_S0001_I00000001@P00012").values.back().start,
                 2.0);
        QCOMPARE(m_corpus->sequence("annotations.3P-V").intervals(entry).rows(), std::size_t{1});
    }

    void aDamagedArchiveIsTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes);
        };
        const std::string member = std::string(kFirst) + ".json";
        row("claims 10 GB",
            test::MadeTar().addSized(member, test::MadeTar::octal(10'000'000'000, 11), "{}").ended());
        row("compressed", "\x1f\x8b\x08 and so on");
        row("no archive", std::string(600, 'x'));
    }

    void aDamagedArchiveIsTold()
    {
        QFETCH(const QByteArray, bytes);
        m_corpus->write(std::string(kBatch) + "0007.tar", bytes.toStdString());
        const test::ProgramResult alone = m_corpus->made("seamless");
        QCOMPARE(alone.exitCode, 1);
        QVERIFY2(alone.errors.contains("damaged_archive: 1 (improvised/dev/0000/0007.tar)"),
                 alone.errors.constData());
        fs::copy(firstArchive(), m_corpus->path() / kBatch / "0008.tar");
        const test::ProgramResult others = m_corpus->made("seamless");
        QVERIFY2(others.exitCode == 0, others.errors.constData());
        QVERIFY2(others.errors.contains("damaged_archive: 1"), others.errors.constData());
    }

    void whatAnArchiveHoldsMayBeDamaged()
    {
        m_corpus->write(std::string(kBatch) + "0007.tar",
                        test::MadeTar()
                            .add(std::string(kFirst) + ".json", "{\"id\": ")
                            .add(std::string(kFirst) + ".npz", "")
                            .add("../" + std::string(kFirst) + ".wav", "x")
                            .add("notes.json", "{}")
                            .ended());
        const test::ProgramResult result = m_corpus->made("seamless");
        for (const char* const said : {"damaged_json: 1", "damaged_array: 1", "bad_id: 1 (notes.json)"})
            QVERIFY2(result.errors.contains(said), result.errors.constData());
        QVERIFY_THROWS_EXCEPTION(
            FormatError, NpzReader(m_corpus->path() / kBatch / "0007.tar" / (std::string(kFirst) + ".npz")));
    }

    void tenThousandParticipantsAreAConversation()
    {
        for (int i = 0; i < 10'000; ++i)
            m_corpus->write("metadata/vad/V00_S1_I1_P" + std::to_string(10'000 + i) + ".jsonl",
                            "{\"start\": 0, \"end\": 1}\n");
        const test::ProgramResult result = m_corpus->made("seamless");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.errors.contains("missing_media: 10000 ("), result.errors.constData());
        QVERIFY(!result.errors.contains("unknown_offset")); // there is no recording
        QCOMPARE(conversationsOf(m_corpus->list().more, "").front().participants.size(), std::size_t{10'000});
    }

    void nothingOfSeamlessIsRefused()
    {
        m_corpus->write("notes.txt", "nothing");
        const test::ProgramResult result = m_corpus->made("seamless");
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("has no recording of Seamless Interaction"),
                 result.errors.constData());
    }

    void idsAreTold()
    {
        QCOMPARE(seamless::recordingNamed(kFirst)->participant, std::string("P0001A"));
        for (const char* const other : {"", "V00", "V00_S1_I1", "V00_S1_I1_P", "V00_S1_I1_P1_",
                                        "V00_S1_I1_PA1", "V00_S1_I1_P1/..", "X00_S1_I1_P1", "V_S1_I1_P1"})
            QVERIFY2(!seamless::recordingNamed(other), other);
    }
};

QTEST_GUILESS_MAIN(TestSeamlessLayout)
#include "tst_seamless_layout.moc"
