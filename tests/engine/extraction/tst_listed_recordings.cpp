#include "engine/conversations/conversation_list.h"
#include "engine/core/error.h"
#include "engine/extraction/extraction_inputs.h"
#include "engine/media/wav_writer.h"
#include "engine/sequences/csd_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>

#include "tests/support/demo_recordings.h"
#include "tests/support/sequences.h"

using namespace engine;
namespace fs = std::filesystem;

/// Two clips of Ada, the later one first, and one of Bert.
constexpr const char* kTeaOfClips = R"([{"id": "tea", "media": "clips",
    "participants": [{"id": "ada"}, {"id": "bert"}], "clips": [
    {"file": "../talks/bert_2.mp4", "participant": "ada", "start": 40.0, "end": 55.0},
    {"file": "../talks/ada_1.mp4", "participant": "ada", "start": 10.25, "end": 25.0},
    {"file": "../talks/ada_1.mp4", "participant": "bert", "start": 26.0, "end": 39.0}]}])";

/// Recordings that a dataset list calls otherwise than their files, and clips of turns.
class TestListedRecordings : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<fs::path> m_media; ///< ada_1, bert_2

    fs::path place(const char* name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }

    static ExtractionWish wishInto(const fs::path& out)
    {
        ExtractionWish wish;
        wish.sets = {FeatureSet::Words, FeatureSet::WordVectors, FeatureSet::Spectral};
        wish.settings.vectors = kSpellingVectors;
        wish.out = out;
        return wish;
    }

    /// A list of `morning@ada` and `morning@bert`, with labels.
    DatasetList listed(const fs::path& folder) const
    {
        DatasetList list;
        list.name = "talks";
        list.root = folder;
        list.media.push_back({"morning@ada", m_media[0], "", ""});
        list.media.push_back({"morning@bert", m_media[1], "", ""});
        list.folds = {{"train", {"morning"}}};
        list.more["conversations"] = nlohmann::ordered_json::parse(
            R"([{"id": "morning", "participants": [{"id": "ada"}, {"id": "bert", "offset_s": 1.5, "shoe_size": 43}]}])");
        fs::create_directories(folder);
        writeCsd(test::sequence("labels", {{"morning@ada", test::numbered({{0.0, 1.0}})}}),
                 folder / "labels.csd");
        list.sequences.push_back({"labels", "labels", folder / "labels.csd"});
        return list;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        fs::create_directories(place("talks"));
        m_media = test::demoRecordings(place("talks"), {"ada_1", "bert_2"});
    }

    void rowsHaveTheIdsOfTheList()
    {
        const fs::path file = place("lists") / "talks.json";
        writeDatasetList(listed(place("lists")), file);
        ExtractionWish wish = wishInto(place("out"));
        wish.list = file;
        const ExtractionRecord record = extractFeatures(wish);
        QCOMPARE(record.failedFiles(), std::size_t{0});
        const std::vector<std::string> expected{"morning@ada", "morning@bert"};
        for (const char* name : {"words.csd", "word_vectors.csd", "spectral.csd"})
            QCOMPARE(CsdFile(place("out") / name).ids(), expected);
        const DatasetList made = readDatasetList(place("out") / "dataset.json");
        QCOMPARE(made.media.size(), std::size_t{2});
        QCOMPARE(made.folds, listed(place("lists")).folds);
        QVERIFY(fs::equivalent(made.sequence("labels")->file, place("lists") / "labels.csd"));
        const Conversation morning = conversationsOf(made.more, "list").at(0);
        QCOMPARE(morning.participants[1].time.offset, 1.5);
        QVERIFY(made.more["conversations"][0]["participants"][1].at("shoe_size") == 43);
    }

    /// The list that the folder has already: recordings are named one by one, as the window does.
    void theListOfTheFolderNamesThem()
    {
        const fs::path out = place("own");
        writeDatasetList(listed(out), out / "dataset.json");
        ExtractionWish wish = wishInto(out);
        wish.sets = {FeatureSet::Spectral};
        wish.media = {m_media[1]};
        extractFeatures(wish);
        QCOMPARE(CsdFile(out / "spectral.csd").ids(), std::vector<std::string>{"morning@bert"});
        QCOMPARE(readDatasetList(out / "dataset.json").media.size(), std::size_t{2});
    }

    void aFileOfSeveralVideosHasItsName()
    {
        const fs::path out = place("twice");
        DatasetList list = listed(out);
        list.media.push_back({"evening@ada", m_media[0], "", ""});
        writeDatasetList(list, out / "dataset.json");
        ExtractionWish wish = wishInto(out);
        wish.sets = {FeatureSet::Spectral};
        wish.media = {m_media[0]};
        extractFeatures(wish);
        QCOMPARE(CsdFile(out / "spectral.csd").ids(), std::vector<std::string>{"ada_1"});
    }

    /// No entry of HDF5, and no file of a part, can have such an id as it stands.
    void idsWithSlashesHaveNamesOfTheirOwn()
    {
        DatasetList list = listed(place("slashes"));
        list.media.edit()[0].id = "day 1/take";
        list.media.edit()[1].id = "day 2/take";
        list.more.clear();
        list.folds = {{"train", {"day 1/take"}}, {"test", {"day 2/take"}}};
        const fs::path file = place("slashes") / "talks.json";
        writeDatasetList(list, file);
        ExtractionWish wish = wishInto(place("of slashes"));
        wish.list = file;
        QCOMPARE(extractFeatures(wish).failedFiles(), std::size_t{0});
        const std::vector<std::string> expected{"day 1%2Ftake", "day 2%2Ftake"};
        QCOMPARE(CsdFile(place("of slashes") / "words.csd").ids(), expected);
        const DatasetList made = readDatasetList(place("of slashes") / "dataset.json");
        QCOMPARE(made.media.size(), std::size_t{2});
        QVERIFY(fs::equivalent(made.mediaOf(expected[1])->file.path(), m_media[1]));
        QCOMPARE(made.foldOf(expected[0]).value_or(""), std::string("train"));
        ExtractionWish alone = wishInto(place("alone")); // one by one, named by a list
        alone.sets = {FeatureSet::Spectral};
        alone.media = {m_media[0]};
        alone.ids = file;
        extractFeatures(alone);
        QCOMPARE(CsdFile(place("alone") / "spectral.csd").ids(), std::vector<std::string>{expected[0]});
    }

    /// Of a list some are chosen: by a recording's id, a participant's, or a conversation's.
    void someOfAListAreChosen()
    {
        const fs::path folder = place("chosen");
        DatasetList list = listed(folder);
        list.more["conversations"] = nlohmann::ordered_json::parse(kTeaOfClips);
        writeDatasetList(list, folder / "dataset.json");
        ExtractionWish wish = wishInto(place("of some"));
        wish.list = folder / "dataset.json";
        const auto ids = [&](const std::vector<std::string>& only) {
            wish.only = only;
            std::vector<std::string> found;
            for (const Recording& recording : recordingsOf(wish))
                found.push_back(recording.id);
            return found;
        };
        QCOMPARE(ids({"tea@ada"}), (std::vector<std::string>{"tea@ada[0]", "tea@ada[1]"}));
        QCOMPARE(ids({"tea"}), (std::vector<std::string>{"tea@ada[0]", "tea@ada[1]", "tea@bert[0]"}));
        QCOMPARE(ids({"tea@ada[1]", "tea@bert"}), (std::vector<std::string>{"tea@ada[1]", "tea@bert[0]"}));
        QCOMPARE(ids({list.media.front().id}), std::vector<std::string>{list.media.front().id});
        QVERIFY_THROWS_EXCEPTION(FormatError, ids({"tea@cleo"}));
    }

    void clipsLieInConversationTime()
    {
        const fs::path folder = place("clips");
        DatasetList list = listed(folder);
        list.media.clear();
        list.more["conversations"] = nlohmann::ordered_json::parse(kTeaOfClips);
        writeDatasetList(list, folder / "dataset.json");
        ExtractionWish wish = wishInto(place("of clips"));
        wish.list = folder / "dataset.json";
        wish.sets.push_back(FeatureSet::Egemaps88); // of words in the sound
        QCOMPARE(extractFeatures(wish).failedFiles(), std::size_t{0});
        const CsdFile words(place("of clips") / "words.csd"), voices(place("of clips") / "egemaps88.csd");
        QCOMPARE(words.ids(), (std::vector<std::string>{"tea@ada[0]", "tea@ada[1]", "tea@bert[0]"}));
        const std::vector<Interval> first = words.intervals("tea@ada[0]").values,
                                    same = words.intervals("tea@bert[0]").values;
        QVERIFY(first.front().start > 10.25 && first.front().start < 11.5);
        for (std::size_t i = 0; i < first.size(); ++i)
            QVERIFY(std::abs(first[i].start - 10.25 - (same[i].start - 26.0)) < 1e-9);
        QCOMPARE(CsdFile(place("of clips") / "word_vectors.csd").intervals("tea@ada[0]").values.size(),
                 first.size());
        const FeatureArray a = voices.features("tea@ada[0]"), b = voices.features("tea@bert[0]");
        QVERIFY(a.values == b.values); // of the same sound, wherever the clip lies
        QCOMPARE(CsdFile(place("of clips") / "spectral.csd").intervals("tea@ada[1]").values.front().start,
                 40.0);
        const DatasetList made = readDatasetList(place("of clips") / "dataset.json");
        QVERIFY(made.media.empty());
        const Conversation tea = conversationsOf(made.more, "list").at(0);
        QVERIFY(fs::equivalent(made.root / tea.clips[0].file, m_media[1]));
        bool isReused = true;
        extractFeatures(wish, [&](const ExtractionEvent& event) {
            isReused = isReused && event.kind != ExtractionEvent::Kind::Done;
        });
        QVERIFY(isReused);
    }
    /// Each as if the channel were a recording by itself.
    void channelsAreTheSoundOfTheirParticipants()
    {
        const fs::path folder = place("channels");
        fs::create_directories(folder);
        const auto sample = [](int channel, int i) {
            const double seconds = i / 16000.0;
            return static_cast<float>(
                0.3 * std::sin(seconds * (channel == 0 ? 1400.0 : 3100.0) * (1.0 + 0.1 * seconds)));
        };
        WavWriter both(folder / "talk.wav", 16000, 2), left(folder / "left.wav", 16000, 1),
            right(folder / "right.wav", 16000, 1);
        for (int i = 0; i < 2 * 16000; ++i) {
            const float one = sample(0, i), other = sample(1, i);
            both.add(std::array{one, other});
            left.add(std::array{one});
            right.add(std::array{other});
        }
        both.commit();
        left.commit();
        right.commit();
        DatasetList list;
        list.name = "channels";
        list.root = folder;
        list.media.push_back({"talk", folder / "talk.wav", {}, {}});
        list.more["conversations"] = nlohmann::ordered_json::parse(R"([{"id": "talk", "media": "channels",
            "participants": [{"id": "F", "channel": 0}, {"id": "M", "channel": 1}]}])");
        writeDatasetList(list, folder / "dataset.json");
        ExtractionWish wish = wishInto(place("of channels"));
        wish.sets = {FeatureSet::Spectral};
        wish.list = folder / "dataset.json";
        QCOMPARE(extractFeatures(wish).failedFiles(), std::size_t{0});
        ExtractionWish alone = wishInto(place("of each"));
        alone.sets = wish.sets;
        alone.media = {folder / "left.wav", folder / "right.wav"};
        extractFeatures(alone);
        const CsdFile made(place("of channels") / "spectral.csd"), each(place("of each") / "spectral.csd");
        QCOMPARE(made.ids(), (std::vector<std::string>{"talk@F", "talk@M"}));
        QVERIFY(made.features("talk@F").values == each.features("left").values);
        QVERIFY(made.features("talk@M").values == each.features("right").values);
        QVERIFY(made.features("talk@F").values != made.features("talk@M").values);
        const DatasetList out = readDatasetList(place("of channels") / "dataset.json");
        QCOMPARE(out.media.size(), std::size_t{1}); // the sound of all, and no file for each
    }

    void aChannelThatIsNotThereIsSaid()
    {
        const fs::path folder = place("channels");
        DatasetList list = readDatasetList(folder / "dataset.json");
        list.more["conversations"][0]["participants"][1]["channel"] = 4;
        writeDatasetList(list, folder / "fifth.json");
        ExtractionWish wish = wishInto(place("of a fifth"));
        wish.sets = {FeatureSet::Spectral};
        wish.list = folder / "fifth.json";
        QCOMPARE(extractFeatures(wish).failedFiles(), std::size_t{1});
        QCOMPARE(CsdFile(place("of a fifth") / "spectral.csd").ids(), std::vector<std::string>{"talk@F"});
    }
};

QTEST_GUILESS_MAIN(TestListedRecordings)
#include "tst_listed_recordings.moc"
