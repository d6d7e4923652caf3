#include "app/dataset/dataset_loader.h"
#include "app/dataset/library_entries.h"
#include "engine/core/error.h"
#include "engine/dataset_opening/dataset_of_paths.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

#include "tests/support/numpy_arrays.h"

using namespace app;

class DatasetLoaderTest : public QObject {
    Q_OBJECT

private slots:
    void demoIsOpenedWithEveryRole()
    {
        const auto dataset = openDataset(engine::datasetOf({DEMO}), m_prober, {});
        QVERIFY2(dataset->problems.isEmpty(), qPrintable(dataset->problems.join(QLatin1Char('\n'))));
        QCOMPARE(dataset->entries.size(), std::size_t{31});
        for (const auto& [role, key] : {std::pair(Role::Words, "words"),
                                        {Role::Text, "word_vectors"},
                                        {Role::Acoustic, "acoustic"},
                                        {Role::Visual, "visual"},
                                        {Role::Labels, "labels"}}) {
            QVERIFY(dataset->withRole(role));
            QCOMPARE(dataset->withRole(role)->key, std::string(key));
        }
    }

    /// Videos with media stand in the order of the list, those without behind them.
    void videosAreListedBeforeTheirFilesAreRead()
    {
        engine::DatasetList list;
        list.media = {
            {"talk_10", "/m/10.mp4", "ada", ""}, {"Talk_2", "/m/2.mp4", "", ""}, {"ä_1", "/m/1.mp4", "", ""}};
        list.folds = {{"train", {"talk_10", "alone"}}, {"valid", {"talk_10"}}, {"test", {"elsewhere"}}};
        const auto videos = listedVideos(list, {"Talk_2", "alone", "talk_10", "zoo", "ä_1"});
        QCOMPARE(videos->size(), std::size_t(5));
        const QStringList names{QStringLiteral("talk_10"), QStringLiteral("Talk_2"), QStringLiteral("ä_1"),
                                QStringLiteral("alone"), QStringLiteral("zoo")};
        const std::array ranks{2, 1, 4, 0, 3};
        for (int place = 0; place < names.size(); ++place) {
            const widgets::LibraryEntry entry = videos->entry(static_cast<std::size_t>(place));
            QCOMPARE(entry.id, names[place]);
            QCOMPARE(entry.nameRank, ranks[static_cast<std::size_t>(place)]);
            QCOMPARE(entry.hasMedia, place < 3);
            QCOMPARE(videos->placeOf(names[place]), place);
        }
        QCOMPARE(videos->entry(0).speaker, QStringLiteral("ada"));
        QCOMPARE(videos->entry(0).fold, QStringLiteral("train"));
        QCOMPARE(videos->entry(4).fold, QString());
        QCOMPARE(videos->placeOf(QStringLiteral("elsewhere")), -1);
        QCOMPARE(videos->folds(), QStringList{QStringLiteral("train")});
    }

    /// What feeds no model has the colour of what it is about.
    void sequencesHaveTheColourOfTheirSubject_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<engine::Modality>("modality");
        QTest::newRow("points of faces") << "face_landmarks" << engine::Modality::Visual;
        QTest::newRow("how sure words are") << "word_alignment" << engine::Modality::Text;
        QTest::newRow("a second set of the face") << "openface" << engine::Modality::Visual;
        QTest::newRow("a second set of sound") << "covarep74" << engine::Modality::Acoustic;
        QTest::newRow("a part about faces") << "expression" << engine::Modality::Visual;
        QTest::newRow("a part about words") << "valence" << engine::Modality::Text;
        QTest::newRow("a part about the voice") << "arousal" << engine::Modality::Acoustic;
        QTest::newRow("nobody knows") << "heart" << engine::Modality::Acoustic;
    }
    void sequencesHaveTheColourOfTheirSubject()
    {
        QFETCH(const QString, key);
        QFETCH(const engine::Modality, modality);
        QCOMPARE(modalityOf({key.toStdString(), Role::Other, nullptr}), modality);
    }

    /// OpenFace's tables open as one sequence, with the clips beside them, by a folder and by file.
    void tablesOfOthersAreOneSequence()
    {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        for (const std::string id : {"ada_1", "bert_1"}) {
            std::filesystem::copy_file(std::filesystem::path(DEMO) / "media" / (id + ".mp4"),
                                       root / (id + ".mp4"));
            std::ofstream(root / (id + ".csv"))
                << "frame,timestamp,confidence,AU01_r\n1,0.0,0.9,0.5\n2,0.04,0.9,1.5\n";
        }
        for (const auto& paths : {std::vector{root}, std::vector{root / "ada_1.csv", root / "bert_1.csv"}}) {
            const auto dataset = openDataset(engine::datasetOf(paths), m_prober, {});
            QVERIFY2(dataset->problems.isEmpty(), qPrintable(dataset->problems.join(QLatin1Char('\n'))));
            QCOMPARE(dataset->entries.size(), std::size_t{2});
            QCOMPARE(dataset->withRole(Role::Visual)->key, std::string("openface"));
            const VideoData video = readVideo(*dataset, QStringLiteral("bert_1"), {});
            QVERIFY(video.mediaPath.endsWith(QStringLiteral("bert_1.mp4")));
            QCOMPARE(video.features.front().names,
                     (QStringList{QStringLiteral("confidence"), QStringLiteral("AU01_r")}));
            QCOMPARE(video.features.front().features->intervals().size(), std::size_t{2});
        }
    }

    /// Tables and csd files beside a list or a folder are further sequences of it.
    void sequencesAreAddedToAnOpenDataset()
    {
        const QTemporaryDir folder;
        const std::filesystem::path table = folder.filePath(QStringLiteral("ada_1.csv")).toStdString();
        std::ofstream(table) << "frame,face_id,timestamp,confidence,AU01_r\n1,0,0.0,0.9,1\n2,0,0.04,0.9,2\n";
        const std::filesystem::path other = folder.filePath(QStringLiteral("acoustic.csd")).toStdString();
        std::filesystem::copy_file(std::filesystem::path(DEMO) / "acoustic.csd", other);
        for (const std::filesystem::path& whole :
             {std::filesystem::path(DEMO) / "dataset.json", std::filesystem::path(DEMO)}) {
            const auto alone = openDataset(engine::datasetOf({whole}), m_prober, {});
            const auto more = openDataset(engine::datasetOf({whole, table, other}), m_prober, {});
            QCOMPARE(more->list.name, alone->list.name);
            QCOMPARE(more->list.media.size(), alone->list.media.size());
            QCOMPARE(more->sequences.size(), alone->sequences.size() + 2);
            QVERIFY(std::ranges::any_of(more->sequences,
                                        [](const auto& one) { return one.key == "acoustic 2"; }));
            const VideoData video = readVideo(*more, QStringLiteral("ada_1"), {});
            const auto added = std::ranges::find_if(
                video.features, [](const FeatureSeries& series) { return series.key == u"openface"; });
            QVERIFY(added != video.features.end());
        }
    }

    /// What is made of recordings that were opened alone joins them, and no recording is there twice.
    void aListJoinsTheRecordingsThatItIsMadeOf()
    {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        std::filesystem::create_directory(root / "made");
        std::vector<std::filesystem::path> paths;
        for (const std::string id : {"ada_1", "bert_1"}) {
            paths.push_back(root / (id + ".mp4"));
            std::filesystem::copy_file(std::filesystem::path(DEMO) / "media" / (id + ".mp4"), paths.back());
        }
        std::filesystem::copy_file(std::filesystem::path(DEMO) / "acoustic.csd",
                                   root / "made" / "acoustic.csd");
        engine::DatasetList made;
        made.name = "made";
        made.root = root / "made";
        made.sequences.push_back({"acoustic", "acoustic", root / "made" / "acoustic.csd", {}});
        made.media.push_back({"ada_1", root / "ada_1.mp4", "", ""});
        engine::writeDatasetList(made, root / "made" / "dataset.json");
        paths.push_back(root / "made" / "dataset.json");
        const engine::DatasetList list = engine::datasetOf(paths);
        QCOMPARE(list.root, root / "made");
        QCOMPARE(list.sequences.size(), std::size_t{1});
        QCOMPARE(list.media.size(), std::size_t{2});
        QVERIFY(list.mediaOf("ada_1") && list.mediaOf("bert_1"));
    }

    /// Of several faces one is shown, and it is said.
    void whatATableLeavesOutIsSaid()
    {
        const QTemporaryDir folder;
        const std::filesystem::path table = folder.filePath(QStringLiteral("two.csv")).toStdString();
        std::ofstream(table)
            << "frame,face_id,timestamp,confidence,AU01_r\n1,0,0.0,0.9,1\n1,1,0.0,0.9,2\n2,1,0.1,0.9,3\n";
        const auto dataset = openDataset(engine::datasetOf({table}), m_prober, {});
        const VideoData video = readVideo(*dataset, QStringLiteral("two"), {});
        QCOMPARE(video.problems.size(), qsizetype{1});
        QVERIFY2(video.problems.front().contains(QStringLiteral("2 faces")),
                 qPrintable(video.problems.front()));
    }

    void videoIsReadWhole()
    {
        const auto dataset = openDataset(engine::datasetOf({DEMO}), m_prober, {});
        const VideoData video = readVideo(*dataset, QStringLiteral("ada_1"), {});
        QVERIFY(video.problems.isEmpty());
        QCOMPARE(video.labels.intervals.size(), std::size_t{5});
        QCOMPARE(video.labelNames.front(), QStringLiteral("sentiment"));
        QCOMPARE(video.words.texts.size(), video.words.intervals.size());
        QCOMPARE(video.features.size(), std::size_t{3});
        QVERIFY(video.mediaPath.endsWith(QStringLiteral("ada_1.mp4")));
        QCOMPARE(video.wordFeatures->text.intervals(), video.words.intervals);
    }

    void realSpeakerHasNoLabels()
    {
        const auto dataset = openDataset(engine::datasetOf({DEMO}), m_prober, {});
        const VideoData video = readVideo(*dataset, QStringLiteral("grid_talk_a"), {});
        QVERIFY(video.problems.isEmpty());
        QVERIFY(video.labels.intervals.empty());
        QVERIFY(!video.words.texts.empty());
    }

    void libraryEntryKnowsLengthCoverageAndLabels()
    {
        const auto dataset = openDataset(engine::datasetOf({DEMO}), m_prober, {});
        const auto plain = std::find_if(dataset->entries.begin(), dataset->entries.end(),
                                        [](const auto& e) { return e->id == QLatin1String("finn_2"); });
        const widgets::LibraryEntry entry = readLibraryEntry(*dataset, **plain);
        QVERIFY(entry.duration > 10);
        QCOMPARE(entry.fold, QStringLiteral("test"));
        QCOMPARE(entry.speaker, QStringLiteral("finn"));
        QCOMPARE(entry.segments(), std::size_t{5});
        QVERIFY(entry.coverage[1] > 0.95F && entry.coverage[2] > 0.95F);
        QCOMPARE(entry.labelNames.front(), QStringLiteral("sentiment"));
        QVERIFY(entry.words.starts.size() > 20);
        // What is said covers as much of the time as the words last together: they do not overlap.
        double spoken = 0;
        for (const engine::Interval& word : readVideo(*dataset, entry.id, {}).words.intervals)
            spoken += word.length();
        QVERIFY(std::abs(spoken / entry.duration - static_cast<double>(entry.coverage[0])) < 1e-5);
    }

    void wordsAndLabelsAreReadEachForItself()
    {
        const auto dataset = openDataset(engine::datasetOf({DEMO}), m_prober, {});
        const VideoData labels = readLabels(*dataset, QStringLiteral("ada_1"));
        QCOMPARE(labels.labels.intervals.size(), std::size_t{5});
        QVERIFY(labels.words.texts.empty()); // so that damaged words do not stand in the way
        const VideoData words = readWords(*dataset, QStringLiteral("ada_1"));
        QVERIFY(!words.words.texts.empty());
        QVERIFY(words.labels.intervals.empty());
        QVERIFY(!readLabels(*dataset, QStringLiteral("grid_talk_a")).words.texts.empty()); // for utterances
    }

    void damagedSequenceIsNamedAndTheOthersOpen()
    {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        std::filesystem::copy_file(std::filesystem::path(DEMO) / "words.csd", root / "words.csd");
        std::ofstream(root / "broken.csd") << "this is no HDF5 file";
        const auto dataset = openDataset(engine::datasetOf({root}), m_prober, {});
        QCOMPARE(dataset->sequences.size(), std::size_t{1});
        QCOMPARE(dataset->problems.size(), 1);
        QVERIFY(dataset->problems.front().contains(QStringLiteral("broken.csd")));
    }

    void mediaOfAFolderFindTheirVideosAndSparesAreNamed()
    {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        const std::filesystem::path demo(DEMO);
        std::filesystem::create_directories(root / "clips" / "more");
        std::filesystem::copy_file(demo / "words.csd", root / "words.csd");
        std::filesystem::copy_file(demo / "media/ada_1.mp4", root / "clips/ADA-1.MP4");
        std::filesystem::copy_file(demo / "media/ada_2.mp4", root / "clips/more/ada_1.mov");
        std::filesystem::copy_file(demo / "media/ada_2.mp4", root / "clips/ada_1.cam2.mp4");
        std::filesystem::copy_file(demo / "media/ada_2.mp4", root / "clips/more/ada_1.wav");
        const auto dataset = openDataset(engine::datasetOf({root}), m_prober, {});
        QCOMPARE(dataset->list.media.size(), std::size_t{1});
        QCOMPARE(dataset->list.media.front().id, std::string("ada_1"));
        QCOMPARE(dataset->list.media.front().file.path(), root / "clips/more/ada_1.mov"); // to the letter
        const std::vector<std::filesystem::path> cameras{root / "clips/ADA-1.MP4",
                                                         root / "clips/ada_1.cam2.mp4"};
        QCOMPARE(dataset->list.media.front().otherCameras, cameras);
        QCOMPARE(dataset->problems.size(), 1);
        QVERIFY2(dataset->problems.front().contains(QStringLiteral("clips/more/ada_1.wav")),
                 qPrintable(dataset->problems.front()));
        QCOMPARE(dataset->entries.size(), std::size_t{31});
    }

    /// As the toolkits of MER write them, beside their videos.
    void foldersOfArraysAreSequences()
    {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        std::filesystem::create_directories(root / "video");
        std::filesystem::copy_file(std::filesystem::path(DEMO) / "media/ada_1.mp4", root / "video/s1.mp4");
        engine::test::saveArray<float>(root / "features/chinese-hubert-FRA/s1.npy", "<f4", "(4, 2)",
                                       {1, 2, 3, 4, 5, 6, 7, 8});
        engine::test::saveArray<float>(root / "features/chinese-hubert-FRA/s2.npy", "<f4", "(3, 2)",
                                       {1, 2, 3, 4, 5, 6});
        engine::test::saveArray<float>(root / "features/clip-vit-UTT/s1.npy", "<f4", "(3,)", {1, 2, 3});
        const auto dataset = openDataset(engine::datasetOf({root}), m_prober, {});
        QVERIFY2(dataset->problems.isEmpty(), qPrintable(dataset->problems.join(QLatin1Char('\n'))));
        QCOMPARE(dataset->withRole(Role::Acoustic)->key, std::string("chinese-hubert-FRA"));
        QCOMPARE(dataset->withRole(Role::Visual)->key, std::string("clip-vit-UTT"));
        QCOMPARE(dataset->ids, (std::set<std::string>{"s1", "s2"}));
        const VideoData video = readVideo(*dataset, QStringLiteral("s1"), {});
        QVERIFY2(video.problems.isEmpty(), qPrintable(video.problems.join(QLatin1Char('\n'))));
        QCOMPARE(video.features.size(), std::size_t(2));
        for (const FeatureSeries& series : video.features) // to the end of the clip
            QVERIFY(std::abs(series.features->intervals().back().end - 15.24) < 0.1);
        const VideoData other = readVideo(*dataset, QStringLiteral("s2"), {});
        QCOMPARE(other.features.front().features->intervals().back().end, 3.0);
        const auto alone = openDataset(engine::datasetOf({root / "features/clip-vit-UTT"}), m_prober, {});
        QCOMPARE(alone->ids, (std::set<std::string>{"s1"}));
    }

    void missingFileIsAnErrorThatNamesIt()
    {
        QVERIFY_THROWS_EXCEPTION(engine::IoError, engine::datasetOf({"/nowhere/a.csd"}));
        QVERIFY_THROWS_EXCEPTION(engine::IoError, engine::datasetOf({"/nowhere/dataset.json"}));
    }

private:
    engine::Prober m_prober{std::filesystem::path(PROGRAMS) / "polylogue-cli"};
};

QTEST_GUILESS_MAIN(DatasetLoaderTest)
#include "tst_dataset_loader.moc"
