#include <QTest>

#include <algorithm>
#include <bit>
#include <cstdint>

#include "tests/support/exchange.h"

using namespace engine;

namespace {

const std::string kHead = "\"ooTextFile\"\n\"TextGrid\"\n0 2 <exists> 1\n";

}

class TestTextGrid : public QObject {
    Q_OBJECT

    test::Exchange m_files;

private slots:
    void onlyFreeStandingTokensCount_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("short") << kHead + "\"IntervalTier\" \"w\" 0 2 1 0 2 \"a\"";
        QTest::newRow("one line each")
            << std::string("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0\nxmax = "
                           "2\ntiers? <exists>\nsize = 1\n"
                           "item []:\n item [1]:\n class = \"IntervalTier\"\n name = \"w\"\n xmin = 0\n xmax "
                           "= 2\n intervals: size = 1\n"
                           " intervals [1]\n xmin = 0\n xmax = 2\n text = \"a\"\n");
        QTest::newRow("words between")
            << kHead + "a tier of \"IntervalTier\" called \"w\" from 0 to 2 with 1 from 0 to 2 saying \"a\"";
        QTest::newRow("comments") << kHead
                + "! 99 \"x\"\n\"IntervalTier\" \"w\" 0 2 1 !1 \"b\"\n0 2 \"a\" ! end";
        QTest::newRow("CR") << std::string("\"ooTextFile\"\r\"TextGrid\"\r0\r2\r<exists>"
                                           "\r1\r\"IntervalTier\"\r\"w\"\r0\r2\r1\r0\r2\r\"a\"\r");
        QTest::newRow("old short") << std::string(
            "File type = \"ooTextFile "
            "short\"\n\"TextGrid\"\n0\n2\n<exists>\n1\n\"IntervalTier\"\n\"w\"\n0\n2\n1\n-0\n2e0\n\"a\"\n");
        QTest::newRow("byte order mark") << "\xef\xbb\xbf" + kHead + "\"IntervalTier\" \"w\" 0 2 1 0 2 \"a\"";
    }

    void onlyFreeStandingTokensCount()
    {
        QFETCH(const std::string, text);
        const ImportedTiers read = m_files.read("textgrid", text);
        QCOMPARE(read.content.tiers.at(0).tier.name, std::string("w"));
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0-2 a"));
    }

    void textsKeepQuotesBreaksAndBackslashes()
    {
        const std::string odd = "say \"\"hi\"\" \\ae ! <b>\nand more";
        const ImportedTiers read
            = m_files.read("textgrid", kHead + "\"IntervalTier\" \"w\" 0 2 1 0 2 \"" + odd + "\"");
        QCOMPARE(read.content.tiers.at(0).segments.at(0).text,
                 std::string("say \"hi\" \\ae ! <b>\nand more"));
        QCOMPARE(m_files.again("textgrid", read.content).content.tiers, read.content.tiers);
    }

    void lineEndsOfTheFileAreNoneOfTheText()
    {
        const ImportedTiers read
            = m_files.read("textgrid", kHead + "\"IntervalTier\" \"w\" 0 2 1 0 2 \"a\r\nb\rc\r\n\r\nd\r\"");
        QCOMPARE(read.content.tiers.at(0).segments.at(0).text, std::string("a\nb\nc\n\nd\n"));
    }

    void aGridThatNobodyFilledInIsRead()
    {
        const ImportedTiers read = m_files.read("textgrid", kHead + "\"IntervalTier\" \"w\" 0 2 1 0 2 \"\"");
        QCOMPARE(read.content.tiers.at(0).tier.name, std::string("w"));
        QCOMPARE(read.report.skipped.size(), std::size_t(1));
    }

    void blankIntervalsAreListedWithTheirLines()
    {
        const ImportedTiers read = m_files.read(
            "textgrid", kHead + "\"IntervalTier\" \"w\" 0 2 3\n0 1 \"\"\n1 1.5 \"a\"\n1.5 2 \" \"\n");
        QCOMPARE(read.report.read, std::size_t(1));
        QCOMPARE(read.report.skipped,
                 (std::vector<ImportReport::Skipped>{{5, "blank interval: no segment"},
                                                     {7, "blank interval: no segment"}}));
    }

    void latin1IsReadWithANote()
    {
        const ImportedTiers read
            = m_files.read("textgrid", kHead + "\"IntervalTier\" \"w\" 0 2 1 0 2 \"caf\xe9\"");
        QCOMPARE(read.content.tiers.at(0).segments.at(0).text, std::string("caf\xc3\xa9"));
        QCOMPARE(read.report.notes.size(), std::size_t(1));
    }

    void whatIsNoTextGridIsRefused_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("part");
        QTest::newRow("binary") << std::string("ooBinaryFile\x08TextGrid")
                                << std::string(
                                       "byte 21: the file ends where the start of the grid should be");
        QTest::newRow("binary sound") << std::string("ooBinaryFile\x05Sound")
                                      << std::string("is a binary Praat file of a Sound, no TextGrid");
        QTest::newRow("cut off") << kHead + "\"IntervalTier\" \"w\" 0 2 2 0 1 \"a\""
                                 << std::string(
                                        "line 4: the file ends where the start of an interval should be");
        QTest::newRow("a count of 4e9") << kHead + "\"IntervalTier\" \"w\" 0 2 4000000000 0 1 \"a\""
                                        << std::string("the file ends where");
        QTest::newRow("fewer than no intervals") << kHead + "\"IntervalTier\" \"w\" 0 2 -5"
                                                 << std::string("line 4: the number of items cannot be -5");
        QTest::newRow("half a tier") << std::string("\"ooTextFile\" \"TextGrid\" 0 2 <exists> 0.5")
                                     << std::string("the number of tiers cannot be 0.5");
        QTest::newRow("an open quote")
            << kHead + "\"IntervalTier\" \"w\" 0 2 1 0 2 \"a" << std::string("does not end");
        QTest::newRow("not a number")
            << kHead + "\"IntervalTier\" \"w\" 0 2 1 nan 2 \"a\"" << std::string("is no time of a recording");
        QTest::newRow("too large") << kHead + "\"IntervalTier\" \"w\" 0 2 1 0 1e300 \"a\""
                                   << std::string("is no time of a recording");
        QTest::newRow("other class") << std::string("\"ooTextFile\" \"Pitch\" 0 1")
                                     << std::string("is no TextGrid");
    }

    void whatIsNoTextGridIsRefused()
    {
        QFETCH(const std::string, text);
        QFETCH(const std::string, part);
        const std::string failure = m_files.failure("textgrid", text);
        QVERIFY2(failure.starts_with("data_invalid: ") && failure.find(part) != std::string::npos,
                 failure.c_str());
    }

    void gapsAreFilledAndTheGridKeepsItsExtent()
    {
        const ExchangedTiers tiers{
            {test::tierOf(1, "w", {{1, 2, "b"}, {0.25, 0.5, "a"}})}, {}, Interval{0, 3}};
        const std::string text = m_files.written("textgrid", tiers);
        QVERIFY(text.find("intervals: size = 5") != std::string::npos);
        const ImportedTiers read = m_files.read("textgrid", text);
        QCOMPARE(read.content.extent, tiers.extent);
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0.25-0.5 a, 1-2 b"));
        QCOMPARE(read.report.skipped.size(), std::size_t(3));
    }

    void timesAreWrittenAsExactlyAsTheyAre()
    {
        const double odd = 0.1 + 0.2;
        const ExchangedTiers again
            = m_files.again("textgrid", {{test::tierOf(1, "w", {{odd, 1.0 / 3.0 + 1.0, "a"}})}, {}, {}})
                  .content;
        QCOMPARE(again.tiers.at(0).segments.at(0).start.seconds(), odd);
        QCOMPARE(again.tiers.at(0).segments.at(0).end.seconds(), 1.0 / 3.0 + 1.0);
    }

    void tiersThatDependOnOthersStayWhole()
    {
        ExchangedTier child = test::tierOf(2, "notes", {{0, 1, "x"}, {1, 2, "y"}});
        child.tier.parent = 1;
        child.tier.constraint = Constraint::SymbolicAssociation;
        ExchangedTier parent = test::tierOf(1, "words", {{0, 1, "a"}, {1, 2, "b"}});
        for (std::size_t i = 0; i < 2; ++i)
            child.segments[i].parent = parent.segments[i].id;
        const ExchangedTiers again = m_files.again("textgrid", {{parent, child}, {}, {}}).content;
        QCOMPARE(displayNames(again), (std::vector<std::string>{"words", "notes"}));
        QCOMPARE(test::spans(again.tiers.at(1)), test::spans(child));
    }

    void whatHasNoLengthBecomesPoints()
    {
        const ExchangedTiers tiers{{test::tierOf(1, "w", {{0, 1, "a"}, {1, 1, "b"}, {1, 1, "c"}})}, {}, {}};
        const ExchangedTiers again = m_files.again("textgrid", tiers).content;
        QCOMPARE(again.tiers.size(), std::size_t(3));
        QCOMPARE(again.tiers.at(1).tier.kind, TierKind::Point);
        QCOMPARE(test::spans(again.tiers.at(1)), std::string("1-1 b"));
        QCOMPARE(test::spans(again.tiers.at(2)), std::string("1-1 c"));
    }

    void overlapsOfLessThanAMillisecondAreOneEdge()
    {
        const ExchangedTiers tiers{
            {test::tierOf(1, "phones", {{0, 0.5000001, "a"}, {0.5, 1, "b"}, {0.9, 2, "c"}})}, {}, {}};
        const auto again = m_files.again("textgrid", tiers).content;
        QCOMPARE(again.tiers.size(), std::size_t(2)); // c overlaps by more
        const auto& segments = again.tiers.at(0).segments;
        QCOMPARE(segments.at(1).text, std::string("b"));
        QCOMPARE(segments.at(1).start, segments.at(0).end);
        const auto losses = formatById("textgrid")->losses(tiers);
        QVERIFY(std::ranges::find(losses,
                                  "1 segments begin up to a millisecond later, where the one before ends.")
                != losses.end());
    }

    void segmentsWithoutTextSayWhoSpeaks()
    {
        ExchangedTier tier = test::tierOf(1, "speaker1", {{0, 1, ""}, {2, 3, ""}});
        tier.tier.participant = "speaker1";
        QCOMPARE(test::spans(m_files.again("textgrid", {{tier}, {}, {}}).content.tiers.at(0)),
                 std::string("0-1 speaker1, 2-3 speaker1"));
        const auto losses = formatById("textgrid")->losses({{tier}, {}, {}});
        QVERIFY(std::ranges::find(losses, "2 segments without text get the speaker's name.") != losses.end());
    }

    void noWordIsMadeOfASpeakersName_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("other");
        QTest::newRow("a tier of words") << std::string("words") << std::string("");
        QTest::newRow("one that is called as the speaker, with words")
            << std::string("P1") << std::string("hm");
    }

    void noWordIsMadeOfASpeakersName()
    {
        QFETCH(const std::string, name);
        QFETCH(const std::string, other);
        ExchangedTier tier = test::tierOf(1, name, {{0, 1, ""}, {2, 3, other}});
        tier.tier.participant = "P1";
        QVERIFY(m_files.written("textgrid", {{tier}, {}, {}}).find("text = \"P1\"") == std::string::npos);
    }

    void partsOfOneTimeAreSaidToGoToFurtherTiers()
    {
        ExchangedTier tier = test::tierOf(2, "gloss", {{0, 1, "a"}, {0, 1, "b"}});
        tier.tier.parent = 1;
        tier.tier.constraint = Constraint::SymbolicSubdivision;
        const auto losses
            = formatById("textgrid")->losses({{test::tierOf(1, "words", {{0, 1, "ab"}}), tier}, {}, {}});
        QVERIFY(std::ranges::find(losses, "Overlapping segments go to further tiers: 'gloss'.")
                != losses.end());
    }

    void binaryFilesOfPraatAreRead()
    {
        std::string bytes = "ooBinaryFile\x08TextGrid";
        const auto whole = [&](std::uint64_t value, int width) {
            for (int i = width - 1; i >= 0; --i)
                bytes += static_cast<char>(value >> 8 * i);
        };
        const auto number = [&](double value) { whole(std::bit_cast<std::uint64_t>(value), 8); };
        const auto text = [&](const std::string& value) {
            whole(value.size(), 2);
            bytes += value;
        };
        number(0.0);
        number(2.5);
        whole(1, 1);
        whole(2, 4);
        bytes += "\x0cIntervalTier";
        text("words");
        number(0.0);
        number(2.5);
        whole(3, 4);
        number(0.0);
        number(0.1);
        text("");
        number(0.1);
        number(1.5);
        text("so");
        number(1.5);
        number(2.5);
        whole(0xffff, 2); // letters of two bytes
        whole(3, 2);
        for (const std::uint64_t unit : {0xe9, 0xd83d, 0xde00})
            whole(unit, 2);
        bytes += "\x08TextTier";
        text("clicks");
        number(0.0);
        number(2.5);
        whole(1, 4);
        number(0.75);
        text("x");
        const ImportedTiers read = m_files.read("textgrid", bytes);
        QCOMPARE(test::spans(read.content.tiers.at(0)),
                 std::string("0.1-1.5 so, 1.5-2.5 \xc3\xa9\xf0\x9f\x98\x80"));
        QCOMPARE(test::spans(read.content.tiers.at(1)), std::string("0.75-0.75 x"));
        QCOMPARE(read.content.tiers.at(1).tier.kind, TierKind::Point);
        QCOMPARE(*read.content.extent, (Interval{0.0, 2.5}));
        QCOMPARE(read.report.skipped.size(), std::size_t(1));
        for (std::size_t size = 12; size < bytes.size(); ++size)
            QVERIFY(m_files.failure("textgrid", bytes.substr(0, size)).starts_with("data_invalid: "));
    }
};

QTEST_GUILESS_MAIN(TestTextGrid)
#include "tst_textgrid.moc"
