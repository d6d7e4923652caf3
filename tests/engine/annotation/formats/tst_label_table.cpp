#include <QTest>

#include "tests/support/exchange.h"

using namespace engine;

class TestLabelTable : public QObject {
    Q_OBJECT

    test::Exchange m_files;

private slots:
    void millisecondsOfWhisperAreTold()
    {
        const ImportedTiers read = m_files.read("csv", "start\tend\ttext\n0\t2500\thello\n2500\t4000\tyou\n");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0-2.5 hello, 2.5-4 you"));
        QVERIFY(read.report.notes.front().find("whisper") != std::string::npos);
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
};

QTEST_GUILESS_MAIN(TestLabelTable)
#include "tst_label_table.moc"
