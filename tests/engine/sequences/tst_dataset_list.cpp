#include "engine/sequences/dataset_list.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/failure.h"

using namespace engine;

class TestDatasetList : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_root = m_folder.path().toStdString();

    std::filesystem::path write(const std::string& name, const std::string& text = {})
    {
        std::ofstream(m_root / name) << text;
        return m_root / name;
    }

private slots:
    void everyFieldIsRead()
    {
        const DatasetList list = readDatasetList(write("dataset.json", R"({"name": "Mine",
            "sequences": [{"group": "raw", "name": "words", "file": "w.csd"}],
            "media": [{"id": "v", "file": "m/v.mp4", "speaker": "Ada", "credit": "CC BY"}],
            "folds": {"train": ["v"], "test": ["w"]}})"));
        QCOMPARE(list.name, std::string("Mine"));
        QCOMPARE(list.sequence("words")->file, m_root / "w.csd");
        QCOMPARE(list.sequence("words")->group, std::string("raw"));
        QCOMPARE(list.mediaOf("v")->file, m_root / "m/v.mp4");
        QCOMPARE(list.mediaOf("v")->speaker, std::string("Ada"));
        QCOMPARE(list.mediaOf("v")->credit, std::string("CC BY"));
        QCOMPARE(list.folds.size(), std::size_t(2));
    }

    void whatIsNotListedIsAbsent()
    {
        const DatasetList list = readDatasetList(write("dataset.json", "{}"));
        QCOMPARE(list.name, m_root.filename().string());
        QVERIFY(!list.sequence("words"));
        QVERIFY(!list.mediaOf("v"));
        QVERIFY(!list.foldOf("v"));
    }

    void aSegmentIsInTheFoldOfItsVideo()
    {
        DatasetList list;
        list.folds = {{"test", {"w"}}, {"train", {"v"}}};
        QCOMPARE(list.foldOf("v[3]"), std::optional<std::string>("train"));
        QCOMPARE(list.foldOf("w"), std::optional<std::string>("test"));
        QVERIFY(!list.foldOf("vv"));
    }

    void aFileThatIsNoListIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("sequence without file") << QByteArray(R"({"sequences": [{"name": "words"}]})");
        QTest::newRow("folds of numbers") << QByteArray(R"({"folds": {"train": [1]}})");
    }

    void aFileThatIsNoListIsRefused()
    {
        QFETCH(const QByteArray, text);
        const auto path = write("dataset.json", text.toStdString());
        const std::string failure = test::failureOf([&] { readDatasetList(path); });
        QVERIFY2(failure.starts_with("recipe_invalid: " + path.string()), failure.c_str());
    }

    void aFileThatIsNotThereIsNamed()
    {
        const std::string failure = test::failureOf([] { readDatasetList("/none/dataset.json"); });
        QVERIFY2(failure.starts_with("file_not_found: /none/dataset.json"), failure.c_str());
        QVERIFY(test::failureOf([&] { readDatasetList(m_root); }).starts_with("file_not_found"));
    }

    void aFolderIsADatasetOfWhatLiesInIt()
    {
        QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        for (const char* name : {"words.csd", "acoustic.csd", "b.MP4", "a.wav", "notes.txt"})
            std::ofstream{root / name};
        std::filesystem::create_directory(root / "inside.csd");
        const DatasetList list = datasetOfFolder(root);
        QCOMPARE(list.sequences.size(), std::size_t(2));
        QCOMPARE(list.sequences[0].name, std::string("acoustic"));
        QCOMPARE(list.sequences[1].file, root / "words.csd");
        QCOMPARE(list.media.size(), std::size_t(2));
        QCOMPARE(list.media[0].id, std::string("a"));
        QCOMPARE(list.media[1].file, root / "b.MP4");
    }

    void aFolderThatIsNotThereIsNamed()
    {
        QVERIFY(test::failureOf([] { datasetOfFolder("/none"); }).starts_with("folder_not_found: /none"));
    }

    void theDemoIsComplete()
    {
        const DatasetList list = readDatasetList(DEMO "/dataset.json");
        for (const auto& sequence : list.sequences)
            QVERIFY2(std::filesystem::exists(sequence.file), sequence.file.c_str());
        for (const auto& media : list.media)
            QVERIFY2(std::filesystem::exists(media.file), media.file.c_str());
        QCOMPARE(list.foldOf("finn_1"), std::optional<std::string>("test"));
        QVERIFY(!list.foldOf("grid_talk_a"));
    }
};

QTEST_GUILESS_MAIN(TestDatasetList)
#include "tst_dataset_list.moc"
