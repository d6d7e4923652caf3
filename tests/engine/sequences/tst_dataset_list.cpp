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

    static std::string textOf(const std::filesystem::path& path)
    {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private slots:
    void everyFieldIsRead()
    {
        const DatasetList list = readDatasetList(write("dataset.json", R"({"name": "Mine",
            "sequences": [{"group": "raw", "name": "words", "file": "w.csd"}],
            "media": [{"id": "v", "file": "m/v.mp4", "speaker": "Ada", "credit": "CC BY",
                       "other_cameras": ["m/v_2.mp4"]}],
            "folds": {"train": ["v"], "test": ["w"]}, "id": "mine"})"));
        QCOMPARE(list.name, std::string("Mine"));
        QCOMPARE(list.id, std::optional<std::string>("mine"));
        QCOMPARE(list.sequence("words")->file, m_root / "w.csd");
        QCOMPARE(list.sequence("words")->group, std::string("raw"));
        QCOMPARE(list.mediaOf("v")->file, m_root / "m/v.mp4");
        QCOMPARE(list.mediaOf("v")->otherCameras, std::vector{m_root / "m/v_2.mp4"});
        QCOMPARE(list.mediaOf("v")->speaker, std::string("Ada"));
        QCOMPARE(list.mediaOf("v")->credit, std::string("CC BY"));
        QCOMPARE(list.folds.size(), std::size_t(2));
    }

    void whomTheMediaShowIsKept()
    {
        const auto path = write("who.json", R"({"name": "Mixed", "who": "drawn", "languages": ["en", "de"],
            "media": [{"id": "v", "file": "v.mp4"}, {"id": "w", "file": "w.mp4", "who": "real"}]})");
        const DatasetList list = readDatasetList(path);
        QCOMPARE(list.whoIn("v"), std::optional(Who::Drawn));
        QCOMPARE(list.whoIn("w"), std::optional(Who::Real));
        QCOMPARE(list.whoIn("elsewhere"), std::optional(Who::Drawn));
        QCOMPARE(list.languages, (std::vector<std::string>{"en", "de"}));
        writeDatasetList(list, m_root / "again.json");
        const DatasetList again = readDatasetList(m_root / "again.json");
        QVERIFY(again.who == list.who && again.languages == list.languages && again.media == list.media);
        QVERIFY(!readDatasetList(write("nobody.json", "{}")).whoIn("v"));
        const std::string failure
            = test::failureOf([&] { readDatasetList(write("odd.json", R"({"who": "people"})")); });
        QVERIFY2(failure.find("who") != std::string::npos && failure.find("drawn") != std::string::npos,
                 failure.c_str());
    }

    void whatIsNotListedIsAbsent()
    {
        const DatasetList list = readDatasetList(write("dataset.json", "{}"));
        QCOMPARE(list.name, m_root.filename().string());
        QVERIFY(!list.sequence("words"));
        QVERIFY(!list.mediaOf("v"));
        QVERIFY(!list.foldOf("v"));
    }

    void whatIsKnownOfAFileIsRead()
    {
        std::string text = R"({"sequences": [{"name": "words", "file": "w.csd", "size": 12345678901,
            "sha256": "AB", "url": "https://example.org/w.csd", "rate": 100}]})";
        text.replace(text.find("AB"), 2, "AB" + std::string(62, '0'));
        const DatasetList list = readDatasetList(write("dataset.json", text));
        const DatasetList::FileFacts& facts = list.sequence("words")->facts;
        QCOMPARE(facts.size, std::optional<std::uintmax_t>(12345678901));
        QCOMPARE(facts.sha256, std::optional<std::string>("ab" + std::string(62, '0')));
        QCOMPARE(facts.url, std::optional<std::string>("https://example.org/w.csd"));
        QCOMPARE(facts.more.dump(), std::string(R"({"rate":100})"));
    }

    void whatIsWrittenIsReadAgain()
    {
        DatasetList list;
        list.root = m_root;
        list.name = "Ünïcode";
        list.id = "mine";
        list.sequences = {{"raw", "words", m_root / "w.csd", {3, std::string(64, 'a'), "http://host/w.csd"}},
                          {"", "acoustic", m_root / "deep/a.csd"}};
        list.media = {{"v", m_root / "v.mp4", "Ada", "CC BY"}};
        list.media.edit()[0].facts.more["licence"] = "free";
        list.media.edit()[0].otherCameras = {m_root / "side.mp4", m_root / "deep/back.mp4"};
        list.folds = {{"train", {"w", "v"}}, {"test", {}}};
        list.more["citations"] = {"zadeh2018multi"};
        const auto path = m_root / "written.json";
        writeDatasetList(list, path);
        QVERIFY(readDatasetList(path) == list);
        const std::string first = textOf(path);
        QVERIFY(first.find("\"file\": \"deep/a.csd\"") != std::string::npos);
        writeDatasetList(readDatasetList(path), path);
        QCOMPARE(textOf(path), first);
    }

    void aListWrittenElsewhereStillFindsItsFiles()
    {
        DatasetList list;
        list.sequences = {{"", "words", m_root / "w.csd"}};
        std::filesystem::create_directory(m_root / "lists");
        writeDatasetList(list, m_root / "lists/mine.json");
        const DatasetList read = readDatasetList(m_root / "lists/mine.json");
        QCOMPARE(read.sequence("words")->file.lexically_normal(), m_root / "w.csd");
        QVERIFY(textOf(m_root / "lists/mine.json").find("\"../w.csd\"") != std::string::npos);
    }

    void aListThatCannotBeWrittenIsNamed()
    {
        const std::string failure
            = test::failureOf([] { writeDatasetList(DatasetList{}, "/none/dataset.json"); });
        QVERIFY2(failure.starts_with("io: /none/dataset.json"), failure.c_str());
    }

    void foldsStandAloneOrInAList()
    {
        const auto alone = readFolds(write("folds.json", R"({"train": ["v"], "test": ["w"]})"));
        QCOMPARE(alone, readFolds(write("list.json", R"({"folds": {"train": ["v"], "test": ["w"]}})")));
        QCOMPARE(alone.at("test"), std::vector<std::string>{"w"});
    }

    void aComplaintNamesItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("complaint");
        const auto row = [](const char* name, const char* text, const char* complaint) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(complaint);
        };
        row("sequence without file", R"({"sequences": [{"name": "w"}]})",
            "sequences[0].file is missing, expected a text");
        row("name is a number", R"({"sequences": [{"name": 1, "file": "w"}]})",
            "sequences[0].name is 1, expected a text");
        row("sequences no list", R"({"sequences": {}})", "sequences is {}, expected a list");
        row("empty file", R"({"sequences": [{"name": "w", "file": ""}]})", "sequences[0].file is empty");
        row("negative size", R"({"sequences": [{"name": "w", "file": "w", "size": -1}]})",
            "sequences[0].size is -1, expected a whole number");
        row("short sum", R"({"sequences": [{"name": "w", "file": "w", "sha256": "ab"}]})",
            "sequences[0].sha256 is \"ab\", expected a SHA-256");
        row("other protocol", R"({"sequences": [{"name": "w", "file": "w", "url": "file:///etc/passwd"}]})",
            "sequences[0].url is \"file:///etc/passwd\", expected an address that begins with http://");
        row("two sequences of one name",
            R"({"sequences": [{"name": "w", "file": "a"}, {"name": "w", "file": "b"}]})",
            "sequences[1] is called 'w', as another");
        row("two media of one id", R"({"media": [{"id": "v", "file": "a"}, {"id": "v", "file": "b"}]})",
            "media[1] has the id 'v', as other");
        row("video in two folds", R"({"folds": {"train": ["u", "v"], "test": ["v"]}})",
            "folds.test[0] is 'v', which is in the fold 'train' already");
        row("video twice in a fold", R"({"folds": {"train": ["v", "v"]}})", "folds.train[1] is 'v', which");
        row("field twice", R"({"folds": {"train": ["v"], "train": ["w"]}})", "the field 'train' comes twice");
        row("cut off", "{\n\"name\":", "parse error at line 2");
    }

    void aComplaintNamesItsPlace()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, complaint);
        const auto path = write("dataset.json", text.toStdString());
        const std::string failure = test::failureOf([&] { readDatasetList(path); });
        QVERIFY2(failure.starts_with("recipe_invalid: " + path.string()), failure.c_str());
        QVERIFY2(failure.find(complaint.toStdString()) != std::string::npos, failure.c_str());
    }

    void aSegmentIsInTheFoldOfItsVideo()
    {
        DatasetList list;
        list.folds = {{"test", {"w"}}, {"train", {"v"}}};
        QCOMPARE(list.foldOf("v[3]"), std::optional<std::string>("train"));
        QCOMPARE(list.foldOf("w"), std::optional<std::string>("test"));
        QVERIFY(!list.foldOf("vv"));
    }

    void aSegmentMayBeListedByItself()
    {
        DatasetList list;
        list.folds = {{"test", {"v[1]"}}, {"train", {"v"}}, {"valid", {"w[0]"}}};
        QCOMPARE(list.foldOf("v[1]"), std::optional<std::string>("test"));
        QCOMPARE(list.foldOf("v[2]"), std::optional<std::string>("train"));
        QCOMPARE(list.foldOf("w[0]"), std::optional<std::string>("valid"));
        QVERIFY(!list.foldOf("w[1]"));
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
        std::filesystem::create_directories(root / "media" / "part 1");
        std::filesystem::create_directories(root / ".cache");
        for (const char* name : {"media/part 1/a.mp4", "media/c.csd", ".cache/d.mp4"})
            std::ofstream{root / name};
        const DatasetList list = datasetOfFolder(root);
        QCOMPARE(list.sequences.size(), std::size_t(2));
        QCOMPARE(list.sequences[0].name, std::string("acoustic"));
        QCOMPARE(list.sequences[1].file, root / "words.csd");
        QCOMPARE(list.media.size(), std::size_t(3));
        QCOMPARE(list.media[0].id, std::string("a"));
        QCOMPARE(list.media[1].file.path(), root / "media" / "part 1" / "a.mp4");
        QCOMPARE(list.media[2].file.path(), root / "b.MP4");
    }

    /// Media come by id and then by file, however folders follow each other.
    void mediaOfManyFoldersComeInOrder()
    {
        QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        for (const char* name :
             {"2/a.wav", "1/b.wav", "1/a b.wav", "1/a.wav", "1-2/a.wav", "1/a.mp4", "c.wav",
              "3/4/5/6/deep.wav", "3/4/5/6/7/too deep.wav", ".hidden.wav", ".wav"}) {
            std::filesystem::create_directories((root / name).parent_path());
            std::ofstream{root / name};
        }
        std::filesystem::create_directory_symlink(root / "3", root / "link");
        std::filesystem::create_symlink(root / "c.wav", root / "d.wav");
        std::filesystem::create_symlink(root / "none.wav", root / "e.wav");
        const DatasetList list = datasetOfFolder(root);
        std::vector<std::string> found;
        for (const DatasetList::Media& media : list.media)
            found.push_back(media.id + " " + media.file.path().lexically_relative(root).string());
        const std::vector<std::string> expected{
            ".hidden .hidden.wav", "a 1/a.mp4", "a 1/a.wav", "a 1-2/a.wav", "a 2/a.wav",
            "a b 1/a b.wav",       "b 1/b.wav", "c c.wav",   "d d.wav",     "deep 3/4/5/6/deep.wav"};
        QCOMPARE(found, expected);
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
            QVERIFY2(std::filesystem::exists(media.file), media.file.string().c_str());
        QCOMPARE(list.foldOf("finn_1"), std::optional<std::string>("test"));
        QVERIFY(!list.foldOf("grid_talk_a"));
    }
};

QTEST_GUILESS_MAIN(TestDatasetList)
#include "tst_dataset_list.moc"
