#include "engine/annotation/layers.h"
#include "engine/project_items/conversation_items.h"
#include "engine/project_items/fold_item.h"
#include "engine/project_items/sequence_offsets.h"
#include "engine/sequences/csd_file.h"
#include "engine/snapshot/snapshot.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <chrono>
#include <fstream>
#include <sstream>
#include <sys/xattr.h>

#include "tests/engine/snapshot/snapshot_project.h"

using namespace engine;

namespace fs = std::filesystem;

/// What a project has in the place of its files, as files.
class SnapshotTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    OpenedSequences m_dataset;
    Annotation m_annotation;

    fs::path folder() const { return fs::path(m_folder->path().toStdString()); }
    fs::path out() const { return folder() / "talk.snapshot"; }
    ProjectSnapshot write(const SnapshotWish& more = {}) const
    {
        SnapshotWish wish = more;
        wish.folder = out();
        return writeSnapshot(m_dataset, m_annotation, wish);
    }
    static Entry read(const ProjectSnapshot& snapshot, const std::string& key, const std::string& id)
    {
        const DatasetList list = readDatasetList(snapshot.list);
        return CsdFile(list.sequence(key)->file).entry(id);
    }
    static std::vector<double> numbers(const Entry& entry)
    {
        std::vector<double> values;
        for (const float value : std::get<std::vector<float>>(entry.features.values))
            values.push_back(value);
        return values;
    }
    std::size_t csdFiles() const
    {
        std::size_t count = 0;
        for (const auto& entry : fs::directory_iterator(out()))
            count += entry.path().extension() == ".csd" ? 1 : 0;
        return count;
    }

    /// What is noted of no use became so two hours before.
    static void passAnHour(const fs::path& file)
    {
        std::array<char, 100> bytes{};
        const ssize_t size = ::getxattr(file.c_str(), "user.polylogue.unused", bytes.data(), bytes.size());
        if (size < 0)
            return;
        std::istringstream text(std::string(bytes.data(), static_cast<std::size_t>(size)));
        std::string boot;
        long long seconds = 0;
        text >> boot >> seconds;
        const std::string earlier = boot + ' ' + std::to_string(seconds - 7200);
        ::setxattr(file.c_str(), "user.polylogue.unused", earlier.data(), earlier.size(), 0);
    }
    bool keepsAttributes() const
    {
        const fs::path file = folder() / "probe";
        std::ofstream(file) << "x";
        return ::setxattr(file.c_str(), "user.polylogue.probe", "x", 1, 0) == 0;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_annotation = Annotation();
        Prober prober(PROGRAMS "/polylogue-cli");
        m_dataset = openSequences(test::smallDataset(folder()), prober, {});
        QCOMPARE(m_dataset.failures, std::vector<std::string>());
    }

    void whatNobodyTouchedStaysInItsFile()
    {
        const ProjectSnapshot snapshot = write();
        QCOMPARE(snapshot.made, 0U);
        const DatasetList list = readDatasetList(snapshot.list);
        QCOMPARE(list.sequences.size(), 3U);
        QCOMPARE(list.sequence("words")->file.lexically_normal(), folder() / "words.csd");
        QCOMPARE(list.folds.at("test"), std::vector<std::string>{"w"});
        QCOMPARE(csdFiles(), 0U);
    }

    void timesOfRecordingsAreThoseOfTheProject()
    {
        Conversation morning;
        morning.id = "morning";
        for (const char* const who : {"ada", "bert"}) {
            morning.participants.emplace_back();
            morning.participants.back().id = who;
        }
        storeConversations(m_dataset.list.more, {morning});
        m_dataset.conversations = KnownConversations({morning});
        const std::string before = write().id;
        m_annotation.apply(putRecordingTime(m_annotation, morning, "bert", {1.3, 40.0}));
        const ProjectSnapshot snapshot = write();
        QVERIFY(snapshot.id != before);
        const DatasetList list = readDatasetList(snapshot.list);
        const std::vector<Conversation> written = conversationsOf(list.more, "list");
        QCOMPARE(written.at(0).participant("bert")->time, (RecordingTime{1.3, 40.0}));
        QCOMPARE(written.at(0).participant("ada")->time, RecordingTime());
    }

    void editsTakeThePlaceOfFiles()
    {
        const auto words = test::takeWords(m_annotation);
        m_annotation.apply(setText(m_annotation, words[0], "fine"));
        const auto labels = test::takeLabels(m_annotation);
        m_annotation.apply(setValue(m_annotation, labels[1], "sentiment", LabelValue{-3.0, {}}));
        m_annotation.apply(putSequenceOffset(m_annotation, "w", "acoustic", 0.5));
        const ProjectSnapshot snapshot = write();
        QCOMPARE(snapshot.made, 3U);
        QCOMPARE(std::get<std::vector<std::string>>(read(snapshot, "words", "v").features.values),
                 (std::vector<std::string>{"fine", "day"}));
        QCOMPARE(std::get<std::vector<std::string>>(read(snapshot, "words", "w").features.values),
                 std::vector<std::string>{"no"});
        QCOMPARE(numbers(read(snapshot, "labels", "v")), (std::vector<double>{1.0, -3.0}));
        QCOMPARE(numbers(read(snapshot, "labels", "w")), std::vector<double>{-1.0});
        QCOMPARE(read(snapshot, "acoustic", "w").intervals.values, (std::vector<Interval>{{0.5, 2.5}}));
        QCOMPARE(read(snapshot, "acoustic", "v").intervals.values, (std::vector<Interval>{{0, 1}, {1, 2}}));
        QCOMPARE(readDatasetList(snapshot.list).sequences.size(), 3U);
    }

    void onlyWhatChangedIsWritten()
    {
        const auto words = test::takeWords(m_annotation);
        m_annotation.apply(setText(m_annotation, words[0], "fine"));
        const auto labels = test::takeLabels(m_annotation);
        const ProjectSnapshot first = write();
        QCOMPARE(first.made, 2U);
        const ProjectSnapshot again = write();
        QCOMPARE(again.made, 0U);
        QCOMPARE(again.id, first.id);
        m_annotation.apply(setValue(m_annotation, labels[0], "sentiment", LabelValue{3.0, {}}));
        const ProjectSnapshot other = write();
        QCOMPARE(other.made, 1U);
        QVERIFY(other.id != first.id);
        m_annotation.apply(setValue(m_annotation, labels[0], "sentiment", LabelValue{1.0, {}}));
        const ProjectSnapshot back = write(); // as it was before
        QCOMPARE(back.made, 0U);
        QCOMPARE(back.id, first.id);
    }

    void annotatorsAndOwnTiersAreSequences()
    {
        const auto labels = test::takeLabels(m_annotation);
        for (const auto& [name, value] : {std::pair{"anna", 1.0}, std::pair{"ben", 3.0}})
            m_annotation.apply(
                judge(m_annotation, labels[0], annotatorLayer("labels", name, 1), [&](Segment& said) {
                    said.values["sentiment"] = {value, {}};
                }));
        Tier gestures;
        gestures.video = "v";
        gestures.name = "gestures";
        const Change added = addTier(m_annotation, gestures);
        m_annotation.apply(added);
        Segment wave;
        wave.tier = added.tiers.front().after->id;
        wave.start = TimePoint::ofSeconds(0.5);
        wave.end = TimePoint::ofSeconds(1.5);
        wave.text = "waves";
        m_annotation.apply(insertSegment(m_annotation, wave));
        const ProjectSnapshot snapshot = write();
        QCOMPARE(numbers(read(snapshot, "labels.anna", "v")), std::vector<double>{1.0});
        QCOMPARE(numbers(read(snapshot, "labels.mean", "v")), std::vector<double>{2.0});
        const Entry own = read(snapshot, "gestures", "v");
        QCOMPARE(own.intervals.values, (std::vector<Interval>{{0.5, 1.5}}));
        QCOMPARE(std::get<std::vector<std::string>>(own.features.values), std::vector<std::string>{"waves"});
        QCOMPARE(readDatasetList(snapshot.list).sequence("labels/anna"), nullptr); // once is enough
    }

    /// Names of layers have a `/`, which names in files cannot have.
    void answersAboutAnOwnTierAreSequences()
    {
        Tier stance;
        stance.video = "v";
        stance.name = "stance";
        const Change added = addTier(m_annotation, stance);
        m_annotation.apply(added);
        Segment said;
        said.tier = added.tiers.front().after->id;
        said.end = TimePoint::ofSeconds(1.0);
        const Change inserted = insertSegment(m_annotation, said);
        m_annotation.apply(inserted);
        m_annotation.apply(judge(m_annotation, inserted.segments.front().after->id,
                                 annotatorLayer("stance", "anna", 1),
                                 [](Segment& answer) { answer.text = "agrees"; }));
        const Entry answers = read(write(), "stance.anna", "v");
        QCOMPARE(std::get<std::vector<std::string>>(answers.features.values),
                 std::vector<std::string>{"agrees"});
    }

    void aLabelToBeLearntTakesThePlaceOfAll()
    {
        test::takeLabels(m_annotation);
        ProjectLabel emotion{"emotion", {"glad", "sad"}, {}};
        emotion.rows = {{"v", {1, 2}, 1.0}, {"v", {0, 1}, 0.0}, {"w", {0, 2}, std::nullopt}};
        SnapshotWish wish;
        wish.label = emotion;
        wish.isKept = true;
        const ProjectSnapshot snapshot = write(wish);
        QVERIFY(snapshot.list.filename() == "dataset." + snapshot.id + ".json");
        QCOMPARE(numbers(read(snapshot, "labels", "v")), (std::vector<double>{1, 0, 0, 1}));
        QVERIFY(std::isnan(numbers(read(snapshot, "labels", "w")).front()));
    }

    void foldsOfTheProjectCount()
    {
        m_annotation.apply(putItem(m_annotation, foldsItem({{"train", {"w"}}, {"valid", {"v"}}})));
        const DatasetList list = readDatasetList(write().list);
        QCOMPARE(list.folds.at("train"), std::vector<std::string>{"w"});
        QVERIFY(!list.folds.contains("test"));
    }

    void whatNobodyNamesGoesAfterAnHour()
    {
        const auto labels = test::takeLabels(m_annotation);
        SnapshotWish kept;
        kept.isKept = true;
        const ProjectSnapshot ofRun = write(kept);
        m_annotation.apply(setValue(m_annotation, labels[0], "sentiment", LabelValue{3.0, {}}));
        write();
        m_annotation.apply(setValue(m_annotation, labels[0], "sentiment", LabelValue{2.0, {}}));
        write();
        QCOMPARE(csdFiles(), 3U); // a program may still read the one before
        for (const auto& entry : fs::directory_iterator(out()))
            fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::hours(2));
        m_annotation.apply(setValue(m_annotation, labels[0], "sentiment", LabelValue{1.5, {}}));
        write();
        if (!keepsAttributes())
            QSKIP("the file system keeps no attributes, so the clock of the wall counts");
        QCOMPARE(csdFiles(), 4U); // the clock was set ahead by two hours, and nobody had an hour to read
        for (const auto& entry : fs::directory_iterator(out()))
            passAnHour(entry.path());
        m_annotation.apply(setValue(m_annotation, labels[0], "sentiment", LabelValue{2.0, {}}));
        const ProjectSnapshot last = write();
        QCOMPARE(csdFiles(), 3U); // but not the one that was of use until now
        QCOMPARE(numbers(read(ofRun, "labels", "v")).front(), 1.0); // the run's stay
        QCOMPARE(numbers(read(last, "labels", "v")).front(), 2.0);
    }

    void aStopLeavesTheSnapshotBefore()
    {
        const auto labels = test::takeLabels(m_annotation);
        const ProjectSnapshot before = write();
        m_annotation.apply(setValue(m_annotation, labels[0], "sentiment", LabelValue{3.0, {}}));
        std::stop_source stop;
        stop.request_stop();
        RunContext run;
        run.stop = stop.get_token();
        SnapshotWish wish;
        wish.folder = out();
        QVERIFY_THROWS_EXCEPTION(Cancelled, writeSnapshot(m_dataset, m_annotation, wish, run));
        QCOMPARE(readDatasetList(before.list).more.value("snapshot", ""), before.id);
        QCOMPARE(numbers(read(before, "labels", "v")).front(), 1.0);
        QCOMPARE(csdFiles(), 1U);
    }

    void aFileThatChangedIsReadAnew()
    {
        const auto words = test::takeWords(m_annotation);
        m_annotation.apply(setText(m_annotation, words[0], "fine"));
        const ProjectSnapshot before = write();
        const fs::path file = folder() / "words.csd";
        fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(5));
        const ProjectSnapshot after = write();
        QCOMPARE(after.made, 1U);
        QVERIFY(after.id != before.id);
    }

    /// A folder of recordings, whose names alone tell that two of them are one conversation.
    void recordingsThatAreNamedSoAreConversations()
    {
        DatasetList list;
        list.name = "own";
        list.root = folder();
        for (const char* const id : {"noon@ada", "noon@bert", "talk", "you@home"})
            list.media.push_back({id, folder() / (std::string(id) + ".mp4"), "", ""});
        Prober prober(PROGRAMS "/polylogue-cli");
        m_dataset = openSequences(list, prober, {});
        QCOMPARE(m_dataset.conversations.all().size(), std::size_t{1}); // nobody answers you@home
        const Conversation& noon = m_dataset.conversations.all().front();
        QCOMPARE(noon.id, std::string("noon"));
        QCOMPARE(noon.participants.size(), std::size_t{2});
        QVERIFY(!write().list.empty());
        QVERIFY(!readDatasetList(write().list).more.contains(kConversationsField));
        m_annotation.apply(putRecordingTime(m_annotation, noon, "bert", {1.3, 40.0}));
        const auto told = conversationsOf(readDatasetList(write().list).more, "list");
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(told.front().participants.at(1).time, (RecordingTime{1.3, 40.0}));
    }

    void withoutWordsAndLabelsTheProjectsAreAll()
    {
        DatasetList list;
        list.name = "own";
        list.root = folder();
        list.sequences.push_back({"raw", "acoustic", folder() / "acoustic.csd", {}});
        Prober prober(PROGRAMS "/polylogue-cli");
        m_dataset = openSequences(list, prober, {});
        test::takeWords(m_annotation);
        const auto labels = test::takeLabels(m_annotation);
        Tier tier = *m_annotation.tier(m_annotation.segment(labels[0])->tier);
        Change change;
        Tier own = tier;
        own.source.clear();
        change.tiers.push_back({tier, own});
        m_annotation.apply(change);
        const ProjectSnapshot snapshot = write();
        QCOMPARE(std::get<std::vector<std::string>>(read(snapshot, "words", "v").features.values),
                 (std::vector<std::string>{"good", "day"}));
        QCOMPARE(numbers(read(snapshot, "labels", "v")), (std::vector<double>{1, 2}));
    }
};

QTEST_GUILESS_MAIN(SnapshotTest)
#include "tst_snapshot.moc"
