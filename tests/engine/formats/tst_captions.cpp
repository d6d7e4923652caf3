#include <QTest>

#include <algorithm>

#include "tests/support/exchange.h"

using namespace engine;

/// WebVTT and SubRip.
class TestCaptions : public QObject {
    Q_OBJECT

    test::Exchange m_files;

private slots:
    void whatOnlyWebVttHoldsIsWrittenAgain()
    {
        const std::string text = "WEBVTT - a title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE a "
                                 "remark\nof two lines\n\n"
                                 "intro\n00:00:01.000 --> 00:00:02.000 align:start line:0\nOne\n\n"
                                 "00:00:02.000 --> 00:00:03.000\nTwo\n\nNOTE before three\n\n3\n00:00:03.000 "
                                 "--> 00:00:04.000\nThree\n";
        const ImportedTiers read = m_files.read("vtt", text);
        QCOMPARE(m_files.written("vtt", read.content), text);
        QCOMPARE(formatById("vtt")->losses(read.content), std::vector<std::string>());
        QCOMPARE(
            formatById("srt")->losses(read.content),
            std::vector<std::string>{"What only the other format holds is left out: header lines, notes and "
                                     "styles, cue identifiers, cue settings."});
    }

    void markupThatIsLeftOutIsNoted()
    {
        const ImportedTiers read = m_files.read(
            "vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<i>One</i>\n\n00:02.000 --> 00:03.000\n<v ada>Two</v>\n");
        QCOMPARE(read.report.notes,
                 std::vector<std::string>{"Markup in 1 cues is left out: their texts are plain."});
    }

    void cuesHaveVoicesSettingsAndIdentifiers()
    {
        const ImportedTiers read = m_files.read(
            "vtt",
            "WEBVTT - a title\n\nNOTE a remark\nof two lines\n\nSTYLE\n::cue { color: red }\n\nintro\n"
            "00:01.500 --> 00:02.000 align:start position:0%\n<v.loud Ada Lovelace>One &amp; "
            "<i>two</i></v>\n\n100:00:00.000 --> 100:00:01.000\nlate");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("1.5-2 One & two, 360000-360001 late"));
        QCOMPARE(test::labelText(read.content.tiers.at(0).segments.at(0), "voice"),
                 std::string("Ada Lovelace"));
        QCOMPARE(read.content.tiers.size(), std::size_t(1));
    }

    void timesInsideACueAreWords()
    {
        const ImportedTiers read
            = m_files.read("vtt",
                           "WEBVTT\nKind: captions\nLanguage: en\n\n00:00:01.000 --> "
                           "00:00:03.000\nbefore\nso<00:00:01.500><c> it</c><00:00:02.000><c> goes</c>\n");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("1-3 before\nso it goes"));
        QCOMPARE(test::spans(read.content.tiers.at(1)), std::string("1-1.5 so, 1.5-2 it, 2-3 goes"));
        QCOMPARE(read.content.tiers.at(1).tier.parent, read.content.tiers.at(0).tier.id);
        QCOMPARE(read.content.tiers.at(1).segments.at(2).parent, read.content.tiers.at(0).segments.at(0).id);
    }

    void downloadedCaptionsHaveLinesOfOneBlank()
    {
        const ImportedTiers read
            = m_files.read("vtt",
                           "WEBVTT\nKind: captions\nLanguage: en\n\n00:00:00.000 --> 00:00:02.000 "
                           "align:start position:0%\n \nhello<00:00:00.500><c> world</c>\n\n"
                           "00:00:02.000 --> 00:00:02.010 align:start position:0%\nhello world\n \n");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0-2 hello world, 2-2.01 hello world"));
        QCOMPARE(test::spans(read.content.tiers.at(1)), std::string("0-0.5 hello, 0.5-2 world"));
    }

    void aTimingInsideAPayloadIsText()
    {
        const ImportedTiers read
            = m_files.read("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nsee\n00:05.000 --> 00:06.000\n");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("1-2 see\n00:05.000 --> 00:06.000"));
    }

    void aTimestampMapIsNoted()
    {
        const ImportedTiers read = m_files.read(
            "vtt",
            "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n00:01.000 --> 00:02.000\na\n");
        QVERIFY(read.report.notes.at(0).starts_with("Times are those of the file; X-TIMESTAMP-MAP"));
    }

    void brokenTimingsAreSkipped()
    {
        const ImportedTiers read
            = m_files.read("vtt", "WEBVTT\n\n00:01.000 --> soon\na\n\n00:02.000 --> 00:03.000\nb\n");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("2-3 b"));
        QCOMPARE(read.report.skipped.at(0).line, std::size_t(3));
    }

    void whatWouldEndACueIsNotWritten()
    {
        ExchangedTier tier = test::tierOf(1, "captions", {{1, 2, "a --> b\n\n<c> & d"}, {0, 0, "point"}});
        tier.segments[0].values["voice"].value = std::string("Bob > Ann");
        const std::string text = m_files.written("vtt", {{tier}, {}, {}});
        QCOMPARE(text,
                 std::string("WEBVTT\n\n00:00:00.000 --> 00:00:00.001\npoint\n\n00:00:01.000 --> "
                             "00:00:02.000\n<v Bob &gt; Ann>a --&gt; b\n&lt;c&gt; &amp; d\n"));
        QCOMPARE(test::labelText(m_files.read("vtt", text).content.tiers.at(0).segments.at(1), "voice"),
                 std::string("Bob > Ann"));
    }

    void aVoiceThatSpeaksAllIsTheParticipant()
    {
        const std::string text = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ann>yes\n\n"
                                 "00:00:02.000 --> 00:00:03.000\n<v Ann>no\n";
        const ExchangedTiers read = m_files.read("vtt", text).content;
        QCOMPARE(read.tiers.at(0).tier.participant, std::string("Ann"));
        QVERIFY(read.tiers.at(0).segments.at(0).values.empty());
        QCOMPARE(m_files.written("vtt", read), text);
        QVERIFY(formatById("vtt")->losses(read).empty());
    }

    void subtitlesAreReadHoweverTheyAreWritten_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("as it should be")
            << std::string("1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:02,000 --> 00:00:03,500\n42\n");
        QTest::newRow("points, short")
            << std::string("1\n0:00:01.0 --> 0:00:02.0\na\n\n2\n0:00:02.0 --> 0:00:03.5\n42");
        QTest::newRow("no indexes") << std::string(
            "00:00:01,000 --> 00:00:02,000\na\n\n00:00:02,000 --> 00:00:03,500 X1:1 X2:2 Y1:3 Y2:4\n42\n");
        QTest::newRow("blank lines, CRLF, mark") << std::string(
            "\xef\xbb\xbf\r\n7\r\n00:00:01,000 --> 00:00:02,000\r\n\r\na\r\n\r\n\r\n9\r\n00:00:02,000 --> "
            "00:00:03,500\r\n42\r\n\r\n");
    }

    void subtitlesAreReadHoweverTheyAreWritten()
    {
        QFETCH(const std::string, text);
        QCOMPARE(test::spans(m_files.read("srt", text).content.tiers.at(0)), std::string("1-2 a, 2-3.5 42"));
    }

    void twoVoicesAndNumericEntitiesStay()
    {
        const ImportedTiers read = m_files.read(
            "vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>it&#39;s</v> <v Bob>no&#x21;</v>\n");
        const Segment& cue = read.content.tiers.at(0).segments.at(0);
        QCOMPARE(cue.text, std::string("it's no!"));
        QCOMPARE(std::get<std::string>(cue.values.at("voice").value), std::string("Ann & Bob"));
    }

    void timingsThatCannotBeReadEndTheCue()
    {
        const ImportedTiers read
            = m_files.read("srt",
                           "1\n00:00:01,000 --> 00:00:02,000\na --> b\n\n2\n00:00:02 --> soon\n"
                           "lost\n\n3\n00:00:03:000 --> 00:00:04:500\nc\n");
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("1-2 a --> b, 3-4.5 c"));
        QCOMPARE(read.report.skipped,
                 (std::vector<ImportReport::Skipped>{{6, "is a timing that cannot be read"}}));
    }

    void shortArrowsAreReadWithANote()
    {
        const ImportedTiers read
            = m_files.read("srt",
                           "1\n00:00:01,000 --> 00:00:02,000\na -> b\n00:00:05 -> 00:00:06\n\n"
                           "2\n00:00:02,000 -> 00:00:03,000\nc\n");
        QCOMPARE(test::spans(read.content.tiers.at(0)),
                 std::string("1-2 a -> b\n00:00:05 -> 00:00:06, 2-3 c"));
        QCOMPARE(read.report.notes,
                 (std::vector<std::string>{"Line 7: '->' was read as '-->', here and further on."}));
    }

    void textWithoutATimeIsSkippedWithItsLine()
    {
        const ImportedTiers read
            = m_files.read("srt", "\n\nwho knows when\nor what\n\n1\n00:00:01,000 --> 00:00:02,000\na\n");
        QCOMPARE(read.report.skipped, (std::vector<ImportReport::Skipped>{{3, "text without a time"}}));
    }

    void withoutTextTheLabelThatMattersIsShown_data()
    {
        QTest::addColumn<std::string>("table");
        QTest::addColumn<std::string>("text");
        QTest::newRow("the only judgement")
            << std::string("video_id,clip_id,start,end,sentiment\nv,1,0,1,2\n") << std::string("2");
        QTest::newRow("the first column that counts")
            << std::string("video_id,clip_id,start,end,sentiment,anger\nv,7,0,1,-1,3\n") << std::string("-1");
        QTest::newRow("the one called like the tier")
            << std::string("video_id,clip_id,tier,start,end,anger,mood\nv,7,mood,0,1,3,glad\n")
            << std::string("glad");
        QTest::newRow("a number before a word")
            << std::string("video_id,clip_id,tier,start,end,annotation,label\nv,7,x,0,1,Positive,1.5\n")
            << std::string("1.5");
        QTest::newRow("nothing but a number of the clip")
            << std::string("video_id,clip_id,start,end\nv,7,0,1\n") << std::string();
    }
    void withoutTextTheLabelThatMattersIsShown()
    {
        QFETCH(const std::string, table);
        QFETCH(const std::string, text);
        const ExchangedTiers tiers = m_files.read("csv", table).content;
        QCOMPARE(m_files.written("srt", tiers), "1\n00:00:00,000 --> 00:00:01,000\n" + text + "\n");
    }

    void itIsSaidWhichLabelIsShown()
    {
        const ExchangedTiers tiers
            = m_files.read("csv", "video_id,clip_id,start,end,sentiment\nv,1,0,1,2\n").content;
        const std::vector<std::string> losses = formatById("srt")->losses(tiers);
        QVERIFY(
            std::ranges::find(losses,
                              "Of labels (clip_id, sentiment) only sentiment becomes text, where there is "
                              "none.")
            != losses.end());
    }

    void tiersWithoutSegmentsGetNoFile()
    {
        const ExchangedTier full = test::tierOf(1, "a", {{0, 1, "x"}});
        const ExchangedTier empty = test::tierOf(2, "b", {});
        for (const char* format : {"srt", "audacity"}) {
            QCOMPARE(formatById(format)->write({{full, empty}, {}, {}}, m_files.path("one"), {}).size(),
                     std::size_t(1));
            QVERIFY(test::failureOf([&] {
                        formatById(format)->write({{empty}, {}, {}}, m_files.path("none"), {});
                    }).starts_with("nothing_to_write: "));
        }
    }

    void markupOfSubtitlesStays()
    {
        const ImportedTiers read
            = m_files.read("srt", "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>a</i>\n- b\n");
        QCOMPARE(read.content.tiers.at(0).segments.at(0).text, std::string("{\\an8}<i>a</i>\n- b"));
    }

    void everyTierGetsAFile()
    {
        const ExchangedTiers tiers{
            {test::tierOf(1, "a/b", {{0, 1, "x"}}), test::tierOf(2, "c", {{1, 2, "y"}})}, {}, {}};
        const auto written = formatById("srt")->write(tiers, m_files.path("t.srt"), {});
        QCOMPARE(written, (std::vector{m_files.path("t-a_b.srt"), m_files.path("t-c.srt")}));
        QCOMPARE(m_files.bytesOf(written[1]), std::string("1\n00:00:01,000 --> 00:00:02,000\ny\n"));
    }
};

QTEST_GUILESS_MAIN(TestCaptions)
#include "tst_captions.moc"
