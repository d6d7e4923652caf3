#include "engine/formats/input/number_text.h"

#include <QTest>

#include <algorithm>

#include "tests/support/exchange.h"

using namespace engine;

namespace {

/// A document around these parts; times ts1, ts2, … at these milliseconds, empty: without a time.
std::string document(const std::vector<std::string>& times, const std::string& parts,
                     const std::string& units = "milliseconds")
{
    std::string text = "<?xml version=\"1.0\"?><ANNOTATION_DOCUMENT AUTHOR=\"\"><HEADER TIME_UNITS=\"" + units
        + "\"/><TIME_ORDER>";
    for (std::size_t i = 0; i < times.size(); ++i)
        text += "<TIME_SLOT TIME_SLOT_ID=\"ts" + std::to_string(i + 1) + "\""
            + (times[i].empty() ? "" : " TIME_VALUE=\"" + times[i] + "\"") + " />";
    return text + "</TIME_ORDER>" + parts + "</ANNOTATION_DOCUMENT>";
}

std::string tier(const std::string& name, const std::string& type, const std::string& parent,
                 const std::string& annotations)
{
    return "<TIER TIER_ID=\"" + name + "\" LINGUISTIC_TYPE_REF=\"" + type + "\""
        + (parent.empty() ? "" : " PARENT_REF=\"" + parent + "\"") + ">" + annotations + "</TIER>";
}

std::string aligned(const std::string& id, int first, int last, const std::string& text,
                    const std::string& more = {})
{
    return "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"" + id + "\" TIME_SLOT_REF1=\"ts"
        + std::to_string(first) + "\" TIME_SLOT_REF2=\"ts" + std::to_string(last) + "\" " + more
        + "><ANNOTATION_VALUE>" + text + "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>";
}

std::string reference(const std::string& id, const std::string& to, const std::string& text,
                      const std::string& previous = {})
{
    return "<ANNOTATION><REF_ANNOTATION ANNOTATION_ID=\"" + id + "\" ANNOTATION_REF=\"" + to + "\""
        + (previous.empty() ? "" : " PREVIOUS_ANNOTATION=\"" + previous + "\"") + "><ANNOTATION_VALUE>" + text
        + "</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>";
}

const std::string kTypes
    = "<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"root\" TIME_ALIGNABLE=\"true\"/>"
      "<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"part\" CONSTRAINTS=\"Time_Subdivision\"/>"
      "<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"list\" CONSTRAINTS=\"Symbolic_Subdivision\"/>"
      "<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"one\" CONSTRAINTS=\"Symbolic_Association\" "
      "CONTROLLED_VOCABULARY_REF=\"mood\"/>";

}

class TestEaf : public QObject {
    Q_OBJECT

    test::Exchange m_files;

private slots:
    void slotsWithoutTimesLieEvenlyBetweenTheirNeighbours()
    {
        const std::string text = document(
            {"0", "", "", "3000"},
            tier("p", "root", "", aligned("a1", 1, 4, "all"))
                + tier("c", "part", "p",
                       aligned("a2", 1, 2, "x") + aligned("a3", 2, 3, "y") + aligned("a4", 3, 4, "z"))
                + kTypes);
        const ImportedTiers read = m_files.read("eaf", text);
        const ExchangedTier& parts = read.content.tiers.at(1);
        QCOMPARE(test::spans(parts), std::string("0-1 x, 1-2 y, 2-3 z"));
        QVERIFY(!parts.segments[1].start.recorded && parts.segments[0].start.recorded);
        QCOMPARE(parts.interpolated.size(), std::size_t(2));
        QCOMPARE(parts.segments[1].parent, read.content.tiers.at(0).segments[0].id);
    }

    void whatWasInterpolatedIsNotWrittenAsMeasured()
    {
        const std::string text = document(
            {"0", "", "2000"},
            tier("p", "root", "", aligned("a1", 1, 3, "all"))
                + tier("c", "part", "p", aligned("a2", 1, 2, "x") + aligned("a3", 2, 3, "y")) + kTypes);
        const ExchangedTiers tiers = m_files.read("eaf", text).content;
        const std::string written = m_files.written("eaf", tiers);
        QCOMPARE(written.find("<TIME_SLOT TIME_SLOT_ID=\"ts4\"/>") == std::string::npos, false);
        QCOMPARE(test::spans(m_files.again("eaf", tiers).content.tiers.at(1)), std::string("0-1 x, 1-2 y"));
    }

    void slotsWithoutTimedNeighboursAreSkipped()
    {
        const ImportedTiers read = m_files.read(
            "eaf",
            document({"0", "", "1000"},
                     tier("p", "root", "", aligned("a1", 1, 2, "x") + aligned("a2", 1, 3, "y")) + kTypes));
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0-1 y"));
        QCOMPARE(read.report.skipped.size(), std::size_t(1));
        QCOMPARE(read.report.skipped[0].line, std::size_t(1));
    }

    void symbolicChildrenFollowTheirChain()
    {
        const std::string children = reference("a9", "a1", "second", "a12")
            + reference("a10", "a1", "third", "a9") + reference("a12", "a1", "first");
        const ImportedTiers read = m_files.read("eaf",
                                                document({"0", "1000"},
                                                         tier("p", "root", "", aligned("a1", 1, 2, "all"))
                                                             + tier("c", "list", "p", children) + kTypes));
        const ExchangedTier& list = read.content.tiers.at(1);
        QCOMPARE(test::spans(list), std::string("0-1 first, 0-1 second, 0-1 third"));
        QCOMPARE(list.segments[2].order, 2);
        const ExchangedTiers again = m_files.again("eaf", read.content).content;
        QCOMPARE(test::spans(again.tiers.at(1)), test::spans(list));
    }

    void referencesOfReferencesHaveTheTimesOfTheFirst()
    {
        const ImportedTiers read
            = m_files.read("eaf",
                           document({"500", "900"},
                                    tier("c", "list", "b", reference("a3", "a2", "z"))
                                        + tier("b", "list", "a", reference("a2", "a1", "y"))
                                        + tier("a", "root", "", aligned("a1", 1, 2, "x")) + kTypes));
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0.5-0.9 z"));
        QCOMPARE(read.content.tiers.at(0).segments[0].parent, read.content.tiers.at(1).segments[0].id);
    }

    void referencesInACircleAreSkipped()
    {
        const std::string circle = reference("a1", "a2", "x") + reference("a2", "a1", "y");
        const ImportedTiers read = m_files.read("eaf",
                                                document({"0", "1000"},
                                                         tier("p", "root", "", aligned("a0", 1, 2, "all"))
                                                             + tier("a", "list", "", circle) + kTypes));
        QCOMPARE(read.report.read, std::size_t(1));
        QCOMPARE(read.report.skipped.size(), std::size_t(2));
    }

    void aFileOfNothingElseIsRefused()
    {
        const std::string circle = reference("a1", "a2", "x") + reference("a2", "a1", "y");
        const std::string failure
            = m_files.failure("eaf", document({}, tier("p", "root", "", circle) + kTypes));
        QVERIFY2(failure.find("line 1: holds no annotation that could be read: annotation a1 refers to no")
                     != std::string::npos,
                 failure.c_str());
    }

    void tiersInACircleStandAlone()
    {
        const ImportedTiers read = m_files.read(
            "eaf", document({}, tier("a", "list", "b", "") + tier("b", "list", "a", "") + kTypes));
        QCOMPARE(read.content.tiers.at(1).tier.parent, TierId(0));
    }

    void vocabulariesOfTwoLanguagesGiveTheFirst()
    {
        const std::string vocabulary
            = "<CONTROLLED_VOCABULARY CV_ID=\"mood\"><CV_ENTRY_ML CVE_ID=\"c1\"><CVE_VALUE "
              "LANG_REF=\"eng\">glad</CVE_VALUE>"
              "<CVE_VALUE LANG_REF=\"deu\">froh</CVE_VALUE></CV_ENTRY_ML></CONTROLLED_VOCABULARY>";
        const ImportedTiers read
            = m_files.read("eaf",
                           document({"0", "1000"},
                                    tier("p", "one", "", aligned("a1", 1, 2, "happy", "CVE_REF=\"c1\""))
                                        + kTypes + vocabulary));
        const Segment& segment = read.content.tiers.at(0).segments.at(0);
        QCOMPARE(segment.text, std::string("happy")); // what was shown
        QCOMPARE(test::labelText(segment, "mood"), std::string("glad")); // what was meant
    }

    void vocabulariesBefore28HaveNoIds()
    {
        const std::string vocabulary = "<CONTROLLED_VOCABULARY CV_ID=\"mood\" DESCRIPTION=\"\"><CV_ENTRY "
                                       "DESCRIPTION=\"\">1</CV_ENTRY><CV_ENTRY>2</CV_ENTRY><CV_ENTRY>3</"
                                       "CV_ENTRY></CONTROLLED_VOCABULARY>";
        const ImportedTiers read = m_files.read(
            "eaf",
            document({"0", "1000"}, tier("p", "one", "", aligned("a1", 1, 2, "2")) + kTypes + vocabulary));
        QCOMPARE(std::get<NumberScale>(read.content.tiers.at(0).tier.label("mood")->scale),
                 (NumberScale{1.0, 3.0, 1.0}));
        QCOMPARE(test::labelNumber(read.content.tiers.at(0).segments.at(0), "mood"), 2.0);
    }

    void framesAreTimes()
    {
        const ImportedTiers read = m_files.read(
            "eaf",
            document({"25", "50"}, tier("p", "root", "", aligned("a1", 1, 2, "x")) + kTypes, "PAL-frames"));
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("1-2 x"));
    }

    void overlapsAreKeptWhenReadAndPartedWhenWritten()
    {
        const ExchangedTiers tiers{
            {test::tierOf(1, "words", {{0, 2, "a"}, {1, 3, "b"}, {2, 4, "c"}})}, {}, {}};
        const ExchangedTiers again = m_files.again("eaf", tiers).content;
        QCOMPARE(test::spans(again.tiers.at(0)), std::string("0-2 a, 2-4 c"));
        QCOMPARE(again.tiers.at(1).tier.name, std::string("words (2)"));
        QCOMPARE(test::spans(again.tiers.at(1)), std::string("1-3 b"));
        QCOMPARE(formatById("eaf")->losses(tiers),
                 std::vector<std::string>{"Overlapping segments go to further tiers: 'words'."});
        const ImportedTiers read = m_files.read(
            "eaf",
            document({"0", "2000", "1000", "3000"},
                     tier("p", "root", "", aligned("a1", 1, 2, "x") + aligned("a2", 3, 4, "y")) + kTypes));
        QVERIFY(read.content.tiers.at(0).tier.overlapping);
    }

    void labelsBecomeTiersWithVocabularies()
    {
        ExchangedTier labels = test::tierOf(1, "labels", {{0, 1, ""}, {1, 2, ""}});
        labels.tier.labels = {{"sentiment", NumberScale{-3, 3, 1}}, {"valence", NumberScale{-1, 1, 0}}};
        labels.segments[0].values["sentiment"].value = -2.0;
        labels.segments[1].values["valence"].value = 0.25;
        const ExchangedTiers tiers{{labels}, {}, {}};
        const std::string text = m_files.written("eaf", tiers);
        QVERIFY(text.find("CVE_REF=\"cve2\"") != std::string::npos);
        const ExchangedTiers again = m_files.again("eaf", tiers).content;
        QCOMPARE(again.tiers.at(1).tier.name, std::string("labels:sentiment"));
        QCOMPARE(again.tiers.at(1).tier.label("sentiment")->scale,
                 (std::variant<NumberScale, Vocabulary, FreeText>(NumberScale{-3, 3, 1})));
        QCOMPARE(test::labelNumber(again.tiers.at(1).segments.at(0), "sentiment"), -2.0);
        QCOMPARE(again.tiers.at(1).segments.at(0).parent, again.tiers.at(0).segments.at(0).id);
        QCOMPARE(again.tiers.at(2).segments.at(0).text, std::string("0.25"));
    }

    void noTimeIsNegativeInTheFile()
    {
        const ExchangedTiers tiers{{test::tierOf(1, "words", {{-0.4776, 1, "a"}})}, {}, {}};
        const std::string text = m_files.written("eaf", tiers);
        QVERIFY(text.find("TIME_VALUE=\"-") == std::string::npos
                && text.find("TIME_VALUE=\"1478\"") != std::string::npos);
        QCOMPARE(test::spans(m_files.again("eaf", tiers).content.tiers.at(0)), std::string("-0.478-1 a"));
    }

    void pointsBecomeAMillisecondLong()
    {
        const ExchangedTiers tiers{{test::tierOf(1, "words", {{1, 1, "a"}, {1.0002, 1.5, "b"}})}, {}, {}};
        const ExchangedTiers again = m_files.again("eaf", tiers).content;
        QCOMPARE(test::spans(again.tiers.at(0)), std::string("1-1.001 a"));
        QCOMPARE(test::spans(again.tiers.at(1)), std::string("1-1.5 b"));
    }

    void theLastIdIsWrittenAndSlotsHaveNoBlankAtTheirEnd()
    {
        const std::string text
            = m_files.written("eaf", {{test::tierOf(1, "a", {{0, 1, "x"}, {1, 2, "y"}})}, {}, {}});
        QVERIFY(text.find("<PROPERTY NAME=\"lastUsedAnnotationId\">2</PROPERTY>") != std::string::npos);
        QVERIFY(text.find(" />") == std::string::npos);
    }

    void lettersOfXmlSurvive()
    {
        const std::string odd = "a<b>&\"c\" \td\ne  ";
        ExchangedTier tier = test::tierOf(1, "n & \"m\"", {{0, 1, odd}, {1, 2, " "}, {2, 3, ""}});
        const ExchangedTiers again = m_files.again("eaf", {{tier}, {}, {}}).content;
        QCOMPARE(again.tiers.at(0).tier.name, tier.tier.name);
        QCOMPARE(again.tiers.at(0).segments.at(0).text, odd);
        QCOMPARE(again.tiers.at(0).segments.at(1).text, std::string(" "));
        QCOMPARE(again.tiers.at(0).segments.at(2).text, std::string());
    }

    void whatOnlyElanHoldsIsWrittenAgain()
    {
        const std::string text
            = R"(<ANNOTATION_DOCUMENT AUTHOR="Ada" DATE="2020-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0">
<LICENSE LICENSE_URL="x.org">CC</LICENSE>
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="a.wav" MIME_TYPE="audio/x-wav" TIME_ORIGIN="1500"/>
<LINKED_FILE_DESCRIPTOR LINK_URL="b.csv" MIME_TYPE="unknown"/><PROPERTY NAME="URN">urn:x</PROPERTY></HEADER>
<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="900"/></TIME_ORDER>
<TIER LINGUISTIC_TYPE_REF="t" TIER_ID="mood"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" CVE_REF="c7" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>glad</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER LINGUISTIC_TYPE_REF="e" TIER_ID="other"/>
<LINGUISTIC_TYPE CONTROLLED_VOCABULARY_REF="emotions" LINGUISTIC_TYPE_ID="t" TIME_ALIGNABLE="true"/>
<LINGUISTIC_TYPE CONTROLLED_VOCABULARY_REF="far" LINGUISTIC_TYPE_ID="e" TIME_ALIGNABLE="true"/>
<LANGUAGE LANG_DEF="d" LANG_ID="eng" LANG_LABEL="English"/><LANGUAGE LANG_DEF="d" LANG_ID="deu" LANG_LABEL="German"/>
<CONTROLLED_VOCABULARY CV_ID="emotions"><DESCRIPTION LANG_REF="eng"/><CV_ENTRY_ML CVE_ID="c7"><CVE_VALUE LANG_REF="eng">glad</CVE_VALUE><CVE_VALUE LANG_REF="deu">froh</CVE_VALUE></CV_ENTRY_ML></CONTROLLED_VOCABULARY>
<CONTROLLED_VOCABULARY CV_ID="far" EXT_REF="er1"/>
<EXTERNAL_REF EXT_REF_ID="er1" TYPE="ecv" VALUE="far.ecv"/></ANNOTATION_DOCUMENT>)";
        const ImportedTiers read = m_files.read("eaf", text);
        const std::string written = m_files.written("eaf", read.content);
        for (const char* part :
             {"AUTHOR=\"Ada\"", "x.org", "TIME_ORIGIN=\"1500\"", "LINK_URL=\"b.csv\"", "urn:x", ">froh<",
              "CVE_REF=\"c7\"", "LANG_ID=\"deu\"", "CV_ID=\"far\" EXT_REF=\"er1\"", "VALUE=\"far.ecv\"",
              "CONTROLLED_VOCABULARY_REF=\"far\""})
            QVERIFY2(written.find(part) != std::string::npos, (part + ("\n" + written)).c_str());
        QVERIFY(m_files.read("eaf", written).content == read.content);
        QCOMPARE(formatById("eaf")->losses(read.content), std::vector<std::string>());
        const auto losses = formatById("textgrid")->losses(read.content);
        const auto isSaid = [&](const char* sentence) {
            return std::ranges::any_of(losses,
                                       [&](const std::string& loss) { return loss.starts_with(sentence); });
        };
        QVERIFY(isSaid("What only the other format holds is left out: author, licences, linked files"));
        QVERIFY(isSaid("Where in its file a recording begins cannot be kept."));
    }
};

QTEST_GUILESS_MAIN(TestEaf)
#include "tst_eaf.moc"
