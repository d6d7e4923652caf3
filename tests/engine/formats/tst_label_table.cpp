#include <QTest>

#include "tests/support/exchange.h"

using namespace engine;

class TestLabelTable : public QObject {
    Q_OBJECT

    test::Exchange m_files;

private slots:
    /// What the window writes beside a report: a row for each answer. It goes round.
    void judgementsBesideAReportAreReadByRater()
    {
        const test::Exchange files;
        const ImportedTiers read = files.read(
            "csv",
            "video_id,start,end,rater,pass,presentation,label,value,confidence,flagged,comment,when,visible,"
            "purpose,tier\n"
            "ada_1,0.5,2,anna,1,all,sentiment,2,0.67,1,\"loud, yes\",2026-11-26T20:36:29.512Z,all\n"
            "ada_1,0.5,2,anna,1,all,happy,1,0.67,1,\"loud, yes\",,all\n"
            "ada_1,0.5,2,annotator,1,all,sentiment,-1,,0,,,all\n"
            "ada_1,2,3,anna,1,all,mood,calm,,0,,,all\n"
            "ada_1,0.5,2,anna,2,all,sentiment,-3,,0,,,all\n"
            "ada_1,0.5,2,anna,1,sound,sentiment,0,,0,,,sound\n"
            "ada_1,0.5,2,anna,1,all,sentiment,1,,0,,,all,settled\n"
            "ada_1,0.5,2,anna,1,all,sentiment,3,,0,,,all,again\n"
            "ada_1,3,4,anna,1,all,,,,1,\"too short\",,all,judging\n"
            "ada_1,3,4,anna,1,all,,,,0,,,all,judging\n"
            "ada_1,3,4,anna,1,all,mood,glad,,0,,,all,judging,stance\n");
        std::vector<std::string> layers;
        for (const ExchangedTier& tier : read.content.tiers)
            layers.push_back(tier.tier.name);
        QCOMPARE(layers,
                 (std::vector<std::string>{"labels/anna", "labels/annotator", "labels/anna/2",
                                           "labels/anna/1/sound", "labels/settled", "labels/anna/again",
                                           "stance/anna"}));
        QCOMPARE(read.report.skipped.size(), std::size_t(1)); // it says nothing
        QCOMPARE(read.content.tiers[2].segments[0].values.at("sentiment").by.pass, 2);
        const ExchangedTier& anna = read.content.tiers[0];
        QCOMPARE(anna.tier.annotator, std::string("anna"));
        QCOMPARE(anna.tier.video, std::string("ada_1"));
        QCOMPARE(anna.segments.size(), std::size_t(3));
        const Provenance& by = anna.segments[0].values.at("sentiment").by;
        QCOMPARE(by, (Provenance{"anna", 1795725389512, 1, "all"}));
        QVERIFY(anna.segments[2].values.empty() && anna.segments[2].flagged);
        QCOMPARE(anna.segments[2].comment, std::string("too short"));
        QCOMPARE(std::get<double>(anna.segments[0].values.at("sentiment").value), 2.0);
        QCOMPARE(std::get<double>(anna.segments[0].values.at("happy").value), 1.0);
        QCOMPARE(anna.segments[0].comment, std::string("loud, yes"));
        QVERIFY(anna.segments[0].flagged);
        QCOMPARE(anna.segments[0].confidence, std::optional(0.67));
        QCOMPARE(std::get<std::string>(anna.segments[1].values.at("mood").value), std::string("calm"));
        QCOMPARE(read.content.tiers[1].tier.annotator, std::string("annotator"));
    }

    void millisecondsOfWhisperAreTold()
    {
        const ImportedTiers read = m_files.read("csv", "start\tend\ttext\n0\t2500\thello\n2500\t4000\tyou\n");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0-2.5 hello, 2.5-4 you"));
        QVERIFY(read.report.notes.front().find("whisper") != std::string::npos);
    }

    void doubtsAboutTheUnitAreSaid_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<std::string>("expected"); // empty: no doubt
        const auto row = [](const char* name, const char* table, const char* expected) {
            QTest::newRow(name) << QByteArray(table) << std::string(expected);
        };
        row("milliseconds of words", "begin_time,end_time,text\n1250,2480,so\n2480,2700,it\n",
            "2 of 2 segments are longer than a minute; if they are milliseconds, call the columns start_ms");
        row("milliseconds and lengths", "start,duration,text\n1250,230,so\n", "1 of 1 segments are longer");
        row("one column has a unit", "start_ms,end,text\n1250,2480,so\n",
            "The column 'start_ms' says its unit, 'end' does not");
        row("clocks and numbers", "start,end,text\n0:01,0:02,so\n2.5,3.5,it\n",
            "2 times are clocks (mm:ss), 2 are");
        row("whole seconds", "start,end,text\n0,2,so\n2,4,it\n", "");
        row("long segments", "start,end,text\n0,75.5,so\n75.5,150,it\n", "");
        row("milliseconds that are said", "start_ms,end_ms,text\n1250,248000,so\n", "");
        row("clocks alone", "start_ms,end,text\n1250,0:02,so\n", "");
    }

    void doubtsAboutTheUnitAreSaid()
    {
        QFETCH(const QByteArray, table);
        QFETCH(const std::string, expected);
        const auto notes = m_files.read("csv", table.toStdString()).report.notes;
        if (expected.empty())
            QVERIFY2(notes.empty(), notes.empty() ? "" : notes.front().c_str());
        else
            QVERIFY2(notes.size() == 1 && notes.front().find(expected) != std::string::npos,
                     notes.empty() ? "nothing is said" : notes.front().c_str());
    }

    void blanksInAHeaderArePassedOver()
    {
        const ImportedTiers read = m_files.read("csv", "video_id, start, end, text\nv, 1, 2, \"a, b\"\n");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("1-2 a, b"));
    }

    void praatsTableAndAnAlignersAreKnown()
    {
        const ImportedTiers praat = m_files.read("csv", "tmin,tier,text,tmax\n0.5,mood,glad,1.5\n");
        QCOMPARE(praat.content.tiers.at(0).tier.name, std::string("mood"));
        QCOMPARE(test::spans(praat.content.tiers.at(0)), std::string("0.5-1.5 glad"));
        const ImportedTiers aligner
            = m_files.read("csv", "Begin,End,Label,Type,Speaker\n0,0.4,hi,words,ann\n0,0.2,HH,phones,ann\n");
        QCOMPARE(aligner.content.tiers.size(), std::size_t(2));
        QCOMPARE(aligner.content.tiers.at(1).tier.name, std::string("phones"));
        QCOMPARE(aligner.content.tiers.at(0).segments.at(0).text, std::string("hi"));
    }

    void timesThatAreNotUnderstoodAreNotMadeUp()
    {
        QVERIFY_THROWS_EXCEPTION(FormatError, m_files.read("csv", "video_id,Start (s),text\nv,1,a\n"));
    }

    void columnsAreFoundByName()
    {
        const ImportedTiers read
            = m_files.read("csv",
                           "video_id,clip_id,start,end,text,label,annotation,happy,confidence,comment\r\n"
                           "\"-NFrJFQijFE\",3,0.5,2.25,\"so, "
                           "\"\"well\"\"\nthen\",1.6666666666666667,Positive,0,0.9,=odd\r\n");
        const ExchangedTier& tier = read.content.tiers.at(0);
        QCOMPARE(tier.tier.video, std::string("-NFrJFQijFE"));
        QCOMPARE(test::spans(tier), std::string("0.5-2.25 so, \"well\"\nthen"));
        const Segment& segment = tier.segments.at(0);
        QCOMPARE(test::labelNumber(segment, "label"), 1.6666666666666667); // never a step of a scale
        QCOMPARE(test::labelText(segment, "annotation"), std::string("Positive"));
        QCOMPARE(test::labelText(segment, "clip_id"), std::string("3"));
        QCOMPARE(segment.comment, std::string("=odd"));
        QCOMPARE(segment.confidence, std::optional(0.9));
        QCOMPARE(std::get<NumberScale>(tier.tier.label("happy")->scale), (NumberScale{0, 3, 0}));
    }

    void semicolonsAndTabsPartCellsToo()
    {
        QCOMPARE(test::spans(m_files.read("csv", "start;end;text\n0,5;1;a,b\n").content.tiers.at(0)),
                 std::string("0.5-1 a,b"));
        QCOMPARE(test::spans(m_files.read("csv", "start\tduration\ttext\n0.5\t1\ta\n").content.tiers.at(0)),
                 std::string("0.5-1.5 a"));
    }

    void numbersWithDecimalCommasAreNumbers()
    {
        const ImportedTiers read
            = m_files.read("csv", "start;end;label;mood;confidence\n0,5;1;-0,5;1,2 or so;0,75\n");
        const Segment& segment = read.content.tiers.at(0).segments.at(0);
        QCOMPARE(test::labelNumber(segment, "label"), -0.5);
        QCOMPARE(test::labelText(segment, "mood"), std::string("1,2 or so"));
        QCOMPARE(segment.confidence, std::optional(0.75));
    }

    void aRowOfMoreCellsThanColumnsIsSkippedWithItsLine()
    {
        const ImportedTiers read = m_files.read("csv",
                                                "video_id,clip_id,start,end,text,label\na,1,0,1,ok,1,0.3\n"
                                                "a,2,1,2,well,2,,\n");
        QCOMPARE(read.content.tiers.size(), std::size_t(1));
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("1-2 well"));
        QCOMPARE(read.content.tiers.at(0).tier.annotator, std::string());
        QCOMPARE(read.report.skipped,
                 (std::vector<ImportReport::Skipped>{{2, "has 7 cells, and the table 6 columns"}}));
    }

    void aCellThatIsCutOffIsAnError()
    {
        const std::string failure
            = m_files.failure("csv", "start,end,text\n0,1,fine\n1,2,\"unclosed\nand more\n");
        QVERIFY2(failure.starts_with("data_invalid: ")
                     && failure.find("line 3: has a cell without an end") != std::string::npos,
                 failure.c_str());
    }

    void scalesStandInTheOrderOfTheColumns()
    {
        const ImportedTiers read = m_files.read("csv", "start,end,sentiment,anger\n0,1,2,0\n");
        QCOMPARE(read.content.tiers.at(0).tier.labels.at(0).name, std::string("sentiment"));
    }

    void annotatorsHaveTiersOfTheirOwn()
    {
        const ImportedTiers read
            = m_files.read("csv", "video_id,start,end,label,annotator\nv,0,1,1,ada\nv,0,1,2,bob\n");
        QCOMPARE(read.content.tiers.size(), std::size_t(2));
        QCOMPARE(read.content.tiers.at(1).tier.annotator, std::string("bob"));
    }

    void rowsWithoutTimesAreSkippedWithTheirLines()
    {
        const ImportedTiers read = m_files.read("csv", "start,end,text\n0,1,\"a\nb\"\n,,c\n");
        QCOMPARE(read.report.skipped, (std::vector<ImportReport::Skipped>{{4, "has no times"}}));
    }

    void tablesWithoutTimesKeepTheirOrder()
    {
        const ImportedTiers read
            = m_files.read("csv", "video_id,clip_id,text,label,label_T\nv,10,a,0.5,1\nv,2,b,-1,0\n");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0-1 a, 1-2 b"));
        QVERIFY(read.report.notes.at(0).find("no times") != std::string::npos);
    }

    void whatWasReadIsWrittenAgain()
    {
        ExchangedTier tier = test::tierOf(1, "labels", {{0.1, 1.0 / 3.0, "a;\"b\"\nc"}, {1, 2, ""}});
        tier.tier.video = "=cmd";
        tier.tier.annotator = "ada";
        tier.segments[0].values["label"].value = -1.25;
        tier.segments[1].values["mode"].value = std::string("train");
        tier.segments[1].confidence = 0.5;
        const ExchangedTiers again = m_files.again("csv", {{tier}, {}, {}}).content;
        QCOMPARE(again.tiers.at(0).tier.video, std::string("=cmd"));
        QCOMPARE(again.tiers.at(0).segments.at(0).end.seconds(), 1.0 / 3.0);
        QCOMPARE(again.tiers.at(0).segments.at(0).text, tier.segments[0].text);
        QCOMPARE(test::labelNumber(again.tiers.at(0).segments.at(0), "label"), -1.25);
        QCOMPARE(again.tiers.at(0).segments.at(1).confidence, std::optional(0.5));
    }

    void formulasAreGuardedWhereAsked()
    {
        ExchangedTier tier = test::tierOf(1, "labels", {{0, 1, "=1+1"}});
        QVERIFY(m_files.written("csv", {{tier}, {}, {}}).find("\"=1+1\"") != std::string::npos);
        QVERIFY(m_files.written("csv", {{tier}, {}, {}}, {true}).find("\"'=1+1\"") != std::string::npos);
    }

    void timesMayBeCalledAndWrittenInManyWays_data()
    {
        QTest::addColumn<std::string>("table");
        QTest::newRow("milliseconds") << std::string("start_ms,end_ms,text\n500,2250,a\n");
        QTest::newRow("milliseconds in brackets") << std::string("Start [ms];End [ms];text\n500;2250;a\n");
        QTest::newRow("camel case") << std::string("startMs,endMs,text\n500,2250,a\n");
        QTest::newRow("a length in another unit") << std::string("onset (s),duration_ms,text\n0.5,1750,a\n");
        QTest::newRow("begin_time") << std::string("begin_time,end_time,text\n0.5,2.25,a\n");
        QTest::newRow("clocks") << std::string("start,end,text\n00:00:00.500,00:00:02.250,a\n");
        QTest::newRow("minutes") << std::string("begin_time,stop_time,text\n0:00.5,0:02.25,a\n");
        QTest::newRow("ELAN's clocks")
            << std::string("Tier\tBegin Time - hh:mm:ss.ms\tEnd Time - hh:mm:ss.ms\tAnnotation\n"
                           "labels\t00:00:00.500\t00:00:02.250\ta\n");
        QTest::newRow("all that ELAN offers") << std::string(
            "\"#file:///home/ada/talk.eaf\"\nTier\tParticipant\tBegin Time - hh:mm:ss.ms\tBegin Time - "
            "ss.msec\tBegin Time - msec\tBegin Time - hh:mm:ss:ff (PAL)\tEnd Time - "
            "hh:mm:ss.ms\tEnd Time - ss.msec\tEnd Time - msec\tEnd Time - hh:mm:ss:ff (PAL)\t"
            "Duration - hh:mm:ss.ms\tDuration - ss.msec\tDuration - msec\tAnnotation\n"
            "labels\tP1\t00:00:00.500\t0.5\t500\t00:00:00:12\t00:00:02.250\t2.25\t2250\t"
            "00:00:02:06\t00:00:01.750\t1.75\t1750\ta\n");
        QTest::newRow("ELAN's without names")
            << std::string("labels\t\t00:00:00.500\t0.5\t00:00:02.250\t2.25\t00:00:01.750\t1.75\ta\n");
        QTest::newRow("ELAN's milliseconds without names") << std::string("labels\tP1\t500\t2250\t1750\ta\n");
    }

    void timesMayBeCalledAndWrittenInManyWays()
    {
        QFETCH(const std::string, table);
        const ImportedTiers read = m_files.read("csv", table);
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0.5-2.25 a"));
        QCOMPARE(read.content.tiers.at(0).tier.name, std::string("labels"));
        QVERIFY(read.content.tiers[0].segments[0].values.empty());
        QCOMPARE(std::string(formatOf(m_files.write("export.txt", table)).id), std::string("csv"));
    }

    void elansParticipantIsTheTiers()
    {
        const ImportedTiers read = m_files.read(
            "csv", "Tier\tParticipant\tBegin Time - msec\tEnd Time - msec\tAnnotation\nw\tP1\t0\t1000\ta\n");
        QCOMPARE(read.content.tiers.at(0).tier.participant, std::string("P1"));
    }

    void millisecondsAreExact()
    {
        const ImportedTiers read = m_files.read("csv", "start_ms,end_ms,text\n300,1001,a\n");
        QCOMPARE(read.content.tiers.at(0).segments.at(0).start.seconds(), 0.3);
        QCOMPARE(read.content.tiers.at(0).segments.at(0).end.seconds(), 1.001);
    }
};

QTEST_GUILESS_MAIN(TestLabelTable)
#include "tst_label_table.moc"
