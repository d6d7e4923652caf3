#include "app/diagnosis/redaction.h"

#include <QTest>

/// What *Help → Diagnosis…* shows of messages: names of files may have blanks, and are anybody's.
class RedactionTest : public QObject {
    Q_OBJECT

    static app::Redaction redaction()
    {
        return app::Redaction({QStringLiteral("anna"), QStringLiteral("ada_1"), QStringLiteral("how sure")});
    }

private slots:
    void namesOfFilesAndPeopleAreTakenOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        QTest::newRow("folder") << "no room in /home/anna/talks/a b"
                                << "no room in …/NAME";
        QTest::newRow("folder and an error")
            << "/data/Karl Meier: his talks: cannot be written: No space left on device"
            << "…/NAME: No space left on device";
        QTest::newRow("folder without an end") << "/data/Interview: Karl Meier cannot be opened"
                                               << "…/NAME";
        QTest::newRow("file") << "/data/talk.mp4 cannot be read"
                              << "…/NAME.mp4 cannot be read";
        QTest::newRow("file with blanks, of an error")
            << "/data/Interview Karl Meier 1990-03-04/session one.csd: /words has no intervals"
            << "…/NAME.csd: …/NAME";
        QTest::newRow("place in a sequence")
            << "/data/session one.csd: /words/data/video_07/intervals is 12×3, expected N×2"
            << "…/NAME.csd: …/NAME is 12×3, expected N×2";
        QTest::newRow("blanks and brackets")
            << "/data/Dr. Karl Meier (born 1990), Bonn/talk, 2nd; the end.MP4 is no video"
            << "…/NAME.MP4 is no video";
        QTest::newRow("ending within a folder") << "/data/x.mp4 of Karl/talk.wav is empty"
                                                << "…/NAME.wav is empty";
        QTest::newRow("two files") << "/data/Karl M.csd is not as /data/Karl N.csd is"
                                   << "…/NAME.csd is not as …/NAME.csd is";
        QTest::newRow("other endings") << "/data/Karl v1.old of Meier is gone"
                                       << "…/NAME";
        QTest::newRow("home") << "~/Karl Meier/x.json: no list"
                              << "…/NAME.json: no list";
        QTest::newRow("home of somebody") << "~karl/x y.json: no list"
                                          << "…/NAME.json: no list";
        QTest::newRow("relative") << "../Karl Meier/x.json: no list"
                                  << "…/NAME.json: no list";
        QTest::newRow("folders of here") << "talks/Karl Meier/x.json: no list"
                                         << "NAME.json: no list";
        QTest::newRow("address") << "file:///data/Karl Meier/x.mp4 cannot be read"
                                 << "…/NAME.mp4 cannot be read";
        QTest::newRow("share") << "smb://server/Karl Meier/x.mp4 cannot be read"
                               << "…/NAME.mp4 cannot be read";
        QTest::newRow("Windows") << "C:\\Users\\Karl Meier\\x.mp4 cannot be read"
                                 << "…/NAME.mp4 cannot be read";
        QTest::newRow("quoted path") << "opened “/data/x.csd”, 3 words"
                                     << "opened “…/NAME.csd”, 3 words";
        QTest::newRow("quoted path with blanks") << "opened '/data/Karl's talk', 3 words"
                                                 << "opened '…/NAME', 3 words";
        QTest::newRow("quoted file") << "opened “Karl Meier.mp4”: 3 words"
                                     << "opened “NAME.mp4”: 3 words";
        QTest::newRow("quoted name") << "the tier “Karl Meier” is new"
                                     << "the tier “NAME” is new";
        QTest::newRow("quoted twice") << "“Karl” and “Meier” differ"
                                      << "“NAME” and “NAME” differ";
        QTest::newRow("quoted within") << "“Karl “the king” Meier” is new"
                                       << "“NAME” is new";
        QTest::newRow("quoted by engine") << "Names of tiers cannot be kept: 'Karl's phones'."
                                          << "Names of tiers cannot be kept: 'NAME'.";
        QTest::newRow("straight") << "no tier \"Karl Meier\" here"
                                  << "no tier \"NAME\" here";
        QTest::newRow("apostrophes") << "it doesn't; that's all"
                                     << "it doesn't; that's all";
        QTest::newRow("bare file") << "talk-7.mp4 is damaged"
                                   << "NAME.mp4 is damaged";
        QTest::newRow("bare file with blanks") << "Karl Meier.mp4 is damaged"
                                               << "NAME.mp4 is damaged";
        QTest::newRow("bare file of an error") << "Dr. Karl Meier (1).mp4: line 3: expected a number"
                                               << "NAME.mp4: line 3: expected a number";
        QTest::newRow("bare file within") << "The words are in Karl Meier.TextGrid. Ctrl+Z"
                                          << "NAME.TextGrid. Ctrl+Z";
        QTest::newRow("bare files") << "Karl Meier.mp4 and Ada Meier.mp4 are alike"
                                    << "NAME.mp4 NAME.mp4 are alike";
        QTest::newRow("lines") << "Karl Meier.mp4: no sound\n3 words\n/data/Karl M/x"
                               << "NAME.mp4: no sound\n3 words\n…/NAME";
        QTest::newRow("name") << "anna labelled ada_1, adam did not"
                              << "NAME labelled NAME, adam did not";
        QTest::newRow("phrase") << "the tier how sure is new"
                                << "the tier NAME is new";
        QTest::newRow("plain") << "saved 3.5 s ago, and/or not, v0.9.1, 12 m/s, a .csd file"
                               << "saved 3.5 s ago, and/or not, v0.9.1, 12 m/s, a .csd file";
        QTest::newRow("German quotations") << "Der Anfang von „Karl Meier“ liegt 2 s zu spät"
                                           << "Der Anfang von „NAME“ liegt 2 s zu spät";
        QTest::newRow("German single quotations") << "Spur ‚Karl Meier‘ fehlt"
                                                  << "Spur ‚NAME‘ fehlt";
        QTest::newRow("German path") << "Die Diagnose steht in /home/karl/Meine Dateien/Jürgen Groß.txt."
                                     << "Die Diagnose steht in …/NAME.txt.";
        QTest::newRow("German file") << "Größe von Jürgen Groß.mp4 unbekannt"
                                     << "NAME.mp4 unbekannt";
        QTest::newRow("German plain") << "Ton/Bild: für/ohne, z. B. 3,5 s"
                                      << "Ton/Bild: für/ohne, z. B. 3,5 s";
        QTest::newRow("Chinese quotations") << "视频“王 小明”没有声音"
                                            << "视频“NAME”没有声音";
        QTest::newRow("Chinese brackets") << "视频「王 小明」没有声音"
                                          << "视频「NAME」没有声音";
        QTest::newRow("Chinese path") << "诊断已写入/home/karl/文件 夹/王 小明.txt。"
                                      << "诊断已写入…/NAME.txt。";
        QTest::newRow("Chinese path of an error") << "/home/王 小明/访谈 一.csd：没有词"
                                                  << "…/NAME.csd：没有词";
        QTest::newRow("Chinese file") << "王 小明.mp4 已损坏"
                                      << "NAME.mp4 已损坏";
        QTest::newRow("Chinese plain") << "视频/音频已保存，3.5 秒"
                                       << "视频/音频已保存，3.5 秒";
    }
    void namesOfFilesAndPeopleAreTakenOut()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, told);
        QCOMPARE(redaction().of(text), told);
    }

    /// Whatever stands before and behind them.
    void noShapeOfSentenceShowsWhoseAFileIs()
    {
        for (const char* name :
             {"/data/Karl Meier", "/data/Karl Meier/x", "/data/Karl Meier.mp4", "/data/1990-03-04 Karl/x.csd",
              "/data/Karl's/x, Meier.csd", "/data/x.mp4 Karl/y.mp4", "Karl Meier.mp4", "Karl, Meier.mp4",
              "a.b Karl Meier.csd", "Karl's Meier.csd", "/data/Karl: Meier/x.csd", "/王/Karl Meier/x.txt"}) {
            for (const char* sentence : {"%1",
                                         "%1 is damaged",
                                         "%1: is damaged",
                                         "%1: line 7: no number",
                                         "“%1” is damaged",
                                         "'%1' is damaged",
                                         "\"%1\" is damaged",
                                         "„%1“ ist beschädigt",
                                         "«%1» ist beschädigt",
                                         "%1 ist beschädigt.",
                                         "Es wurde in %1 geschrieben.",
                                         "It was written to %1.",
                                         "3 of 7 were read (%1).",
                                         "%1已损坏",
                                         "无法读取 %1。",
                                         "无法读取“%1”。",
                                         "「%1」已损坏",
                                         "%1：第 7 行",
                                         "/other/talk.csd: as %1 is",
                                         "no room: %1: Permission denied"}) {
                const QString text = QString::fromUtf8(sentence).arg(QString::fromUtf8(name));
                const QString told = redaction().of(text);
                QVERIFY2(!told.contains(QLatin1String("Karl")) && !told.contains(QLatin1String("Meier"))
                             && !told.contains(QLatin1String("1990")) && told.contains(QLatin1String("NAME")),
                         qPrintable(text + QLatin1String(" → ") + told));
            }
        }
    }
};

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
