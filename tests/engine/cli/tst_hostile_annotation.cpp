#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <functional>
#include <random>

#include "tests/support/measured_program.h"

using namespace engine;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kMostSeconds = 60.0; // of a slow build
constexpr double kMostMiB = 16384.0; // the sanitizer keeps what was freed
#else
constexpr double kMostSeconds = 10.0; // one or two, but for work that grows faster than the file
constexpr double kMostMiB = 500.0;
#endif

std::string repeated(const std::string& part, std::size_t count)
{
    std::string text;
    text.reserve(part.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        text += part;
    return text;
}

std::string junk(std::size_t count)
{
    std::mt19937 random(3);
    std::string bytes(count, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

std::string numbered(std::size_t count, const std::function<std::string(const std::string&)>& part)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += part(std::to_string(i));
    return text;
}

/// So many tiers that share a vocabulary of so many entries.
std::string eafOfEntries(std::size_t entries, std::size_t tiers)
{
    return "<ANNOTATION_DOCUMENT>"
        + numbered(tiers,
                   [](const auto& i) { return "<TIER TIER_ID=\"t" + i + "\" LINGUISTIC_TYPE_REF=\"l\"/>"; })
        + "<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"l\" CONTROLLED_VOCABULARY_REF=\"c\"/>"
          "<CONTROLLED_VOCABULARY CV_ID=\"c\">"
        + numbered(entries, [](const auto& i) { return "<CV_ENTRY>t" + i + "</CV_ENTRY>"; })
        + "</CONTROLLED_VOCABULARY></ANNOTATION_DOCUMENT>";
}

/// An entry that many annotations refer to.
std::string eafOfReferences(const std::string& entry, std::size_t references)
{
    return "<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID=\"s\" TIME_VALUE=\"0\"/>"
           "<TIME_SLOT TIME_SLOT_ID=\"e\" TIME_VALUE=\"9\"/></TIME_ORDER>"
           "<TIER TIER_ID=\"t\" LINGUISTIC_TYPE_REF=\"l\">"
        + numbered(references,
                   [](const auto& i) {
                       return "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"a" + i
                           + "\" TIME_SLOT_REF1=\"s\" TIME_SLOT_REF2=\"e\" CVE_REF=\"v\"><ANNOTATION_VALUE>a"
                             "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>";
                   })
        + "</TIER><LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"l\" CONTROLLED_VOCABULARY_REF=\"c\"/>"
          "<CONTROLLED_VOCABULARY CV_ID=\"c\"><CV_ENTRY_ML CVE_ID=\"v\"><CVE_VALUE>"
        + entry + "</CVE_VALUE></CV_ENTRY_ML></CONTROLLED_VOCABULARY></ANNOTATION_DOCUMENT>";
}

/// Regions of as many controls on one recording.
std::string labelStudioOf(const std::string& audio, std::size_t controls)
{
    return "[{\"data\": {\"audio\": \"" + audio + ".wav\"}, \"annotations\": [{\"result\": ["
        + numbered(controls,
                   [](const auto& i) {
                       return "{\"id\": \"a" + i + "\", \"from_name\": \"f" + i
                           + "\", \"type\": \"labels\", \"value\": {\"start\": 0, \"end\": 1, "
                             "\"labels\": [\"x\"]}},";
                   })
        + "{}]}]}]";
}

/// A grid of empty tiers.
std::string gridOf(std::size_t tiers, const std::string& name)
{
    return "\"ooTextFile\" \"TextGrid\" 0 1 <exists> " + std::to_string(tiers) + " "
        + numbered(tiers, [&](const auto& i) { return "\"IntervalTier\" \"" + i + name + "\" 0 1 0 "; });
}

std::string novaHeader(const std::string& scheme, const std::string& item)
{
    return "<annotation ssi-v=\"3\"><info ftype=\"ASCII\" size=\"1\"/><scheme name=\"" + scheme
        + "\" type=\"DISCRETE\"><item name=\"" + item + "\" id=\"0\"/></scheme></annotation>";
}

constexpr std::size_t kLong = 900'000; ///< bytes of a name that the file has once

constexpr const char* kGrid
    = "\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1 \"IntervalTier\" \"a\" 0 1 4000000000 ";

}

/// Files made to hurt, through the real program: an error, or all that is there, within 2 s and 500 MiB.
class TestHostileAnnotation : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path write(const std::string& name, const std::string& bytes) const
    {
        const std::filesystem::path file = m_folder.filePath(QString::fromStdString(name)).toStdString();
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }

    test::Measured convert(const std::filesystem::path& file) const
    {
        return test::runMeasured({{PROGRAMS "/polylogue-cli", "convert", file.string(), "--to", "json"},
                                  {},
                                  m_folder.path().toStdString()});
    }

private slots:
    void itIsRefusedInLittleTimeAndMemory_data()
    {
        using Make = std::function<std::string()>;
        QTest::addColumn<std::string>("name");
        QTest::addColumn<Make>("make");
        const auto row = [](const char* what, const char* name, Make make) {
            QTest::newRow(what) << std::string(name) << std::move(make);
        };
        row("entities in entities", "a.eaf", [] {
            std::string text = "<!DOCTYPE a [<!ENTITY a0 \"ha\">";
            for (int i = 1; i < 30; ++i)
                text += "<!ENTITY a" + std::to_string(i) + " \""
                    + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
            return text + "]><ANNOTATION_DOCUMENT><TIER TIER_ID=\"&a29;\"/></ANNOTATION_DOCUMENT>";
        });
        row("elements in elements", "a.eaf", [] {
            return "<ANNOTATION_DOCUMENT>" + repeated("<a>", 500'000) + repeated("</a>", 500'000)
                + "</ANNOTATION_DOCUMENT>";
        });
        row("too many elements", "a.eaf",
            [] { return "<ANNOTATION_DOCUMENT>" + repeated("<a/>", 15'000'000) + "</ANNOTATION_DOCUMENT>"; });
        row("4e9 intervals", "a.TextGrid", [] { return std::string(kGrid) + "0 1 \"x\""; });
        row("too many intervals", "a.TextGrid",
            [] { return kGrid + repeated("0 1 \"xxxxxxxxxxxxxxxxxxxxxx\" ", 3'000'000); });
        row("too many blank intervals", "a.TextGrid",
            [] { return kGrid + repeated("0 1 \"\" ", 10'000'000); });
        row("a text without an end", "a.TextGrid",
            [] { return kGrid + ("0 1 \"" + std::string(100'000'000, 'x')); });
        row("lists in lists", "a.json",
            [] { return "{\"tiers\": {\"entries\":" + std::string(30'000'000, '['); });
        row("too many values", "a.json", [] {
            return "{\"tiers\": {\"a\": {\"entries\": [" + repeated("[0,1,\"a\"],", 2'000'000) + "0]}}}";
        });
        row("too many fields", "a.json",
            [] { return "{\"tiers\": {\"entries\": 1" + repeated(",\"a\":[]", 2'000'000) + "}}"; });
        row("too many labels", "a.txt", [] { return repeated("0\t1\n", 20'000'000); });
        row("a label without an end", "a.txt", [] { return "0\t1\t" + std::string(100'000'000, 'x'); });
        row("a label in Latin-1 without an end", "a.txt",
            [] { return "0\t1\t" + std::string(60'000'000, '\xe9'); });
        row("a cue without an end", "a.vtt",
            [] { return "WEBVTT\n\n00:01.000 --> 00:02.000\n" + repeated("x\n", 40'000'000); });
        row("a subtitle without an end", "a.srt",
            [] { return "1\n00:00:01,000 --> 00:00:02,000\n" + repeated("x\n", 40'000'000); });
        row("nothing but line ends", "a.srt", [] { return std::string(100'000'000, '\n'); });
        row("a word without an end", "a.ctm",
            [] { return "r 1 0 1 a 1 lex " + std::string(100'000'000, 'x'); });
        row("a cell without an end", "a.csv",
            [] { return "start,end,text\n0,1,\"" + std::string(100'000'000, 'x'); });
        row("too many cells", "a.csv", [] {
            return "start,end" + repeated(",x", 900) + "\n"
                + repeated("0,1" + repeated(",1", 900) + "\n", 30'000);
        });
        row("a file larger than all", "a.ctm", [] { return std::string(140'000'000, 'x'); });
        row("junk named EAF", "a.eaf", [] { return junk(5'000'000); });
        row("junk named TextGrid", "a.TextGrid", [] { return junk(5'000'000); });
        row("junk named csd", "a.csd", [] { return junk(5'000'000); });
        row("junk named npz", "a.npz", [] { return "PK\x03\x04" + junk(5'000'000); });
        row("junk named HDF5", "a.h5", [] { return "\x89HDF\r\n\x1a\n" + junk(5'000'000); });
        row("a vocabulary of many tiers", "a.eaf", [] { return eafOfEntries(100'000, 300); });
        row("a small vocabulary of many tiers", "a.eaf", [] { return eafOfEntries(5'000, 2'000); });
        row("a long entry of many annotations", "a.eaf",
            [] { return eafOfReferences(std::string(kLong, 'x'), 500); });
        row("a long column of many rows", "a.csv",
            [] { return "start,end," + std::string(100'000, 'x') + "\n" + repeated("0,1,1\n", 3'000); });
        row("a longer column of many rows", "a.csv",
            [] { return "start,end," + std::string(kLong, 'x') + "\n" + repeated("0,1,1\n", 500); });
        row("a recording with a long name", "a.json",
            [] { return labelStudioOf(std::string(kLong, 'x'), 500); });
        row("too many tiers", "a.TextGrid", [] { return gridOf(499'999, ""); });
        row("many tiers with long names", "a.TextGrid",
            [] { return gridOf(90'000, std::string(1'300, 'x')); });
        row("half surrogates", "a.TextGrid",
            [] { return "\xff\xfe" + repeated(std::string("\0\xd8", 2), 20'000'000); });
    }

    void itIsRefusedInLittleTimeAndMemory()
    {
        QFETCH(const std::string, name);
        QFETCH(const std::function<std::string()>, make);
        const std::filesystem::path file = write(name, make());
        const test::Measured measured = convert(file);
        std::filesystem::remove(file);
        QVERIFY2(measured.exitCode == 1 && measured.signal == 0, measured.errors.substr(0, 500).c_str());
        QVERIFY2(measured.errors.find(": " + file.string() + ": ") != std::string::npos,
                 measured.errors.substr(0, 500).c_str());
        QVERIFY2(measured.processorSeconds <= kMostSeconds,
                 std::to_string(measured.processorSeconds).c_str());
        QVERIFY2(measured.peakMiB <= kMostMiB, std::to_string(measured.peakMiB).c_str());
    }

    void aClassOrSchemeWithALongNameIsRefused_data()
    {
        QTest::addColumn<std::string>("header");
        QTest::newRow("class") << novaHeader("s", std::string(kLong, 'x'));
        QTest::newRow("scheme") << novaHeader(std::string(kLong, 'x'), "a");
    }
    void aClassOrSchemeWithALongNameIsRefused()
    {
        QFETCH(const std::string, header);
        const std::filesystem::path file = write("a.annotation", header);
        write("a.annotation~", repeated("0;1;0;1\n", 500));
        const test::Measured measured = convert(file);
        QVERIFY2(measured.exitCode == 1 && measured.errors.find("a.annotation~: ") != std::string::npos,
                 measured.errors.substr(0, 500).c_str());
        QVERIFY(measured.processorSeconds <= kMostSeconds && measured.peakMiB <= kMostMiB);
    }

    void largeFilesAreReadInLittleTimeAndMemory_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::function<std::string()>>("make");
        const auto row = [](const char* what, const char* name, std::function<std::string()> make) {
            QTest::newRow(what) << std::string(name) << std::move(make);
        };
        row("Latin-1", "a.TextGrid", [] {
            return "\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1 \"IntervalTier\" \"a\" 0 1 124 "
                + repeated("0 1 \"" + std::string(500'000, '\xe9') + "\" ", 124);
        });
        row("240 000 cues", "a.vtt", [] {
            return "WEBVTT\n\n"
                + repeated("00:00:01.000 --> 00:00:02.000\n" + repeated("word &amp; <i>x</i> ", 12) + "\n\n",
                           240'000);
        });
        row("a vocabulary of many annotations", "a.eaf", [] {
            std::string text = eafOfReferences("a", 100'000);
            return text.insert(text.find("<CV_ENTRY_ML"), numbered(100'000, [](const auto& i) {
                                   return "<CV_ENTRY>t" + i + "</CV_ENTRY>";
                               }));
        });
        row("a cue of tags without an end", "a.vtt",
            [] { return "WEBVTT\n\n00:01.000 --> 00:02.000\n" + std::string(1'000'000, '<') + "\n"; });
    }
    void largeFilesAreReadInLittleTimeAndMemory()
    {
        QFETCH(const std::string, name);
        QFETCH(const std::function<std::string()>, make);
        const std::filesystem::path file = write(name, make());
        const test::Measured measured = convert(file);
        std::filesystem::remove(file);
        QVERIFY2(measured.exitCode == 0, measured.errors.substr(0, 500).c_str());
        QVERIFY2(measured.processorSeconds <= kMostSeconds,
                 std::to_string(measured.processorSeconds).c_str());
        QVERIFY2(measured.peakMiB <= kMostMiB, std::to_string(measured.peakMiB).c_str());
    }
};

QTEST_GUILESS_MAIN(TestHostileAnnotation)
#include "tst_hostile_annotation.moc"
