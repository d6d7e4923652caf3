#include "engine/core/file_sums.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/dataset_list.h"

#include <QTest>

#include <fstream>

#include "tests/support/cli.h"
#include "tests/support/sequences.h"

using namespace engine;

class TestMakeDatasetCommand : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::filesystem::path m_folder;

    void csd(const char* name, const std::string& rootName)
    {
        const std::filesystem::path path = m_folder / name;
        std::filesystem::create_directories(path.parent_path());
        writeCsd(test::sequence(rootName, {{"v[0]", test::numbered({{0, 1}})}}), path);
    }
    void write(const char* name, const std::string& text) { std::ofstream(m_folder / name) << text; }
    test::ProgramResult make(const QStringList& more = {})
    {
        return test::runCli(QStringList{QStringLiteral("make-dataset"), QString::fromStdString(m_folder)}
                            + more);
    }
    DatasetList list() { return readDatasetList(m_folder / "dataset.json"); }

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->filePath(QStringLiteral("mine")).toStdString();
        std::filesystem::create_directory(m_folder);
    }

    void itListsSequencesByRootNameAndMediaByStem()
    {
        csd("file_1.csd", "words");
        csd("labels/opinions.csd", "sentiment");
        write("v.mp4", "no film, but only its name counts");
        write("notes.txt", "x");
        const auto result = make();
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.output.contains("mine/dataset.json: 2 sequences, 1 media, 0 folds"),
                 result.output.constData());
        const DatasetList made = list();
        QCOMPARE(made.name, std::string("mine"));
        QCOMPARE(made.sequence("words")->file, m_folder / "file_1.csd");
        QCOMPARE(made.sequence("sentiment")->group, std::string("labels"));
        QCOMPARE(made.mediaOf("v")->file, m_folder / "v.mp4");
    }

    void aPublishedFolderHasItsFolds()
    {
        csd("words.csd", "words");
        write("CHECKSUMS.sha256", "");
        write("splits.csv", "unit,split,group\nv[0],train,speaker ada\nv[1],train,speaker ada\n");
        const auto refused = make(); // what was published stays as it was
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("--out"), refused.errors.constData());
        const std::filesystem::path out = m_folder.parent_path() / "list.json";
        const auto result = make({QStringLiteral("--out"), QString::fromStdString(out.string())});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY(readDatasetList(out).folds == (FoldLists{{"train", {"v"}}}));
    }

    void foldsAreDrawnByConversation()
    {
        std::filesystem::copy(test::fixture("conversations/dataset").toStdString(), m_folder,
                              std::filesystem::copy_options::recursive);
        const QStringList half{QStringLiteral("--force"), QStringLiteral("--random-folds"),
                               QStringLiteral("train=.5,test=.5"), QStringLiteral("--seed"),
                               QStringLiteral("3")};
        const auto result = make(half);
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.errors.contains("person_in_several_folds: 1 person is in several folds: Ada"),
                 result.errors.constData());
        QVERIFY(!result.errors.contains("No file has")); // a conversation stands for its entries
        QVERIFY(list().folds == (FoldLists{{"train", {"morning"}}, {"test", {"tea"}}})
                || list().folds == (FoldLists{{"train", {"tea"}}, {"test", {"morning"}}}));
        const FoldLists first = list().folds;
        QCOMPARE(make(half).exitCode, 0);
        QVERIFY(list().folds == first);

        const auto people = make(half + QStringList{QStringLiteral("--by"), QStringLiteral("person")});
        QCOMPARE(people.exitCode, 0);
        QVERIFY(list().folds == (FoldLists{{"train", {"morning", "tea"}}})); // Ada is in both
        QVERIFY2(people.errors.contains("empty_fold: nothing was left for the fold test"),
                 people.errors.constData());
    }

    void conversationsThatNobodyListsAreDrawnByTheirEntries()
    {
        for (const char* const part : {"words.csd", "labels.csd"})
            std::filesystem::copy(test::fixture("conversations/dataset/").toStdString() + part, m_folder);
        QCOMPARE(make({QStringLiteral("--random-folds"), QStringLiteral("train=1")}).exitCode, 0);
        QCOMPARE(list().folds.at("train"),
                 (std::vector<std::string>{"morning@ada", "morning@bert", "tea@ada", "tea@cleo"}));
    }

    void foldsThatCannotBeDrawnAreRefused()
    {
        csd("words.csd", "words");
        const auto refused = [&](const QStringList& more, int exitCode, const char* text) {
            const auto result = make(more);
            QCOMPARE(result.exitCode, exitCode);
            QVERIFY2(result.errors.contains(text), result.errors.constData());
        };
        const QString option = QStringLiteral("--random-folds"), all = QStringLiteral("train=1");
        refused({option, QStringLiteral("train=.7,test=.2")}, 2, "add up to 0.9");
        refused({option, QStringLiteral("train")}, 2, "FOLD=PART");
        refused({option, QStringLiteral("train=.5,train=.5")}, 2, "twice");
        refused({QStringLiteral("--seed"), QStringLiteral("3")}, 2, "--random-folds");
        refused({option, all, QStringLiteral("--by"), QStringLiteral("episode")}, 1, "no_conversations");
        QCOMPARE(make({option, all}).exitCode, 0);
        QVERIFY(list().folds == (FoldLists{{"train", {"v"}}}));
    }

    void aLinkInACircleIsNoFile()
    {
        csd("words.csd", "words");
        std::filesystem::create_symlink("circle.csd", m_folder / "circle.csd");
        std::filesystem::create_directory_symlink(m_folder, m_folder / "again");
        const auto result = make();
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(list().sequences.size(), std::size_t{1});
    }

    void everyFileHasItsSizeAndSum()
    {
        csd("words.csd", "words");
        write("v.wav", "sound");
        QCOMPARE(make().exitCode, 0);
        const DatasetList made = list();
        const std::vector files{made.sequences[0].file, made.media[0].file.path()};
        const std::vector<FileSum> sums = sumsOf(files);
        QCOMPARE(made.sequences[0].facts.size, std::optional(sums[0].size));
        QCOMPARE(made.sequences[0].facts.sha256, std::optional(sums[0].sha256));
        QCOMPARE(made.media[0].facts.sha256, std::optional(sums[1].sha256));
    }

    void twoFilesOfOneRootNameAreBothNamed()
    {
        csd("a.csd", "words");
        csd("b.csd", "words");
        const auto result = make();
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("mine/b.csd: has the name words, as ")
                     && result.errors.contains("mine/a.csd has"),
                 result.errors.constData());
        QVERIFY(!std::filesystem::exists(m_folder / "dataset.json"));
    }

    void aListIsNotOverwrittenUnasked()
    {
        csd("words.csd", "words");
        write("dataset.json", R"({"name": "Precious", "folds": {"train": ["v"]}, "notes": ["mine"],
            "sequences": [{"group": "raw", "name": "tokens", "file": "words.csd"}]})");
        const auto refused = make();
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains("mine/dataset.json is there already; --force"),
                 refused.errors.constData());
        QVERIFY(!list().sequences[0].facts.size);

        QCOMPARE(make({QStringLiteral("--force")}).exitCode, 0);
        const DatasetList made = list();
        QCOMPARE(made.name, std::string("Precious"));
        QCOMPARE(made.foldOf("v"), std::optional<std::string>("train"));
        QCOMPARE(made.more.dump(), std::string(R"({"notes":["mine"]})"));
        QCOMPARE(made.sequence("tokens")->group, std::string("raw"));
        QVERIFY(made.sequence("tokens")->facts.sha256);
    }

    void nameFoldsAndPlaceCanBeGiven()
    {
        csd("words.csd", "words");
        const std::filesystem::path elsewhere = m_temporary->path().toStdString();
        std::ofstream(elsewhere / "folds.json") << R"({"train": ["v"], "test": ["unheard"]})";
        const QString out = m_temporary->filePath(QStringLiteral("list.json"));
        const auto result
            = make({QStringLiteral("--name"), QStringLiteral("My data"), QStringLiteral("--folds"),
                    m_temporary->filePath(QStringLiteral("folds.json")), QStringLiteral("--out"), out});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.errors.contains("No file has 1 of the 1 videos of the fold test: unheard\n"),
                 result.errors.constData());
        const DatasetList made = readDatasetList(out.toStdString());
        QCOMPARE(made.name, std::string("My data"));
        QCOMPARE(made.foldOf("v"), std::optional<std::string>("train"));
        QCOMPARE(made.sequence("words")->file, m_folder / "words.csd");
    }

    void theSoundBesideAVideoIsLeftOut()
    {
        write("v.mp4", "film");
        write("v.flac", "its sound");
        const auto result = make();
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.errors.contains("v.flac is left out"), result.errors.constData());
        QCOMPARE(list().media.size(), std::size_t(1));
        QCOMPARE(list().mediaOf("v")->file.path().extension(), std::filesystem::path(".mp4"));
    }

    void aDamagedFileIsNamed()
    {
        write("words.csd", "text");
        const auto result = make();
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.startsWith("not_hdf5: ") && result.errors.contains("mine/words.csd"),
                 result.errors.constData());
    }

    void whatCannotBeReadIsCountedAndTheOthersAreListed()
    {
        csd("words.csd", "words");
        write("broken.csd", "text");
        write("worse.csd", "text");
        const auto result = make();
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("mine/broken.csd") && result.errors.contains("mine/worse.csd")
                     && result.errors.contains("2 files cannot be read and are not in the list."),
                 result.errors.constData());
        QCOMPARE(list().sequences.size(), std::size_t(1));
        QVERIFY(list().sequence("words"));
    }

    void anEmptyFolderIsNoDataset()
    {
        const auto result = make();
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("holds no .csd file and no media"), result.errors.constData());
    }

    void aFolderThatIsMissingIsAWrongCall()
    {
        m_folder /= "none";
        QCOMPARE(make().exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestMakeDatasetCommand)
#include "tst_make_dataset_command.moc"
