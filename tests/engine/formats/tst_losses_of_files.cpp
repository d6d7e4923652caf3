#include "engine/formats/format_registry.h"

#include <QTest>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <random>

#include "tests/support/exchange.h"

using namespace engine;

namespace {

constexpr int kMixtures = 40; // per format

/// A field that a file may have: what stands at its place in the template, without and with it.
struct Field {
    const char* name;
    const char* filled;
    const char* sought; ///< in the file that is written: it was kept
    const char* empty = "";
};

/// A file of a format with places for each of its fields: `@name@`.
struct Template {
    const char* format;
    const char* text;
    std::vector<Field> fields;
};

const std::vector<Template>& templates()
{
    static const std::vector<Template> all{
        {"rttm",
         "@comment@SPEAKER talk @channel@ 0.5 @length@ @ortho@ @subtype@ @name@ @conf@ @slat@@more@\n"
         "@noise@@info@@cut@",
         {{"comment", ";; a REMARK\n", "REMARK"},
          {"channel", "7", "talk 7 ", "1"},
          {"length", "<NA>", "0.5 <NA>", "1.25"},
          {"ortho", "WOW", "WOW", "<NA>"},
          {"subtype", "ADULT", "ADULT", "<NA>"},
          {"name", "BEN", "BEN", "ann"},
          {"conf", "0.25", "0.25", "<NA>"},
          {"slat", "0.75", "0.75", "<NA>"},
          {"more", " MORE", "MORE"},
          {"noise", "NON-SPEECH talk 1 3 1 <NA> LAUGH <NA> <NA> <NA>\n", "LAUGH"},
          {"info", "SPKR-INFO talk 1 <NA> <NA> <NA> FEMALE ann <NA> <NA>\n", "FEMALE"},
          {"cut", "SPEAKER talk 1 7.5\n", "7.5"}}},
        {"ctm",
         "@comment@talk @channel@ 0.5 0.25 @word@@behind@\ntalk 2 1 1 other@alternative@\n",
         {{"comment", ";; a REMARK\n", "REMARK"},
          {"channel", "B", "talk B ", "1"},
          {"word", "<eps>", "<eps>", "so"},
          {"behind", " 0.875 lex ANN", "0.875 lex ANN"},
          {"alternative",
           "\ntalk 1 * * <ALT_BEGIN>\ntalk 1 3 1 first\ntalk 1 * * <ALT>\ntalk 1 3 1 SECOND\n"
           "talk 1 * * <ALT_END>",
           "SECOND"}}},
        {"srt",
         "1\n00:00:01,000 --> 00:00:02,@ms@00@coordinates@\n@text@\n@second@",
         {{"ms", "7", ",700", "0"},
          {"coordinates", "  X1:117 X2:619 Y1:042 Y2:428", "X1:117 X2:619 Y1:042 Y2:428"},
          {"text", "{\\an8}<i>MARK</i>\nand more", "{\\an8}<i>MARK</i>\nand more", "plain"},
          {"second", "\n2\n00:00:03,000 --> 00:00:04,000\nSECOND\n", "SECOND"}}},
        {"vtt",
         "WEBVTT@title@\n\n@note@@id@00:00:01.000 --> 00:00:02.000@settings@\n@text@\n",
         {{"title", " - TITLE\nKind: captions", "TITLE\nKind"},
          {"note", "NOTE a REMARK\n\nSTYLE\n::cue { color: red }\n\n", "REMARK\n\nSTYLE"},
          {"id", "INTRO\n", "INTRO"},
          {"settings", " align:start position:0%", "align:start position:0%"},
          {"text", "<v Ada>MARK", "<v Ada>MARK", "plain"}}},
        {"vtt",
         "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n@text@\n@damaged@",
         {{"text", "<b>so</b>", "<b>", "plain"}, {"damaged", "\n00:xx --> 00:00:03.000\nLOST\n", "LOST"}}},
        {"textgrid",
         "\"ooTextFile\"\n\"TextGrid\"\n0 @end@\n<exists>\n2\n\"IntervalTier\" \"w\" 0 @end@ 1\n0 1 "
         "\"@text@\"\n"
         "\"TextTier\" \"p\" 0 @end@ @points@",
         {{"end", "17", "xmax = 17", "1"},
          {"text", "a \"\"MARK\"\"", "a \"\"MARK\"\"", "so"},
          {"points", "1 0.5 \"POINT\"", "POINT", "0"}}},
        {"textgrid",
         "\"ooTextFile\"\n\"TextGrid\"\n0 2\n<exists>\n1\n\"IntervalTier\" \"w\" 0 2 2\n0 1 \"@text@\" 1 2 "
         "\"@second@\"\n@more@",
         {{"text", "a\r\nb", "a\r\nb", "so"},
          {"second", " \n ", "\" \n \"", "it"},
          {"more", "\"MORE\"", "MORE"}}},
        {"audacity",
         "0.000000\t1.000000\t@text@\n@frequencies@@point@",
         {{"text", "a\tMARK", "a\tMARK", "so"},
          {"frequencies", "\\\t117\t4200\n", "117\t4200"},
          {"point", "2.000000\t2.000000\tPOINT\n", "POINT"}}},
        {"csv",
         "video_id,clip_id,tier,start,end,text,@label@annotator@participant@,confidence,comment\n"
         "v,0,w,0,1,@text@,@value@ada@whose@,@sure@,@comment@\n@long@",
         {{"text", "\"a \"\"MARK\"\", and\r\nmore\"", "a \"\"MARK\"\", and\r\nmore", "so"},
          {"sure", "0.375", "0.375"},
          {"comment", "REMARK", "REMARK"},
          {"long", "v,1,w,1,2,x,1,ada,1,1,1,1,LONG\n", "LONG"}}},
        {"csv",
         "start,end,text,participant,mood\n0,1,so,@whose@,@mood@\n",
         {{"whose", "PARTNER", "PARTNER"}, {"mood", "GLAD", "GLAD"}}},
        {"labelstudio",
         R"([{@task@"id": 7, "data": {"audio": "v.wav"@data@}, "annotations": [{@annotation@"result": [
 {"id": "a", "from_name": "w", "to_name": "media", "type": "labels", @item@"value": {"start": 0, "end": 1, @value@"labels": ["w"]}@meta@},
 {"id": "a", "from_name": "w-text", "to_name": "media", "type": "textarea", "value": {"start": 0, "end": 1, "text": ["so"]}}@said@@only@]}]@predictions@}])",
         {{"task", "\"inner_id\": 4711, ", "4711"},
          {"data", ", \"subject\": \"SUBJECT\"", "SUBJECT"},
          {"annotation", "\"lead_time\": 47.25, ", "47.25"},
          {"item", "\"parentID\": \"PARENT\", ", "PARENT"},
          {"value", "\"channel\": 4, ", "channel"},
          {"meta", ", \"meta\": {\"text\": [\"REMARK\"]}", "REMARK"},
          {"said",
           ", {\"id\": \"a\", \"from_name\": \"stars\", \"to_name\": \"media\", \"type\": \"rating\", "
           "\"value\": {\"start\": 0, \"end\": 1, \"rating\": 4}}",
           "stars"},
          {"only",
           ", {\"id\": \"b\", \"from_name\": \"arousal\", \"to_name\": \"media\", \"type\": \"number\", "
           "\"value\": {\"start\": 2, \"end\": 3, \"number\": 0.625}}",
           "0.625"},
          {"predictions",
           ", \"predictions\": [{\"model_version\": \"M1\", \"score\": 0.4375, \"result\": []}]", "0.4375"}}},
        {"nova",
         "<annotation ssi-v=\"3\"><info ftype=\"ASCII\" size=\"1\"/><meta annotator=\"ada\" "
         "role=\"@role@\"@more@/>"
         "<scheme name=\"w\" type=\"DISCRETE\" color=\"@colour@\"><item name=\"a\" id=\"0\" "
         "color=\"@term@\"/>"
         "</scheme></annotation>",
         {{"role", "ROLE", "ROLE"},
          {"more", " isLocked=\"MAYBE\"", "MAYBE"},
          {"colour", "#FF112233", "#FF112233", "#FFFFFFFF"},
          {"term", "#FF445566", "#FF445566", "#FFFFFFFF"}}},
        {"eaf",
         R"(<ANNOTATION_DOCUMENT AUTHOR="@author@" DATE="2020-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0">
@licence@<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">@media@@linked@@property@</HEADER>
<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="900"/></TIME_ORDER>
<TIER LINGUISTIC_TYPE_REF="@type@" TIER_ID="mood"@tier@><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"@annotation@><ANNOTATION_VALUE>@text@</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER LINGUISTIC_TYPE_REF="sub" TIER_ID="below" PARENT_REF="mood"/>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="@type@" TIME_ALIGNABLE="true"@vocabularyRef@ GRAPHIC_REFERENCES="@graphic@"/>
<LINGUISTIC_TYPE CONSTRAINTS="Time_Subdivision" LINGUISTIC_TYPE_ID="sub" TIME_ALIGNABLE="true"/>@unusedType@@locale@@language@
@vocabulary@@unused@@old@@lexicon@@links@@external@</ANNOTATION_DOCUMENT>)",
         {{"author", "Ada", "AUTHOR=\"Ada\""},
          {"licence", "<LICENSE LICENSE_URL=\"x.org\">CC</LICENSE>\n", "x.org"},
          {"media",
           "<MEDIA_DESCRIPTOR MEDIA_URL=\"a.wav\" MIME_TYPE=\"audio/x-wav\" TIME_ORIGIN=\"1500\" "
           "EXTRACTED_FROM=\"b.mp4\"/>",
           "TIME_ORIGIN=\"1500\""},
          {"linked", "<LINKED_FILE_DESCRIPTOR LINK_URL=\"b.csv\" MIME_TYPE=\"unknown\"/>", "b.csv"},
          {"property", "<PROPERTY NAME=\"URN\">urn:x</PROPERTY>", "urn:x"},
          {"type", "emotion-lt", "LINGUISTIC_TYPE_REF=\"emotion-lt\"", "default-lt"},
          {"graphic", "true", "GRAPHIC_REFERENCES=\"true\"", "false"},
          {"tier", " PARTICIPANT=\"P1\" ANNOTATOR=\"Ben\"", "PARTICIPANT=\"P1\""},
          {"annotation", " EXT_REF=\"er9\"", "er9"},
          {"text", "a&#13;&#10;MARK", "a&#13;&#10;MARK", "glad"},
          {"vocabularyRef", " CONTROLLED_VOCABULARY_REF=\"emotions\"",
           "CONTROLLED_VOCABULARY_REF=\"emotions\""},
          {"unusedType", "<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"SPARE\" TIME_ALIGNABLE=\"true\"/>", "SPARE"},
          {"locale", "<LOCALE COUNTRY_CODE=\"US\" LANGUAGE_CODE=\"en\"/>", "COUNTRY_CODE=\"US\""},
          {"language", "<LANGUAGE LANG_DEF=\"d\" LANG_ID=\"deu\" LANG_LABEL=\"German\"/>", "LANG_ID=\"deu\""},
          {"vocabulary",
           "<CONTROLLED_VOCABULARY CV_ID=\"emotions\"><DESCRIPTION "
           "LANG_REF=\"und\">ABOUT</DESCRIPTION><CV_ENTRY_ML "
           "CVE_ID=\"c7\"><CVE_VALUE LANG_REF=\"und\" DESCRIPTION=\"a MOOD\">glad</CVE_VALUE></CV_ENTRY_ML>"
           "</CONTROLLED_VOCABULARY>",
           "DESCRIPTION=\"a MOOD\""},
          {"unused",
           "<CONTROLLED_VOCABULARY CV_ID=\"idle\"><CV_ENTRY_ML CVE_ID=\"c8\"><CVE_VALUE "
           "LANG_REF=\"und\">IDLE</CVE_VALUE></CV_ENTRY_ML></CONTROLLED_VOCABULARY>",
           "IDLE"},
          {"old",
           "<CONTROLLED_VOCABULARY CV_ID=\"old\" DESCRIPTION=\"of OLD\"><CV_ENTRY DESCRIPTION=\"said "
           "BEFORE\">past</CV_ENTRY></CONTROLLED_VOCABULARY>",
           "BEFORE"},
          {"lexicon", "<LEXICON_REF LEX_REF_ID=\"LEX\"/>", "LEX\""},
          {"links", "<REF_LINK_SET LINK_SET_ID=\"LINKS\"/>", "LINKS"},
          {"external", "<EXTERNAL_REF EXT_REF_ID=\"er1\" TYPE=\"ecv\" VALUE=\"far.ecv\"/>", "far.ecv"}}},
        {"kaldi", "u1 talk 0 @end@@channel@\n", {{"end", "-1", " -1", "1"}, {"channel", " B", " B"}}},
    };
    return all;
}

std::string textOf(const Template& file, const std::vector<bool>& has)
{
    std::string text = file.text;
    for (std::size_t i = 0; i < file.fields.size(); ++i) {
        const std::string place = fmt::format("@{}@", file.fields[i].name);
        for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place))
            text.replace(at, place.size(), has[i] ? file.fields[i].filled : file.fields[i].empty);
    }
    for (std::size_t at = text.find('@'); at != std::string::npos;
         at = text.find('@')) // fields of other rows
        text.erase(at, text.find('@', at + 1) + 1 - at);
    return text;
}

/// That it is kept for the same format is what the file shows.
bool isAdvice(const std::string& sentence)
{
    return sentence.starts_with("Only written to the same format again")
        || sentence.starts_with("Label Studio refuses") || sentence.starts_with("Vocabularies in other files")
        || sentence.find(" begins 1500 ms into its file") != std::string::npos
        || sentence.find("ratings were read as numbers") != std::string::npos;
}

}

/// What a file of a format holds is in the file of the same format that is written of it, or was named: on
/// reading, or before writing.
class TestLossesOfFiles : public QObject {
    Q_OBJECT

    test::Exchange m_files;

    struct Trip {
        std::string written;
        std::vector<std::string> said;
    };

    Trip trip(const Template& file, const std::vector<bool>& has) const
    {
        const Format& format = *formatById(file.format);
        m_files.write("a.annotation~", "0;1;0;1\n");
        const std::string name = file.format == std::string("nova") ? "a.annotation" : "segments";
        const ImportedTiers read = format.read(m_files.write(name, textOf(file, has)), {});
        Trip result{{}, read.report.notes};
        for (const auto& skipped : read.report.skipped)
            result.said.push_back(skipped.reason);
        std::ranges::copy(format.losses(read.content), std::back_inserter(result.said));
        std::erase_if(result.said, isAdvice);
        for (const auto& path : format.write(read.content, m_files.path("b.annotation"), {})) {
            if (!path.string().ends_with(".config.xml"))
                result.written += m_files.bytesOf(path);
        }
        return result;
    }

private slots:
    void eachFieldIsKeptOrNamed_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<int>("field");
        for (int i = 0; i < static_cast<int>(templates().size()); ++i) {
            const Template& file = templates()[static_cast<std::size_t>(i)];
            for (int k = 0; k < static_cast<int>(file.fields.size()); ++k)
                QTest::addRow("%s %d, %s", file.format, i, file.fields[static_cast<std::size_t>(k)].name)
                    << i << k;
        }
    }

    void eachFieldIsKeptOrNamed()
    {
        QFETCH(const int, place);
        QFETCH(const int, field);
        const Template& file = templates()[static_cast<std::size_t>(place)];
        std::vector<bool> has(file.fields.size(), false);
        const Trip without = trip(file, has);
        has[static_cast<std::size_t>(field)] = true;
        const Trip with = trip(file, has);
        const Field& added = file.fields[static_cast<std::size_t>(field)];
        const bool isKept = with.written.find(added.sought) != std::string::npos;
        const bool isNamed = with.said != without.said;
        QVERIFY2(without.written.find(added.sought) == std::string::npos, "the field is not told apart");
        QVERIFY2(isKept != isNamed,
                 fmt::format("kept: {}, said {}\n{}", isKept, with.said, with.written).c_str());
    }

    void mixturesAreKeptOrNamed_data()
    {
        QTest::addColumn<int>("place");
        for (int i = 0; i < static_cast<int>(templates().size()); ++i)
            QTest::addRow("%s %d", templates()[static_cast<std::size_t>(i)].format, i) << i;
    }

    void mixturesAreKeptOrNamed()
    {
        QFETCH(const int, place);
        const Template& file = templates()[static_cast<std::size_t>(place)];
        const Trip none = trip(file, std::vector<bool>(file.fields.size(), false));
        std::mt19937 random(11);
        for (int i = 0; i < kMixtures; ++i) {
            std::vector<bool> has;
            for (std::size_t k = 0; k < file.fields.size(); ++k)
                has.push_back(std::uniform_int_distribution(0, 1)(random) == 1);
            const Trip some = trip(file, has);
            std::vector<std::string> lost;
            for (std::size_t k = 0; k < file.fields.size(); ++k) {
                if (has[k] && some.written.find(file.fields[k].sought) == std::string::npos)
                    lost.emplace_back(file.fields[k].name);
            }
            QVERIFY2(lost.empty() == (some.said == none.said),
                     fmt::format("lost {}, said {}\n{}", lost, some.said, some.written).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestLossesOfFiles)
#include "tst_losses_of_files.moc"
