#include "engine/sequences/csd_file.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/timed_features.h"

#include <QTest>

#include <filesystem>
#include <fstream>

#include "tests/support/cli.h"

using namespace engine;

namespace {

namespace fs = std::filesystem;
using Files = std::vector<std::pair<std::string, std::string>>; ///< path → text; a text of `*`: a recording

constexpr const char* kRecording = DEMO "/media/ada_1.mp4";

}

/// Folders as published corpora have them, made by hand, become datasets.
class TestCorpusLayouts : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;

    void write(const Files& files)
    {
        for (const auto& [path, text] : files) {
            fs::create_directories((m_folder / path).parent_path());
            if (text == "*")
                fs::create_symlink(kRecording, m_folder / path);
            else
                std::ofstream(m_folder / path, std::ios::binary) << text;
        }
    }

    test::ProgramResult make(const char* layout, const QStringList& more = {})
    {
        return test::runCli(QStringList{QStringLiteral("make-dataset"), QString::fromStdString(m_folder),
                                        QStringLiteral("--layout"), QString::fromUtf8(layout)}
                            + more);
    }

    DatasetList list() { return readDatasetList(m_folder / "dataset.json"); }
    TimedFeatures labels(const std::string& video)
    {
        return readFeatures(CsdFile(m_folder / "labels.csd"), video);
    }

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->filePath(QStringLiteral("corpus")).toStdString();
        fs::create_directory(m_folder);
    }

    void cheavdHasAClassPerRecordingAndAFoldPerFolder()
    {
        write({{"train/a.mp4", "*"},
               {"val/b.mp4", "*"},
               {"test/c.mp4", "*"},
               {"train.txt", "a.mp4 happy\n"},
               {"val.txt", "b.mp4\tSurprise\n"},
               {"test.csv", "c.mp4,worried\n"}});
        const auto result = make("cheavd");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(list().folds.at("valid"), std::vector<std::string>{"b"});
        QCOMPARE(labels("a").features.values, (std::vector<float>{0, 0, 1, 0, 0, 0, 0, 0}));
        QCOMPARE(labels("b").features.values, (std::vector<float>{0, 0, 0, 0, 0, 0, 1, 0}));
        QVERIFY(labels("c").intervals.at(0).end > 5.0); // the whole recording
    }

    void museMimicHasThreeIntensities()
    {
        write({{"v/1.mp4", "*"},
               {"v/2.mp4", "*"},
               {"labels.csv", "id,approval,disappointment,uncertainty\n1,0.25,0.5,0\n2,1,0,0.75\n"},
               {"partition.csv", "id,partition\n1,train\n2,devel\n"}});
        const auto result = make("muse-mimic");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(labels("1").features.values, (std::vector<float>{0.25F, 0.5F, 0}));
        QCOMPARE(list().folds.at("valid"), std::vector<std::string>{"2"});
    }

    void mer23HasClassAndValence()
    {
        write({{"video/x.mp4", "*"},
               {"video/y.avi", "*"},
               {"labels.csv", "name,discrete,valence\nx,happy,2.5\ny,sad,-3\nz,sad,-1\n"},
               {"train.txt", "x\n"},
               {"test_list.txt", "y\n"}});
        const auto result = make("mer23");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(labels("y").features.values, (std::vector<float>{0, 0, 0, 0, 0, 1, -3}));
        QVERIFY2(result.errors.contains("1 of the rows name a recording that is not there"),
                 result.errors.constData());
        QCOMPARE(list().folds.at("test"), std::vector<std::string>{"y"});
    }

    void aTableNamesFilesLabelsAndFolds()
    {
        write({{"clips/one.mp4", "*"},
               {"clips/two.mp4", "*"},
               {"mine.csv", "file;joy;fold\nclips/one.mp4;0.5;train\nclips/two.mp4;1;test\n"}});
        const auto unlabelled = make("csv");
        QCOMPARE(unlabelled.exitCode, 2);
        QVERIFY2(unlabelled.errors.contains("--layout csv needs --label NAME")
                     && !unlabelled.errors.contains("internal"),
                 unlabelled.errors.constData());
        const auto result = make("csv", {QStringLiteral("--label"), QStringLiteral("joy:0:1")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(labels("one").features.values, std::vector<float>{0.5F});
        QCOMPARE(list().folds.at("test"), std::vector<std::string>{"two"});
        const auto outside = make(
            "csv", {QStringLiteral("--label"), QStringLiteral("joy:0:0.75"), QStringLiteral("--force")});
        QCOMPARE(outside.exitCode, 1);
        QVERIFY2(outside.errors.contains("line 3: joy is 1, outside of 0 to 0.75"),
                 outside.errors.constData());
    }

    void iemocapHasTurnsOfDialogues()
    {
        const std::string dialog = "Session1/dialog/";
        write({{dialog + "avi/DivX/Ses01F_impro01.avi", "*"},
               {dialog + "EmoEvaluation/Ses01F_impro01.txt",
                "% [START_TIME - END_TIME] TURN_NAME EMOTION [V, A, D]\n\n"
                "[6.2901 - 8.2357]\tSes01F_impro01_F000\tneu\t[2.5000, 2.5000, 2.5000]\n"
                "C-E2:\tNeutral;\t()\n"
                "[1.0000 - 2.5000]\tSes01F_impro01_M000\tang\t[1.5000, 3.5000, 2.0000]\n"
                "[9.0000 - 9.5000]\tSes01F_impro01_F001\txxx\t[2.5000, 2.5000, 2.5000]\n"},
               {dialog + "transcriptions/Ses01F_impro01.txt",
                "Ses01F_impro01_F000 [006.2901-008.2357]: Excuse me.\n"
                "Ses01F_impro01_M000 [001.0000-002.5000]: Do you have your forms?\n"}});
        const auto result = make("iemocap-segments");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const TimedFeatures turns = labels("Ses01F_impro01");
        QCOMPARE(turns.intervals.size(), std::size_t(2)); // xxx is none of the six
        QCOMPARE(turns.intervals[0].start, 1.0);
        QCOMPARE(turns.features.values,
                 (std::vector<float>{1, 0, 0, 0, 0, 0, 1.5F, 3.5F, 2, 0, 0, 0, 0, 1, 0, 2.5F, 2.5F, 2.5F}));
        const TimedText texts = readText(CsdFile(m_folder / "sentences.csd"), "Ses01F_impro01");
        QCOMPARE(texts.texts, (std::vector<std::string>{"Do you have your forms?", "Excuse me."}));
        QCOMPARE(list().mediaOf("Ses01F_impro01")->speaker, std::string("Ses01"));
        QVERIFY2(result.errors.contains("may be too good"), result.errors.constData());
    }

    void moseiTakesTheHighestOfItsAnnotators()
    {
        write({{"Videos/Full/Combined/v_1.mp4", "*"},
               {"Transcript/Segmented/Combined/v_1.txt",
                "v_1___0___0.5___2.25___hello there\nv_1___1___3___4.5___so long\n"},
               {"Labels/batch.csv",
                "Input.VIDEO_ID,Input.CLIP,Answer.anger,Answer.disgust,Answer.fear,Answer.happiness,Answer."
                "sadness,Answer.surprise\n"
                "v_1,0,0,0,0,1,0,0\nv_1,0,0,2,0,0,0,0\nv_1,1,0,0,0,0,0,3\n"}});
        const auto result
            = make("mosei-raw", {QStringLiteral("--set"), QStringLiteral("folds.random=[1,0,0]")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(labels("v_1").features.values, (std::vector<float>{0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3}));
        QCOMPARE(labels("v_1").intervals[1].end, 4.5);
        QCOMPARE(list().folds.at("train"), std::vector<std::string>{"v_1"});
    }

    void aProcessedFolderHasRecordingsAndFoldsButItsPicklesAreRefused()
    {
        write({{"IEMOCAP_RAW_PROCESSED/Ses01F_F000/audio.wav", "*"},
               {"IEMOCAP_RAW_PROCESSED/Ses01F_F001/audio.wav", "*"},
               {"IEMOCAP_RAW_PROCESSED/meta.pkl", "\x80\x04."},
               {"IEMOCAP_SPLIT/train_split.txt", "Ses01F_F000\n"},
               {"IEMOCAP_SPLIT/test_split.txt", "Ses01F_F001\n"}});
        const auto result = make("processed");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.errors.contains("scripts/unpickle.py"), result.errors.constData());
        QCOMPARE(list().media.size(), std::size_t(2));
        QCOMPARE(list().folds.at("test"), std::vector<std::string>{"Ses01F_F001"});
    }

    void whatIsWrongIsASentence_data()
    {
        QTest::addColumn<QByteArray>("layout");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QByteArray>("sentence");
        const QByteArray fine = "id,approval,disappointment,uncertainty\n1,0,0,0\n";
        QTest::newRow("no number") << QByteArray("muse-mimic")
                                   << QByteArray("id,approval,disappointment,uncertainty\n1,x,0,0\n")
                                   << QStringList{} << QByteArray("line 2: approval is \"x\"");
        QTest::newRow("another column") << QByteArray("muse-mimic") << QByteArray("id,joy\n1,0\n")
                                        << QStringList{} << QByteArray("has no column approval");
        QTest::newRow("bytes") << QByteArray("muse-mimic") << QByteArray("\xff\xfe\0\x01", 4) << QStringList{}
                               << QByteArray("labels.csv");
        QTest::newRow("no table") << QByteArray("muse-mimic") << fine
                                  << QStringList{QStringLiteral("--set"),
                                                 QStringLiteral("rows.files=other.csv")}
                                  << QByteArray("has no file");
        QTest::newRow("a field that goes nowhere")
            << QByteArray("muse-mimic") << fine
            << QStringList{QStringLiteral("--set"), QStringLiteral("values.x.y=1")}
            << QByteArray("no fields");
        QTest::newRow("unknown layout") << QByteArray("mosi") << fine << QStringList{} << QByteArray("mosi");
    }

    void whatIsWrongIsASentence()
    {
        QFETCH(const QByteArray, layout);
        QFETCH(const QByteArray, table);
        QFETCH(const QStringList, more);
        QFETCH(const QByteArray, sentence);
        write({{"1.mp4", "*"},
               {"labels.csv", table.toStdString()},
               {"partition.csv", "id,partition\n1,train\n"}});
        const auto result = make(layout.constData(), more);
        QVERIFY(result.exitCode != 0);
        QVERIFY2(result.errors.contains(sentence), result.errors.constData());
        QVERIFY(!fs::exists(m_folder / "dataset.json"));
    }
};

QTEST_GUILESS_MAIN(TestCorpusLayouts)
#include "tst_corpus_layouts.moc"
