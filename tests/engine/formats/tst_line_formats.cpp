#include <QTest>

#include "tests/support/exchange.h"

using namespace engine;

/// Audacity, CTM, Kaldi, RTTM: an item per line.
class TestLineFormats : public QObject {
    Q_OBJECT

    test::Exchange m_files;

private slots:
    void audacitysTextMayHoldTabsAndBackslashes()
    {
        const ImportedTiers read = m_files.read("audacity", "0.0\t1.0\t\\ a\tb\n1\t2\n2\t2\t\nno label\n");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0-1 \\ a\tb, 1-2 , 2-2 "));
        QCOMPARE(read.report.skipped.at(0).line, std::size_t(4));
    }

    void audacitysDecimalCommasAreRead()
    {
        QCOMPARE(test::spans(m_files.read("audacity", "0,5\t1,25\ta\n2\t2,5\tb,c\n").content.tiers.at(0)),
                 std::string("0.5-1.25 a, 2-2.5 b,c"));
    }

    void audacitysUndefinedFrequenciesAreLeftOut()
    {
        const ImportedTiers read = m_files.read("audacity", "0\t1\ta\n\\\t-1\t4000\n");
        QVERIFY(!read.content.tiers.at(0).segments.at(0).values.contains("low_hz"));
        QCOMPARE(test::labelNumber(read.content.tiers.at(0).segments.at(0), "high_hz"), 4000.0);
        QCOMPARE(m_files.written("audacity", read.content),
                 std::string("0.000000\t1.000000\ta\n\\\t-1\t4000\n"));
    }

    void audacitysSecondTrackIsNoticed()
    {
        const ImportedTiers read = m_files.read("audacity", "5\t6\ta\n1\t2\tb\n");
        QVERIFY(read.report.notes.at(0).starts_with("Line 2: times go back"));
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("5-6 a, 1-2 b"));
    }

    void onlyPointsArePoints()
    {
        QCOMPARE(m_files.read("audacity", "1\t1\ta\n2\t2\tb\n").content.tiers.at(0).tier.kind,
                 TierKind::Point);
    }

    void ofAlternativesTheFirstIsTaken()
    {
        const ImportedTiers read
            = m_files.read("ctm",
                           ";; remark\nr1 A 0.10 0.20 one 0.9 lex ada\nr1 A * * <ALT_BEGIN>\nr1 A 0.3 0.1 to "
                           "NA\nr1 A * * <ALT>\nr1 A 0.3 0.1 two\nr1 A * * <ALT_END>\n"
                           "r1 B 0.00 0.10 hm\nr2 1 0 1 other\n");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0.1-0.3 one, 0.3-0.4 to"));
        QCOMPARE(read.report.skipped, (std::vector<ImportReport::Skipped>{{6, "another reading: 'two'"}}));
        QCOMPARE(read.content.tiers.at(0).segments.at(0).confidence, std::optional(0.9));
        QVERIFY(!read.content.tiers.at(0).segments.at(1).confidence);
        QCOMPARE(test::labelText(read.content.tiers.at(0).segments.at(0), "speaker"), std::string("ada"));
        QCOMPARE(displayNames(read.content),
                 (std::vector<std::string>{"r1/words", "r1/words B", "r2/words"}));
    }

    void elansTableIsNoListOfWords()
    {
        for (const char* line : {"tier\tW\t0.5\t1.25\t0.75\tword\n", "tier\t\t1\t2\t1\tword\n"}) {
            QVERIFY(!formatById("ctm")->resembles(line));
        }
        QVERIFY(formatById("ctm")->resembles("r1 1 0.5 0.75 word\n"));
    }

    void oneRecordingOfSeveralIsPicked()
    {
        const ImportedTiers read = m_files.read("ctm", "r1 1 0 1 a\nr2 1 0 1 b\n", {0.0, "r2"});
        QCOMPARE(read.content.tiers.size(), std::size_t(1));
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0-1 b"));
    }

    void wordsThatMeetAreWrittenSo()
    {
        const std::string text = m_files.written(
            "ctm", {{test::tierOf(1, "words", {{0.1, 0.2999999, "a b"}, {0.3, 0.3333333333, ""}})}, {}, {}});
        QCOMPARE(text, std::string("written 1 0.1 0.2 a_b\nwritten 1 0.3 0.033333 <eps>\n"));
    }

    void typesAndSpeakersOfACtmComeBack()
    {
        const std::string text = "written 1 0 1 a 0.5 lex ada\nwritten 1 1 1 b NA fp\n"
                                 "written 1 2 1 c NA NA bob\nwritten 1 3 1 <eps> NA lex\nwritten 1 4 1 d\n";
        const ImportedTiers read = m_files.read("ctm", text);
        QVERIFY(read.content.tiers.at(0).segments.at(2).values.contains("speaker"));
        QVERIFY(!read.content.tiers.at(0).segments.at(2).values.contains("type"));
        QCOMPARE(m_files.written("ctm", read.content), text);
    }

    void whatComesBackIsNoLoss_data()
    {
        QTest::addColumn<std::string>("format");
        QTest::addColumn<std::string>("text");
        QTest::newRow("ctm") << std::string("ctm") << std::string("r 1 0 1 a 0.5 lex ada\n");
        QTest::newRow("rttm") << std::string("rttm")
                              << std::string("SPEAKER f 1 0 1 <NA> fp ada 0.5 <NA>\n"
                                             "LEXEME f 1 1 0.5 hi lex ada <NA> <NA>\n");
        QTest::newRow("vtt") << std::string("vtt")
                             << std::string("WEBVTT\n\n00:00.000 --> 00:01.000\n<v ada>x\n");
        QTest::newRow("audacity") << std::string("audacity") << std::string("0\t1\ta\n\\\t100\t200\n");
    }

    void whatComesBackIsNoLoss()
    {
        QFETCH(const std::string, format);
        QFETCH(const std::string, text);
        const ExchangedTiers read = m_files.read(format.c_str(), text).content;
        QCOMPARE(formatById(format)->losses(read), std::vector<std::string>());
        QVERIFY(m_files.again(format.c_str(), read).content.tiers == read.tiers);
    }

    void kaldisTextsAndSpeakersLieBeside()
    {
        m_files.write("text", "u2 two words\nu1 one\n");
        m_files.write("utt2spk", "u1 ada\n");
        m_files.write("reco2dur", "r1 9.5\n");
        const ImportedTiers read = formatById("kaldi")->read(
            m_files.write("segments", "u1 r1 0.5 1.5\nu2 r1 2 -1\nu3 r2 1 -1\nbroken\n"), {});
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0.5-1.5 one, 2-9.5 two words"));
        QCOMPARE(test::labelText(read.content.tiers.at(0).segments.at(0), "speaker"), std::string("ada"));
        QCOMPARE(test::spans(read.content.tiers.at(1)), std::string("1-1 ")); // its length is not known
        QCOMPARE(read.report.skipped.at(0).line, std::size_t(4));
    }

    void kaldisFilesAreSortedByBytes()
    {
        ExchangedTier tier = test::tierOf(1, "w", {{0, 1, "x"}, {1, 2, "y"}});
        tier.tier.video = "-NF r[4]";
        tier.segments[0].values["utterance"].value = std::string("b");
        tier.segments[1].values["utterance"].value = std::string("B");
        const auto files = formatById("kaldi")->write({{tier}, {}, {}}, m_files.path("my_segments"), {});
        QCOMPARE(m_files.bytesOf(files[0]), std::string("B -NF_r_0004 1 2\nb -NF_r_0004 0 1\n"));
        QCOMPARE(files[1], m_files.path("my_text"));
        QCOMPARE(m_files.bytesOf(files[1]), std::string("B y\nb x\n"));
        QCOMPARE(m_files.bytesOf(m_files.path("my_utt2spk")), std::string("B -NF_r_0004\nb -NF_r_0004\n"));
    }

    void rttmsTypesHaveTiers()
    {
        const ImportedTiers read
            = m_files.read("rttm",
                           ";; x\nSPEAKER f 1 0.678 1.533 <NA> <NA> ada 0.5\nLEXEME f 1 1 0.5 hi lex ada "
                           "<NA> <NA>\nNON-SPEECH f 1 3 1 <NA> noise <NA> <NA>\n"
                           "SPKR-INFO f 1 <NA> <NA> <NA> unknown ada <NA> <NA>\nWHAT f 1 0 1\n");
        QCOMPARE(read.content.tiers.at(0).tier.name, std::string("ada"));
        QCOMPARE(read.content.tiers.at(0).segments.at(0).end.seconds(), 2.211);
        QCOMPARE(read.content.tiers.at(0).segments.at(0).confidence, std::optional(0.5));
        QCOMPARE(test::spans(read.content.tiers.at(1)), std::string("1-1.5 hi"));
        QCOMPARE(test::labelText(read.content.tiers.at(2).segments.at(0), "subtype"), std::string("noise"));
        QCOMPARE(read.report.skipped.size(), std::size_t(2));
    }

    void aSpeakersLineThatIsCutOffIsSkipped()
    {
        const ImportedTiers read
            = m_files.read("rttm", "SPEAKER f 1 0 1 <NA> <NA> ada <NA>\nSPEAKER f 1 1 1 <NA>\n");
        QCOMPARE(read.content.tiers.size(), std::size_t(1));
        QCOMPARE(read.report.skipped,
                 (std::vector<ImportReport::Skipped>{{2, "is cut off: it has 6 fields of at least 8"}}));
    }

    void frequenciesAreNoTextOfALabel()
    {
        const ExchangedTiers tiers = m_files.read("audacity", "0\t1\t\n\\\t100\t200\n").content;
        QCOMPARE(test::spans(m_files.again("audacity", tiers).content.tiers.at(0)), std::string("0-1 "));
    }

    void sampleCountsAreRefused()
    {
        QVERIFY(m_files.failure("rttm", "SPEAKER f 1 0 32000 <NA> <NA> a <NA>\nEND f 1 64000\n")
                    .find("counts samples")
                != std::string::npos);
    }

    void timesOfNoRecordingAreRefused_data()
    {
        QTest::addColumn<std::string>("time");
        QTest::newRow("nan") << std::string("nan");
        QTest::newRow("inf") << std::string("inf");
        QTest::newRow("1e300") << std::string("1e300");
        QTest::newRow("1e999") << std::string("1e999");
    }

    void timesOfNoRecordingAreRefused()
    {
        QFETCH(const std::string, time);
        QVERIFY(m_files.failure("audacity", "0\t" + time + "\ta\n").find("line 1: ") != std::string::npos);
        QVERIFY(m_files.failure("ctm", "r 1 0 " + time + " a\n").find("line 1: ") != std::string::npos);
        QVERIFY(m_files.failure("kaldi", "u r 0 " + time + "\n").find("line 1: ") != std::string::npos);
        QVERIFY(m_files.failure("rttm", "SPEAKER f 1 0 " + time + " <NA> <NA> a <NA>\n").find("line 1: ")
                != std::string::npos);
    }

    void timesBelowZeroAreKeptAndNoted()
    {
        const ImportedTiers read = m_files.read("audacity", "-0.5\t1\ta\n");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("-0.5-1 a"));
        QCOMPARE(read.report.notes.at(0), std::string("1 segments begin before 0 s; they are kept."));
    }

    void whatEndsBeforeItStartsIsSkipped()
    {
        const ImportedTiers read = m_files.read("audacity", "2\t1\ta\n1\t2\tb\n");
        QCOMPARE(read.report.read, std::size_t(1));
        QCOMPARE(read.report.skipped.at(0).line, std::size_t(1));
    }

    void whoSpeaksOnTwoChannelsHasATierForEach()
    {
        const std::string text = "SPEAKER talk 1 0.5 1 <NA> <NA> ann <NA> <NA>\n"
                                 "SPEAKER talk 2 0.75 1 <NA> <NA> ann <NA> <NA>\n";
        const ImportedTiers read = m_files.read("rttm", text);
        QCOMPARE(read.content.tiers.size(), std::size_t(2));
        QCOMPARE(test::labelText(read.content.tiers[1].segments.at(0), "channel"), std::string("2"));
        QCOMPARE(m_files.written("rttm", read.content), text);
    }
};

QTEST_GUILESS_MAIN(TestLineFormats)
#include "tst_line_formats.moc"
