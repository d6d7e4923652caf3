#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/cli.h"

using namespace engine;

class TestConvertCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString file(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName();
    }
    static test::ProgramResult convert(const QStringList& arguments)
    {
        return test::runCli(QStringList{QStringLiteral("convert")} + arguments);
    }
    static QString real(const char* name) { return test::fixture("formats/") + QLatin1String(name); }
    static const inline QString kTo = QStringLiteral("--to");
    static const inline QString kJson = QStringLiteral("json");

private slots:
    void theListingHasExactlyWhatWasRead()
    {
        const auto result
            = convert({file("a.TextGrid",
                            "\"ooTextFile\" \"TextGrid\" 0 2 <exists> 2\n\"IntervalTier\" \"w\" 0 2 2 0 0.1 "
                            "\"\"\n0.1 2 \"a\"\n\"TextTier\" \"p\" 0 2 1 0.30000000000000004 \"x\""),
                       kTo, kJson});
        QCOMPARE(result.exitCode, 0);
        const auto expected = nlohmann::json::parse(R"({"tiers": [
            {"name": "w", "kind": "interval", "parent": null, "segments": [{"start": 0.1, "end": 2, "text": "a", "values": {}}]},
            {"name": "p", "kind": "point", "parent": null, "segments": [{"start": 0.30000000000000004, "end": 0.30000000000000004, "text": "x", "values": {}}]}],
            "report": {"read": 2, "skipped": [{"line": 2, "reason": "blank interval: no segment"}]}})");
        QCOMPARE(nlohmann::json::parse(result.output.toStdString()).dump(), expected.dump());
    }

    void valuesAreNumbersOrTexts()
    {
        const auto result = convert(
            {file("a.csv", "start,end,text,label,mode,confidence\n0,1,a,-1.5,train,0.5\n"), kTo, kJson});
        const auto json = nlohmann::json::parse(result.output.toStdString());
        QCOMPARE(json.at("tiers")[0].at("segments")[0].at("values").dump(),
                 std::string("{\"confidence\":0.5,\"label\":-1.5,\"mode\":\"train\"}"));
    }

    void continuousValuesAreListedOneByOne()
    {
        file("v.annotation~", "0.5;1\nNaN;1\n");
        const auto result = convert({file("v.annotation",
                                          "<annotation ssi-v=\"3\"><info ftype=\"ASCII\" size=\"2\"/><scheme "
                                          "name=\"v\" type=\"CONTINUOUS\" sr=\"4\"/></annotation>"),
                                     kTo, kJson});
        const auto tier = nlohmann::json::parse(result.output.toStdString()).at("tiers")[0];
        QCOMPARE(tier.at("kind").dump(), std::string("\"continuous\""));
        QCOMPARE(tier.at("segments")[1].dump(),
                 std::string("{\"end\":0.5,\"start\":0.25,\"text\":\"\",\"values\":{\"value\":null}}"));
    }

    void parentsAreNamed()
    {
        const auto json
            = nlohmann::json::parse(convert({real("speach_test.eaf"), kTo, kJson}).output.toStdString());
        QCOMPARE(json.at("tiers")[3].at("parent").get<std::string>(), std::string("Person1 (Chunk)"));
        QCOMPARE(json.at("report").at("read").get<int>(), 43);
    }

    void lossesAreSaidAndFilesWritten()
    {
        const auto result = convert({real("speach_test.eaf"), path("out.TextGrid"), QStringLiteral("--tier"),
                                     QStringLiteral("marker"), QStringLiteral("--tier"),
                                     QStringLiteral("Person1 (Language)")});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(
            result.errors.contains("loss: Vocabularies and scales cannot be kept: 'Person1 (Language)'."),
            result.errors.constData());
        QVERIFY2(result.output.endsWith("out.TextGrid (textgrid): from 2 tiers\n"),
                 result.output.constData());
        const auto json
            = nlohmann::json::parse(convert({path("out.TextGrid"), kTo, kJson}).output.toStdString());
        QCOMPARE(json.at("tiers")[0].at("name").get<std::string>(), std::string("marker"));
        QCOMPARE(json.at("tiers")[0].at("segments").size(), std::size_t(3));
    }

    void optionsMayStandInFrontOfTheFiles()
    {
        const auto result = convert(
            {QStringLiteral("--tier"), QStringLiteral("marker"), real("speach_test.eaf"), path("m.txt")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY(QFile::exists(path("m.txt")));
    }

    void theVideoAndTheFormatCanBeSaid()
    {
        const QString labels = file("labels.dat", "0\t1\ta\n");
        QCOMPARE(convert({labels, path("x"), QStringLiteral("--from"), QStringLiteral("audacity"), kTo,
                          QStringLiteral("srt")})
                     .exitCode,
                 0);
        const auto words = convert(
            {test::demo("words.csd"), path("w.ctm"), QStringLiteral("--video"), QStringLiteral("ada_1")});
        QCOMPARE(words.exitCode, 0);
        QFile ctm(path("w.ctm"));
        ctm.open(QIODevice::ReadOnly);
        QVERIFY(ctm.readLine().startsWith("ada_1 1 "));
        const auto other = convert({labels, kTo, kJson, QStringLiteral("--video"), QStringLiteral("nobody")});
        QVERIFY2(other.exitCode == 1 && other.errors.contains("unknown_tier: "), other.errors.constData());
    }

    void wrongCallsAreSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no input") << QStringList();
        QTest::newRow("no output") << QStringList{QStringLiteral("a.eaf")};
        QTest::newRow("no such format")
            << QStringList{QStringLiteral("a"), QStringLiteral("b"), kTo, QStringLiteral("doc")};
        QTest::newRow("never written")
            << QStringList{QStringLiteral("a"), QStringLiteral("b"), kTo, QStringLiteral("gentle")};
        QTest::newRow("never read") << QStringList{QStringLiteral("a"), QStringLiteral("b"),
                                                   QStringLiteral("--from"), kJson};
    }

    void wrongCallsAreSaid()
    {
        QFETCH(const QStringList, arguments);
        const auto result = convert(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.errors.isEmpty() || !result.output.isEmpty());
    }

    void whatWasReadIsNeverWrittenOver_data()
    {
        QTest::addColumn<QByteArray>("in");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QStringList>("more");
        QTest::newRow("the file of a tier")
            << QByteArray("t-b.TextGrid")
            << QByteArray("\"ooTextFile\" \"TextGrid\" 0 2 <exists> 2\n\"IntervalTier\" \"a\" 0 2 1 0 2 "
                          "\"x\"\n\"IntervalTier\" \"b\" 0 2 1 0 2 \"y\"")
            << QByteArray("t.TextGrid") << QStringList{kTo, QStringLiteral("srt")};
        QTest::newRow("the data beside a header")
            << QByteArray("n.annotation~") << QByteArray("0\t1\ta\n") << QByteArray("n.annotation")
            << QStringList{QStringLiteral("--from"), QStringLiteral("audacity"),
                           QStringLiteral("--overwrite")};
        QTest::newRow("texts beside segments")
            << QByteArray("text") << QByteArray("0\t1\ta\n") << QByteArray("segments")
            << QStringList{QStringLiteral("--from"), QStringLiteral("audacity"),
                           QStringLiteral("--overwrite")};
        QTest::newRow("a labelling set-up")
            << QByteArray("l.json.config.xml") << QByteArray("0\t1\ta\n") << QByteArray("l.json")
            << QStringList{QStringLiteral("--from"), QStringLiteral("audacity"), kTo,
                           QStringLiteral("labelstudio")};
    }

    void whatWasReadIsNeverWrittenOver()
    {
        QFETCH(const QByteArray, in);
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, out);
        QFETCH(const QStringList, more);
        const QString input = file(in.constData(), content);
        const auto result = convert(QStringList{input, path(out.constData())} + more);
        QVERIFY2(result.exitCode == 1 && result.errors.contains("same_file: "), result.errors.constData());
        QFile kept(input);
        kept.open(QIODevice::ReadOnly);
        QCOMPARE(kept.readAll(), content);
    }

    void companionsOfTheInputAreNotWrittenOver()
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("k"));
        const QString segments = file("k/segments", "u1 r1 0 1\n");
        file("k/text", "u1 hello\n");
        const auto result = convert({segments, path("k/text"), kTo, QStringLiteral("ctm")});
        QVERIFY2(result.exitCode == 1 && result.errors.contains("same_file: "), result.errors.constData());
    }

    void filesThatNobodyNamedAreReplacedOnlyWhenAsked()
    {
        const QString labels = file("mine.txt", "0\t1\ta\n");
        file("mine.annotation~", "precious");
        const auto refused = convert({labels, path("mine.annotation")});
        QVERIFY2(refused.exitCode == 1 && refused.errors.contains("file_exists: "),
                 refused.errors.constData());
        QVERIFY(!QFile::exists(path("mine.annotation")));
        QCOMPARE(convert({labels, path("mine.annotation"), QStringLiteral("--overwrite")}).exitCode, 0);
    }

    void nothingToWriteIsAnError()
    {
        file("c.annotation~", "0.5;1\n");
        const QString trace = file("c.annotation",
                                   "<annotation ssi-v=\"3\"><info ftype=\"ASCII\" size=\"1\"/><scheme "
                                   "name=\"v\" type=\"CONTINUOUS\" sr=\"4\"/></annotation>");
        const auto result = convert({trace, path("nothing.srt")});
        QVERIFY2(result.exitCode == 1 && result.errors.contains("nothing_to_write: "),
                 result.errors.constData());
    }

    void wrongFilesAreNamed()
    {
        const auto missing = convert({path("none.eaf"), kTo, kJson});
        QVERIFY2(missing.exitCode == 1 && missing.errors.startsWith("file_not_found: "),
                 missing.errors.constData());
        const QString labels = file("same.txt", "0\t1\ta\n");
        const auto same = convert({labels, labels});
        QVERIFY2(same.exitCode == 1 && same.errors.startsWith("same_file: "), same.errors.constData());
        const auto broken = convert({file("broken.eaf", "<ANNOTATION_DOCUMENT>"), path("never.srt")});
        QVERIFY2(broken.exitCode == 1 && broken.errors.startsWith("data_invalid: "),
                 broken.errors.constData());
        QVERIFY(!QFile::exists(path("never.srt")));
    }

    void aFolderIsConvertedFileByFile()
    {
        const QTemporaryDir folder;
        const auto write = [&](const char* name, const QByteArray& bytes) {
            const QString path = folder.filePath(QLatin1String(name));
            QDir().mkpath(QFileInfo(path).path());
            QFile file(path);
            file.open(QIODevice::WriteOnly);
            file.write(bytes);
        };
        write("in/a.csv", "start,end,text,mood\n0,1,so,glad\n");
        write("in/deep/a.srt", "1\n00:00:00,000 --> 00:00:01,000\nso\n");
        write("in/deep/a.rttm", "SPEAKER talk 1 0 1 <NA> <NA> ann <NA> <NA>\n");
        write("in/broken.TextGrid", "\"ooTextFile\" \"TextGrid\" 0 1 <exists> 7");
        write("in/clip.mp4", "no annotation");
        write("in/.hidden.csv", "start,end,text\n0,1,so\n");
        const QString out = folder.filePath(QStringLiteral("out"));
        const auto result = convert({folder.filePath(QStringLiteral("in")), QStringLiteral("--out"), out, kTo,
                                     QStringLiteral("eaf")});
        QCOMPARE(result.exitCode, 1); // one is broken
        QVERIFY2(result.errors.contains("broken.TextGrid")
                     && result.errors.contains("loss: Labels (mood) become tiers"),
                 result.errors.constData());
        QVERIFY2(result.output.contains("3 of 4 files converted, 1 are no annotation"),
                 result.output.constData());
        QStringList made
            = QDir(out).entryList(QDir::Files) + QDir(out + QStringLiteral("/deep")).entryList(QDir::Files);
        QCOMPARE(
            made,
            (QStringList{QStringLiteral("a.eaf"), QStringLiteral("a.eaf"), QStringLiteral("a.srt.eaf")}));

        write("out/a.eaf", "corrected by hand");
        const QStringList again{folder.filePath(QStringLiteral("in")), QStringLiteral("--out"), out, kTo,
                                QStringLiteral("eaf")};
        const auto refused = convert(again);
        QVERIFY2(refused.errors.contains("file_exists: ") && refused.errors.contains("--overwrite"),
                 refused.errors.constData());
        QFile kept(out + QStringLiteral("/a.eaf"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("corrected by hand"));
        QVERIFY(convert(again + QStringList{QStringLiteral("--overwrite")})
                    .output.contains("3 of 4 files converted"));
    }

    void aFileOfTheTargetsFormatKeepsItsName()
    {
        const QTemporaryDir folder;
        QDir(folder.path()).mkpath(QStringLiteral("in"));
        for (const char* name : {"a.csv", "a.rttm", "b.rttm"}) {
            QFile file(folder.filePath(QStringLiteral("in/") + QLatin1String(name)));
            file.open(QIODevice::WriteOnly);
            file.write(QByteArray(name).endsWith("csv") ? "start,end,text,tier\n0,1,so,TABLE\n"
                                                        : "SPEAKER talk 1 0 1 <NA> <NA> SPEAKER <NA> <NA>\n");
        }
        for (const char* format : {"csv", "rttm"}) {
            const QString out = folder.filePath(QLatin1String(format));
            const auto result = convert({folder.filePath(QStringLiteral("in")), QStringLiteral("--out"), out,
                                         kTo, QLatin1String(format)});
            QVERIFY2(result.exitCode == 0, result.errors.constData());
            QVERIFY2(result.output.contains("3 of 3 files converted, 0 are no annotation, 0 failed"),
                     result.output.constData());
            QFile kept(out + QStringLiteral("/a.") + QLatin1String(format));
            QVERIFY(kept.open(QIODevice::ReadOnly));
            const bool isTable = QByteArray(format) == "csv";
            QCOMPARE(kept.readAll().contains("TABLE"), isTable);
            QVERIFY(QFile::exists(
                out + (isTable ? QStringLiteral("/a.rttm.csv") : QStringLiteral("/a.csv.rttm"))));
        }
    }

    void aFolderIsNotConvertedIntoItself()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("start,end,text\n0,1,so\n") > 0);
        file.close();
        const auto result = convert({folder.path(), folder.path(), kTo, QStringLiteral("eaf")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("is the folder that is read; name another"),
                 result.errors.constData());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("a.csv")});
    }

    void whoSpeaksOnTwoChannelsBecomesOneTierOfATable()
    {
        const QString talk = file("talk.rttm",
                                  "SPEAKER talk 1 0 1 <NA> <NA> ann <NA> <NA>\n"
                                  "SPEAKER talk 2 1 1 <NA> <NA> ann <NA> <NA>\n");
        const auto table = convert({talk, m_folder.filePath(QStringLiteral("talk.csv"))});
        QVERIFY2(table.errors.contains("loss: Tiers of the same name become one: 'ann'."),
                 table.errors.constData());
        const auto same = convert({talk, m_folder.filePath(QStringLiteral("same.rttm"))});
        QVERIFY2(!same.errors.contains("become one"), same.errors.constData());
    }

    void noInputOfAFolderIsWrittenOver()
    {
        const QTemporaryDir folder;
        for (const char* name : {"a.csv", "a.tsv"}) {
            QFile file(folder.filePath(QLatin1String(name)));
            file.open(QIODevice::WriteOnly);
            file.write("start,end,text\n0,1,so\n");
        }
        const auto result = convert({folder.path(), folder.path(), kTo, QStringLiteral("csv")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("same_file: "), result.errors.constData());
        for (const char* name : {"a.csv", "a.tsv"}) {
            QFile file(folder.filePath(QLatin1String(name)));
            file.open(QIODevice::ReadOnly);
            QCOMPARE(file.readAll(), QByteArray("start,end,text\n0,1,so\n"));
        }
    }

    void manyFilesNeedAFolder()
    {
        const QString one = file("one.csv", "start,end,text\n0,1,so\n");
        QCOMPARE(convert({one, one, one, kTo, QStringLiteral("eaf")}).exitCode, 2);
        QCOMPARE(convert({m_folder.path(), kTo, QStringLiteral("eaf")}).exitCode, 2);
    }

    void partsInAnOrderShareTheirParentsTime()
    {
        const QByteArray eaf
            = R"(<ANNOTATION_DOCUMENT AUTHOR="" DATE="2020-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0">
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>
<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="1900"/></TIME_ORDER>
<TIER LINGUISTIC_TYPE_REF="u" TIER_ID="word"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>abc</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER LINGUISTIC_TYPE_REF="s" TIER_ID="morph" PARENT_REF="word">
<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a2" ANNOTATION_REF="a1"><ANNOTATION_VALUE>a</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a3" ANNOTATION_REF="a1" PREVIOUS_ANNOTATION="a2"><ANNOTATION_VALUE>b</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a4" ANNOTATION_REF="a1" PREVIOUS_ANNOTATION="a3"><ANNOTATION_VALUE>c</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>
<TIER LINGUISTIC_TYPE_REF="x" TIER_ID="gloss" PARENT_REF="morph">
<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a5" ANNOTATION_REF="a3"><ANNOTATION_VALUE>B</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="u" TIME_ALIGNABLE="true"/>
<LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Subdivision" LINGUISTIC_TYPE_ID="s" TIME_ALIGNABLE="false"/>
<LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Association" LINGUISTIC_TYPE_ID="x" TIME_ALIGNABLE="false"/>
</ANNOTATION_DOCUMENT>)";
        const QString in = file("parts.eaf", eaf);
        const auto times = [&](const QStringList& options) {
            const auto json
                = nlohmann::json::parse(convert(QStringList{in, kTo, kJson} + options).output.toStdString());
            std::string text;
            for (const std::size_t tier : {1, 2}) {
                for (const auto& segment : json.at("tiers")[tier].at("segments"))
                    text += segment.at("start").dump() + "-" + segment.at("end").dump() + " ";
            }
            return text;
        };
        QCOMPARE(times({}), std::string("1-1.9 1-1.9 1-1.9 1-1.9 "));
        QCOMPARE(times({QStringLiteral("--spread")}), std::string("1-1.3 1.3-1.6 1.6-1.9 1.3-1.6 "));
    }

    void largeFilesAreTakenWhereAsked_data()
    {
        QTest::addColumn<QString>("out");
        QTest::newRow("a table") << QStringLiteral("large.csv");
        QTest::newRow("RTTM") << QStringLiteral("large.rttm");
        QTest::newRow("CTM") << QStringLiteral("again.ctm");
    }

    void largeFilesAreTakenWhereAsked()
    {
        QFETCH(const QString, out);
        constexpr int kWords = 600'000; // more than are read at once else
        QByteArray words;
        for (int i = 0; i < kWords; ++i)
            words += QByteArray("talk 1 ") + QByteArray::number(i) + " 0.5 w\n";
        const QString in = file("large.ctm", words);
        const auto refused = convert({in, m_folder.filePath(out)});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("too_large: ") && refused.errors.contains("--large"),
                 refused.errors.constData());
        const auto taken = convert({QStringLiteral("--large"), in, m_folder.filePath(out)});
        QVERIFY2(taken.exitCode == 0, taken.errors.constData());
        QVERIFY2(taken.errors.contains("600000 items"), taken.errors.constData());
        const auto back = convert({QStringLiteral("--large"), m_folder.filePath(out), path("back.ctm")});
        QVERIFY2(back.errors.contains("600000 items"), back.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestConvertCommand)
#include "tst_convert_command.moc"
